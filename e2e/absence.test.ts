import { expect, test } from 'vitest'
import { setProfile } from '#leader/expert.contract.ts'
import en from '#leader/messages/en.json' with { type: 'json' }
import { addTopic } from '#leader/topic.contract.ts'
import { raiseNeed } from '#need/contract.ts'
import { linkTo, paths } from '#paths'
import { openBrowserWorld } from './browser.ts'
import { answerEach, askAnew, count, knownLab } from './found-out.ts'
import { looking, placesOf } from './found-out-places.ts'
import { enterOn, tabTo } from './keyboard.ts'

const { world, window } = openBrowserWorld()
const calm = { reducedMotion: 'reduce' } as const

test('who takes no part any more is named nowhere by what was found out, and counted anew once they do', async () => {
  const known = await knownLab(world)
  const { cast, dana, lena, mei, lab, askers, courseId } = known
  const month = world.now().toISOString().slice(0, 7)
  const look = looking(window)
  const before = placesOf(known, known.asking, month)
  const names = before.map(({ name }) => name)
  await expect.poll(async () => (await look(before)).shown).toEqual(names)

  const page = await window(dana, calm)
  await page.goto(paths.me)
  const part = page.getByRole('switch', { name: en['leader.part.take'] })
  await tabTo(page, part)
  await page.keyboard.press('Space')
  const leave = page.getByRole('alertdialog').getByRole('button', { name: en['leader.part.leave'] })
  await tabTo(page, leave)
  await page.keyboard.press('Enter')
  await page.getByText('you are suggested to nobody').waitFor()
  const after = placesOf(known, await askAnew(cast, lab, 'Zero a gauge in the heat?'), month)
  expect((await look(after)).anywhere).toEqual([])

  // What she and others say themselves stands as it was.
  const other = await window(mei, calm)
  await other.goto(linkTo(paths.member, { memberId: dana.id }))
  await other.getByText('Reading dials').waitFor()
  await other.getByText('For the night shift').waitFor()
  await other.goto(paths.experts)
  await other.getByRole('list', { name: en['leader.experts'] }).getByText('Dana Reyes').waitFor()

  await tabTo(page, part)
  await page.keyboard.press('Space')
  await page.getByText('Nothing you did is kept yet.').waitFor()
  await count(world, cast)
  // Whom she is like and what she was thanked for stands under her name anyway; all else begins anew.
  expect((await look(after)).anywhere).toEqual(['people like me', 'what is celebrated'])
  await answerEach(cast, askers.slice(1), courseId)
  await count(world, cast)
  const radar = await window(lena, calm)
  await radar.goto(paths.lead)
  await radar.getByRole('link', { name: 'Dana Reyes' }).first().waitFor()
  await radar.getByText('Answered 5 questions on Zero points, for 5 people').waitFor()
})

test('who takes no part is still suggested for what they say themselves, and is told so where they turned it off', async () => {
  const org = await world.organization()
  const [dana, mei] = [await org.person('Dana Reyes'), await org.person('Mei Tanaka')]
  const { id: topicId } = await (await org.admin()).does(addTopic, { body: { name: 'Torque', words: [] } })
  const said = { helpsWith: 'Choosing a transducer', topicIds: [topicId], languages: ['en' as const] }
  await dana.does(setProfile, { body: { ...said, availability: 'open', until: null } })
  const body = { title: 'Which torque fits?', details: '', groupId: org.root }
  const { id: needId } = await mei.does(raiseNeed, { body })
  const page = await window(dana, calm)
  await page.goto(paths.me)
  await tabTo(page, page.getByRole('switch', { name: en['leader.part.take'] }))
  await page.keyboard.press('Space')
  await enterOn(page, page.getByRole('alertdialog').getByRole('button', { name: en['leader.part.leave'] }))
  await page.getByText('suggested to nobody, but for what you say yourself you can help with').waitFor()
  const other = await window(mei, calm)
  await other.goto(linkTo(paths.need, { needId }))
  await other.getByRole('link', { name: 'Dana Reyes' }).waitFor()
  await other.getByText('says they can help with').waitFor()
})
