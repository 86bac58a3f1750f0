import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import fr from '#campaigns/messages/fr.json' with { type: 'json' }
import { answerCampaign, nominateForCampaign } from '#campaigns/taking-part.contract.ts'
import { createCourse } from '#course/contract.ts'
import funnel from '#funnel/messages/fr.json' with { type: 'json' }
import { setFewestTold } from '#leader/fewest.contract.ts'
import { linkTo, paths } from '#paths'
import { endMembership } from '#people/contract.ts'
import { bodyOf, goOn, launched, step } from '#test/campaign.ts'
import { openBrowserWorld } from './browser.ts'
import { link, mouse } from './hand.ts'
import { calm, looksRight } from './planning.ts'
import { resize } from './settled.ts'
import { speaks } from './tongue.ts'

const { world, window } = openBrowserWorld()
const names = ['Mei', 'Kofi', 'Ines', 'Otto', 'Dana', 'Lena', 'Priya', 'Tomas'] as const

/** A campaign of three steps, before its last: some answered, one was nominated, one left, one has begun a course. */
async function answered() {
  const org = await world.organization()
  const admin = await org.admin()
  await speaks(admin, 'fr')
  const people = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await org.person(name)] as const)),
  ) as Record<(typeof names)[number], Awaited<ReturnType<typeof org.person>>>
  const steps = [
    step('why'),
    step('more', { after: 'why', days: 5 }),
    step('end', { after: 'more', days: 9 }),
  ]
  const { id: campaignId } = await launched(admin, org.root, bodyOf(steps))
  await goOn(world, org.id)
  const params = { campaignId }
  const says = {
    Mei: 'interested',
    Kofi: 'interested',
    Ines: 'interested',
    Otto: 'later',
    Dana: 'no',
  } as const
  for (const [name, answer] of Object.entries(says))
    await people[name as keyof typeof says].does(answerCampaign, { params, body: { answer, step: 'why' } })
  const reason = 'Whoever works with torque asks him first.'
  await people.Priya.does(nominateForCampaign, { params, body: { memberId: people.Tomas.id, reason } })
  const course = { title: 'Zero it', objective: 'You zero a gauge in the cold.', groupId: org.root }
  await people.Kofi.does(createCourse, { body: course })
  await admin.does(endMembership, { params: { memberId: people.Lena.id } })
  world.pass({ days: 6 })
  await goOn(world, org.id)
  return { admin, campaignId }
}

/** Presses a figure, whose people are shown by name in a window of their own. */
async function leadsTo(page: Page, figure: Locator, ...expected: string[]): Promise<void> {
  await mouse.press(figure)
  const dialog = page.getByRole('dialog')
  await expect.poll(() => dialog.getByRole('link').allInnerTexts()).toHaveLength(expected.length)
  for (const name of expected) await dialog.getByRole('link', { name }).waitFor()
  await looksRight(page)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
}

const who = (of: 'reached' | 'interested' | 'nominated') =>
  fr['campaigns.results.peopleOf'].replace('{figure}', fr[`campaigns.results.${of}`])
const figure = (within: Page | Locator, words: string, label: string) =>
  within.getByRole('button', { name: `${words} ${label}`, exact: true }).first()
const everybody = ['Ada Winter', ...names]

/** Presses what leads to people in the results of a campaign. */
async function pressResults(page: Page): Promise<void> {
  await figure(page, '9', who('reached')).waitFor()
  await looksRight(page)
  await leadsTo(page, figure(page, '9', who('reached')), ...everybody)
  await leadsTo(page, figure(page, '3', who('interested')), 'Ines', 'Kofi', 'Mei')
  await leadsTo(page, figure(page, '1', who('nominated')), 'Tomas')
  const table = (name: string) => page.getByRole('table', { name })
  await leadsTo(page, table('why').getByRole('button', { name: /^3 sur 9/ }), 'Ines', 'Kofi', 'Mei')
  await leadsTo(page, table('more').getByRole('button', { name: /^1 n’est plus là/ }), 'Lena')
  // Who said no is counted, and told of nobody.
  await table('more').getByText('1 n’est pas concernée').waitFor()
  expect(
    await table('more')
      .getByRole('button', { name: /concernée/ })
      .count(),
  ).toBe(0)
  // Nor of a step that comes after answers: who is missing there has given one.
  await table('end').getByText('9', { exact: true }).waitFor()
  expect(await table('end').getByRole('button').count()).toBe(0)
  await resize(page, 360)
  await looksRight(page)
  await resize(page, 1280)
}

const at = (stage: string) => funnel['funnel.who'].replace('{stage}', stage)
const stopped = (stage: string) => funnel['funnel.whoStopped'].replace('{stage}', stage)

test('each figure of a campaign leads to its people, and on to how far they came, told of no few; in French', async () => {
  const { admin, campaignId } = await answered()
  const page = await window(admin, { ...calm, viewport: { width: 1280, height: 800 } })
  await page.goto(linkTo(paths.campaign, { campaignId }))
  await pressResults(page)
  await mouse.press(link(page, fr['campaigns.results.further']))
  await page.getByText('9 personnes sont entrées').waitFor()
  await looksRight(page)
  await leadsTo(page, figure(page, '9', at('Contactés')), ...everybody)
  await leadsTo(page, figure(page, '1', at('Premier brouillon')), 'Kofi')
  const stops = page.getByRole('table', { name: funnel['funnel.stops'] })
  const there = ['Ada Winter', 'Otto', 'Dana', 'Lena', 'Priya']
  await leadsTo(page, figure(stops, '5', stopped('Contactés')), ...there)
  await leadsTo(page, figure(stops, '1 est partie', stopped('Contactés')), 'Lena')
  await stops.getByText('1 a dit non').waitFor()
  expect(await stops.getByRole('button', { name: /a dit|peuvent encore/ }).count()).toBe(0)
  await stops.getByText(funnel['funnel.whyUntold']).first().waitFor()
  await resize(page, 360)
  await looksRight(page)

  await admin.does(setFewestTold, { body: { people: 10 } })
  await page.reload()
  await page.getByText(funnel['funnel.untold']).waitFor()
  expect(await page.getByText('Kofi').count()).toBe(0)
  await looksRight(page)
})
