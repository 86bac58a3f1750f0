import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { paths } from '#paths'
import { giveKudos } from '#recognition/contract.ts'
import en from '#recognition/fairness/messages/en.json' with { type: 'json' }
import fr from '#recognition/fairness/messages/fr.json' with { type: 'json' }
import { setRecognition } from '#recognition/settings.contract.ts'
import type { Person } from '#test/organization.ts'
import { flagIn } from '#test/ring-flag.ts'
import { openBrowserWorld } from './browser.ts'
import { axeFaults, sidewaysFaults, smallTargets } from './faults.ts'
import { button, finger, link } from './hand.ts'
import { speaks } from './tongue.ts'

const { world, window } = openBrowserWorld()
const calm = { reducedMotion: 'reduce' } as const

const looksRight = async (page: Page) => {
  expect(await axeFaults(page)).toEqual([])
  expect(await sidewaysFaults(page, page.viewportSize()?.width ?? 0)).toEqual([])
}

/** Twelve people who have been here for a while, of whom some thank some. */
async function company() {
  const org = await world.organization()
  const lab = await org.group('Lab')
  const all: Person[] = []
  for (let at = 0; at < 12; at += 1) all.push(await org.person(`Person ${at + 1}`, 'learner', lab))
  // Without the lab enough people are left for it to be told.
  for (const name of ['Noa', 'Oli']) await org.person(name)
  const lena = await org.person('Lena Vogt', 'manager', lab)
  world.pass({ days: 31 })
  const admin = await org.admin()
  await admin.does(setRecognition, { body: { allowance: 100, timeZone: 'UTC' } })
  const thank = async () => {
    for (const [at, to] of all.slice(0, 4).entries())
      await (await org.again(lena)).does(giveKudos, {
        body: { toIds: [to.id], reason: 'For all the help', points: 5 * (at + 1) },
      })
  }
  return { org, admin, lena: await org.again(lena), all, thank }
}

test('an administrator finds under Settings how thanks are shared, sees a circle, decides by keyboard, who was in it reads so, and it is taken back', async () => {
  const { org, admin, all, thank } = await company()
  const [ann, ben] = [await org.again(all[0] as Person), all[1] as Person]
  const page = await window(admin, calm)
  await page.goto(paths.settings)
  await link(page, /Fairness of thanks/).click()
  await page.getByText(en['fairness.none']).waitFor()
  await looksRight(page)
  await thank()
  await page.getByText(en['fairness.gini.points']).waitFor()
  await page.getByRole('img', { name: en['fairness.share.picture'] }).waitFor()
  for (const table of await page.getByRole('button', { name: en['fairness.asTable'] }).all())
    await table.click()
  await page.getByRole('row', { name: /The lowest 20%/ }).waitFor()
  await button(page, en['fairness.never']).click()
  await page.getByText(en['fairness.never.off']).waitFor()
  await looksRight(page)
  await flagIn(org, [ann.id, ben.id])
  await page.reload()
  await button(page, en['fairness.never']).click()
  await page.getByText('Lena Vogt').waitFor()
  await looksRight(page)

  await link(page, en['fairness.rings']).click()
  await page.getByText('These two thanked one another 31 of 34 times.').waitFor()
  await looksRight(page)
  const decide = button(page, 'Decide about Person 1 and Person 2')
  await decide.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: en['fairness.ring.nothing'] }).focus()
  await page.keyboard.press('Space')
  await dialog.getByLabel(en['fairness.ring.note']).fill('They ran the audit together.')
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText(en['fairness.rings.none']).waitFor()
  await page.getByRole('radio', { name: en['fairness.rings.decided'] }).click()
  await page.getByText('They ran the audit together.').waitFor()
  await looksRight(page)

  const own = await window(ann, calm)
  await own.goto(paths.me)
  await own.getByText('You and one other thanked one another 31 of 34 times.').waitFor()
  await own.getByText(/They ran the audit together/).waitFor()
  expect(await own.getByText('Person 2').count()).toBe(0)
  await looksRight(own)

  await button(page, /^Take back what was decided/).click()
  await expect.poll(() => own.getByText(en['fairness.mine']).count()).toBe(0)
  await page.getByText(en['fairness.rings.noneDecided']).waitFor()
})

test('where nobody has decided that it may be looked for, the page says so and leads there', async () => {
  const { admin } = await company()
  const page = await window(admin, calm)
  await page.goto(paths.rings)
  await page.getByText(en['fairness.rings.off']).waitFor()
  await looksRight(page)
  await link(page, en['fairness.rings.decideThere']).click()
  await page.getByRole('heading', { name: 'Circles of thanks' }).waitFor()
})

test('on a phone, in French, in the dark, a manager reads of their group, a year back, and who manages none is told so', async () => {
  const { org, lena, all, thank } = await company()
  await thank()
  await speaks(lena, 'fr')
  const shape = { ...calm, ...finger.window, locale: 'fr', colorScheme: 'dark' as const }
  const page = await window(lena, shape)
  await page.goto(paths.fairness)
  await page.getByText(fr['fairness.gini.thanks']).waitFor()
  await finger.press(page.getByRole('radio', { name: fr['fairness.span.365'] }))
  await expect.poll(() => new URL(page.url()).searchParams.get('days')).toBe('365')
  for (const table of await page.getByRole('button', { name: fr['fairness.asTable'] }).all())
    await finger.press(table)
  await looksRight(page)
  expect(await smallTargets(page)).toEqual([])
  expect(await page.getByText(fr['fairness.never']).count()).toBe(0)
  const other = await window(await org.again(all[3] as Person), calm)
  await other.goto(paths.fairness)
  await other.getByText('Only who manages a group reads of it how thanks are shared.').waitFor()
  await looksRight(other)
})
