import { expect, test } from 'vitest'
import en from '#learning/messages/en.json' with { type: 'json' }
import fr from '#learning/messages/fr.json' with { type: 'json' }
import * as talk from '#learning/talk.contract.ts'
import { linkTo, paths } from '#paths'
import talkEn from '#talk/messages/en.json' with { type: 'json' }
import talkFr from '#talk/messages/fr.json' with { type: 'json' }
import { blockId, documentOf, published, words } from '#test/course.ts'
import uiEn from '#ui/messages/en.json' with { type: 'json' }
import uiFr from '#ui/messages/fr.json' with { type: 'json' }
import { openBrowserWorld } from './browser.ts'
import { axeFaults } from './faults.ts'
import { holdFirst } from './first-only.ts'
import { button, field, finger, mouse } from './hand.ts'
import { speaks } from './tongue.ts'

const { world, window } = openBrowserWorld()

test.each([
  ['en', { ...uiEn, ...talkEn, ...en }, mouse],
  ['fr', { ...uiFr, ...talkFr, ...fr }, finger],
] as const)(
  'however much is said on a step, all of it is counted, a page of it is shown, and who says something reads it (%s)',
  async (locale, texts, hand) => {
    const org = await world.organization()
    const dana = await org.person('Dana Reyes', 'leader')
    const mei = await org.person('Mei Tanaka')
    await speaks(mei, locale)
    const courseId = await published(org, dana, documentOf({ s1: [words('p1', 'Zero it.')] }))
    for (let number = 1; number <= 104; number += 1) {
      const body = { anchor: blockId('p1'), body: `Remark ${number}.` }
      await dana.does(talk.commentOnCourse, { params: { courseId }, body })
    }
    const page = await window(mei, hand.window)
    await page.goto(linkTo(paths.player, { courseId, stepId: blockId('s1') }))
    await page.getByText('Remark 50.').waitFor()
    expect(await page.getByText('Remark 51.').count()).toBe(0)
    const heading = page.getByRole('heading', { name: texts['learning.talk'] })
    await expect.poll(() => heading.textContent()).toBe(`${texts['learning.talk']} 104`)
    await expect.poll(() => page.locator('.player-remark').first().textContent()).toBe('104')
    expect(await axeFaults(page)).toEqual([])
    await hand.press(button(page, texts['ui.loadMore']))
    await page.getByText('Remark 100.').waitFor()
    expect(await page.getByText('Remark 101.').count()).toBe(0)
    await field(page, texts['learning.say']).fill('And in the cold?')
    await hand.press(button(page, texts['talk.send']))
    await page.locator('.learning-said').getByText('And in the cold?').waitFor()
    await page.getByText('Remark 104.').waitFor()
    await expect.poll(() => heading.textContent()).toBe(`${texts['learning.talk']} 105`)
    expect(await button(page, texts['ui.loadMore']).count()).toBe(0)
  },
)

test('what is said is sent once, however often one presses, and what is written on meanwhile stays', async () => {
  const org = await world.organization()
  const [dana, mei] = [await org.person('Dana Reyes', 'leader'), await org.person('Mei Tanaka')]
  const params = { courseId: await published(org, dana, documentOf({ s1: [words('p1', 'Zero it.')] })) }
  const page = await window(mei)
  await page.goto(linkTo(paths.player, { ...params, stepId: blockId('s1') }))
  const area = field(page, en['learning.say'])
  await area.fill('Which way?')
  const { sent, letGo } = await holdFirst(
    page,
    (url) => url.pathname.endsWith('/comments') && url.search === '',
  )
  await area.press('ControlOrMeta+Enter')
  await area.press('ControlOrMeta+Enter')
  await sent
  await area.press('ControlOrMeta+Enter')
  await area.pressSequentially(' And in the cold?')
  await letGo()
  await page.locator('.learning-said').getByText('Which way?').waitFor()
  await expect.poll(() => area.inputValue()).toBe('And in the cold?')
  await area.press('ControlOrMeta+Enter')
  await expect.poll(() => area.inputValue()).toBe('')
  const said = (await mei.does(talk.listCourseComments, { params })).items.map(({ body }) => body)
  expect(said.sort()).toEqual(['And in the cold?', 'Which way?'])
})
