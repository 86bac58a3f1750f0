import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { answerAsked, askExperts } from '#leader/asking.contract.ts'
import { claimNeed } from '#leader/contract.ts'
import { endorse, setProfile } from '#leader/expert.contract.ts'
import { openHandover } from '#leader/map.contract.ts'
import en from '#leader/messages/en.json' with { type: 'json' }
import fr from '#leader/messages/fr.json' with { type: 'json' }
import { addTopic } from '#leader/topic.contract.ts'
import { raiseNeed } from '#need/contract.ts'
import { paths } from '#paths'
import { changeMember } from '#people/contract.ts'
import { answer, eightOf } from '#test/setup/surveys.ts'
import { openBrowserWorld } from './browser.ts'
import { axeFaults, sidewaysFaults, smallTargets } from './faults.ts'
import { button, finger } from './hand.ts'
import { settled } from './settled.ts'

const { world, window } = openBrowserWorld()
const calm = { reducedMotion: 'reduce' } as const

/** Ann of a lab of eight, of whom everything is held that can be. */
async function known() {
  const { org, lab, lena, people, open } = await eightOf(world)
  const [ann, ben, cem] = people
  const admin = await org.admin()
  const topic = await admin.does(addTopic, { body: { name: 'Torque', words: ['torque transducer'] } })
  const said = { helpsWith: 'Reading a certificate', topicIds: [topic.id], languages: ['en' as const] }
  for (const who of [ann, ben])
    await who.does(setProfile, { body: { ...said, availability: 'open', until: null } })
  await ben.does(endorse, { params: { memberId: ann.id, topicId: topic.id } })
  await ann.does(endorse, { params: { memberId: ben.id, topicId: topic.id } })
  const raise = async (title: string) =>
    (await cem.does(raiseNeed, { body: { title, details: '', groupId: lab } })).id
  const asked = await raise('Reading a torque transducer')
  await cem.does(askExperts, { params: { needId: asked }, body: { firstId: ann.id } })
  await ann.does(answerAsked, { params: { needId: asked }, body: { answer: 'helping' } })
  for (let one = 1; one <= 12; one += 1) {
    const needId = await raise(`Zeroing gauge ${one}`)
    await ann.does(claimNeed, { params: { needId } })
  }
  await lena.does(openHandover, { body: { memberId: ann.id, topicId: topic.id } })
  await answer(ann, await open(), [ben, 'Certificates'])
  await world.settle()
  return { ann, asked }
}

const card = (page: Page, name: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name }) })

test('on a phone one reads every trace, what was asked and said, goes where it leads, and saves all of it', async () => {
  const { ann, asked } = await known()
  const page = await window(ann, { ...calm, ...finger.window })
  await page.goto(paths.held)
  const traces = card(page, en['leader.held.evidence'])
  await traces.getByText('Zeroing gauge 12').waitFor()
  expect(await traces.getByText('Zeroing gauge 1', { exact: true }).count()).toBe(0)
  // The other lists come one after the other, and move what is below them.
  await settled(page)
  await finger.press(traces.getByRole('button'))
  await traces.getByText('Zeroing gauge 1', { exact: true }).waitFor()
  await page.getByText('Ben Bauer said that you can help with Torque').waitFor()
  await page.getByText('You said that Ben Bauer can help with Torque').waitFor()
  await page.getByText('Lena Vogt said that you are leaving and know it').waitFor()
  await page.getByText('you named Ben Bauer (Certificates)').waitFor()
  await page.getByText('Reading a certificate').waitFor()
  expect([await axeFaults(page), await sidewaysFaults(page, 360), await smallTargets(page)]).toEqual([
    [],
    [],
    [],
  ])
  const saving = page.waitForEvent('download')
  await finger.press(button(page, en['leader.held.save']))
  const saved = JSON.parse(readFileSync((await (await saving).path()) ?? '', 'utf8'))
  expect(saved).toMatchObject({
    profile: { helpsWith: 'Reading a certificate' },
    detection: { isOn: true, traces: 12 },
    endorsements: [{ mine: true }, { mine: false, other: { name: 'Ben Bauer' } }],
    handovers: [{ mine: true, opened: { why: 'leaving', by: { name: 'Lena Vogt' } } }],
    surveys: [{ namings: [{ member: { name: 'Ben Bauer' }, topic: 'Certificates' }] }],
  })
  expect([saved.evidence.length, saved.needs.length]).toEqual([12, 13])
  expect(saved.needs.at(-1)).toMatchObject({ kind: 'asked', need: { id: asked }, answer: 'helping' })
  await finger.press(card(page, en['leader.held.needs']).getByRole('link', { name: 'Zeroing gauge 12' }))
  await page.getByRole('heading', { name: 'Zeroing gauge 12', level: 1 }).waitFor()
})

test('in the dark and in French it says the same, and of whom nothing is held, that nothing is', async () => {
  const { ann } = await known()
  await ann.does(changeMember, { params: { memberId: ann.id }, body: { locale: 'fr' } })
  const page = await window(ann, { ...calm, colorScheme: 'dark' })
  await page.goto(paths.held)
  await page.getByText('Ben Bauer a dit que vous pouvez aider sur Torque').waitFor()
  await card(page, fr['leader.held.evidence']).getByText('Zeroing gauge 12').waitFor()
  expect(await axeFaults(page)).toEqual([])
  const org = await world.organization()
  const other = await window(await org.person('Mei Tanaka'), calm)
  await other.goto(paths.held)
  for (const kind of ['evidence', 'needs', 'endorsements', 'handovers', 'invitations'] as const)
    await other.getByText(en[`leader.held.${kind}.none`]).waitFor()
  expect(await axeFaults(other)).toEqual([])
})
