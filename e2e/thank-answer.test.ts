import { expect, test } from 'vitest'
import * as talk from '#learning/talk.contract.ts'
import { linkTo, paths } from '#paths'
import { listKudos } from '#recognition/contract.ts'
import en from '#recognition/messages/en.json' with { type: 'json' }
import { blockId, documentOf, published, words } from '#test/course.ts'
import { openBrowserWorld } from './browser.ts'
import { axeFaults } from './faults.ts'
import { button, field } from './hand.ts'

const { world, window } = openBrowserWorld()

test('whoever reads an answer thanks who gave it right there, for that answer; nobody thanks themselves', async () => {
  const org = await world.organization()
  const [dana, mei, kofi] = [
    await org.person('Dana Reyes', 'leader'),
    await org.person('Mei Tanaka'),
    await org.person('Kofi Mensah'),
  ]
  const params = { courseId: await published(org, dana, documentOf({ s1: [words('p1', 'Zero it.')] })) }
  const say = (who: typeof mei, body: string, parentId: string | null = null) =>
    who.does(talk.commentOnCourse, { params, body: { anchor: blockId('s1'), body, parentId } })
  const { id } = await say(mei, 'Which way does it turn?')
  const answer = await say(kofi, 'To the left.', id)
  const at = linkTo(paths.player, { ...params, stepId: blockId('s1') })

  const page = await window(mei, { reducedMotion: 'reduce' })
  await page.goto(at)
  const said = page.locator('.learning-said').filter({ hasText: 'To the left.' })
  await said.getByRole('button', { name: 'Thank Kofi Mensah' }).click()
  await field(page, en['recognition.reason']).fill('It turns to the left, and now I know why.')
  expect(await axeFaults(page)).toEqual([])
  await button(page, en['recognition.send']).click()
  await page.getByText('Kofi Mensah will be glad.').waitFor()
  const { items } = await kofi.does(listKudos, { query: { toId: kofi.id } })
  expect(items).toMatchObject([{ commentId: answer.id, courseId: params.courseId }])

  const own = await window(kofi, { reducedMotion: 'reduce' })
  await own.goto(at)
  await own.locator('.learning-said').filter({ hasText: 'To the left.' }).waitFor()
  expect(await own.getByRole('button', { name: 'Thank Kofi Mensah' }).count()).toBe(0)
  expect(await own.getByRole('button', { name: 'Thank Mei Tanaka' }).count()).toBe(0)
})
