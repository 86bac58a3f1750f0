import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { linkTo, paths } from '#paths'
import { designBadge } from '#recognition/badge.contract.ts'
import points from '#recognition/messages/en.json' with { type: 'json' }
import { listRules } from '#recognition/rule.contract.ts'
import en from '#recognition/rules/messages/en.json' with { type: 'json' }
import fr from '#recognition/rules/messages/fr.json' with { type: 'json' }
import { design } from '#test/badge.ts'
import { room, say } from '#test/reviewing.ts'
import { pointsOf, ruleOn, validate } from '#test/rules.ts'
import { openBrowserWorld } from './browser.ts'
import { axeFaults, sidewaysFaults, smallTargets } from './faults.ts'
import { button, field, finger, link } from './hand.ts'
import { speaks } from './tongue.ts'

const { world, window } = openBrowserWorld()
const calm = { reducedMotion: 'reduce' } as const

const looksRight = async (page: Page) => {
  expect(await axeFaults(page)).toEqual([])
  expect(await sidewaysFaults(page, page.viewportSize()?.width ?? 0)).toEqual([])
}

/** A group in which two must approve, and a course that they did. */
async function lab() {
  const all = await room(world)
  await say(all.admin, all.lab, { approvals: 2, approvers: ['reviewers'] })
  await validate(all.dana, all.lab, [all.priya, all.kofi], { title: 'Zero a gauge' })
  await world.settle()
  return all
}

test('an administrator writes a rule by keyboard, sees what it would have given, switches it on, a course brings points, and they are taken back', async () => {
  const { lab: group, admin, dana, priya, kofi } = await lab()
  const page = await window(admin, calm)
  await page.goto(paths.rules)
  await page.getByText(en['rule.none']).waitFor()
  await looksRight(page)
  await link(page, en['rule.template.validated']).press('Enter')
  const words = page.getByRole('status', { name: en['rule.says'] })
  await words
    .getByText('its author gets 50 points and each reviewer who approved it gets 10 points')
    .waitFor()
  await field(page, 'Points: its author').fill('40')
  await words.getByText('its author gets 40 points').waitFor()
  await field(page, 'Points: its author').fill('50')
  await looksRight(page)
  await button(page, en['rule.make']).press('Enter')

  await page.getByText('It would have given 70 points to 3 people.').waitFor()
  const row = page.getByRole('row', { name: /Dana Reyes/ })
  await row.getByRole('button', { name: en['rule.whyOf'] }).press('Enter')
  await row.getByRole('link', { name: '“Zero a gauge”' }).waitFor()
  await looksRight(page)
  expect(await pointsOf(dana)).toBe(0)
  await button(page, 'Switch version 1 on').press('Enter')
  const dialog = page.getByRole('alertdialog')
  await dialog.getByText(en['rule.switchOnText']).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Switch version 1 on' }).press('Enter')
  await page.getByText(/^Version 1 is on since/).waitFor()

  await validate(dana, group, [priya, kofi], { title: 'Read a micrometer' })
  await world.settle()
  await expect.poll(async () => [await pointsOf(dana), await pointsOf(priya)]).toEqual([50, 10])
  const own = await window(dana, calm)
  await own.goto(paths.points)
  await own.getByText('By the rule “A course is validated”').waitFor()
  await own.getByRole('link', { name: '“Read a micrometer”' }).waitFor()
  await looksRight(own)
  await link(own, points['recognition.mine.how']).click()
  await own.getByText('its author gets 50 points and each reviewer who approved it gets 10 points').waitFor()
  await looksRight(own)

  await page.getByRole('tab', { name: en['rule.part.given'] }).click()
  await button(page, 'Take back what Dana Reyes was given').click()
  await page.getByLabel(en['rule.takeBackReason']).fill('It was published by mistake.')
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: en['rule.takeBack'] }).click()
  await page.getByText('Taken back by Ada Winter: It was published by mistake.').waitFor()
  await looksRight(page)
  expect(await pointsOf(dana)).toBe(0)
  await own.goto(paths.points)
  await own.getByText('Taken back: by the rule “A course is validated”').waitFor()
})

test('a version that is changed acts once it is switched on, and what was said before is brought back', async () => {
  const { admin } = await lab()
  const { id: ruleId } = await ruleOn(admin)
  const page = await window(admin, calm)
  await page.goto(linkTo(paths.rule, { ruleId }))
  await field(page, 'Points: its author').fill('7')
  await page.getByText(en['rule.tryFirst']).waitFor()
  await button(page, 'Keep as version 2').click()
  await page.getByText('It would have given 27 points to 3 people.').waitFor()
  await page.getByText('Version 2 is kept, but not on.').waitFor()
  await page.getByRole('tab', { name: en['rule.part.versions'] }).click()
  await button(page, 'Bring back version 1').click()
  await page.getByText('Version 3: A course is validated').waitFor()
  await looksRight(page)
  await button(page, en['rule.switchOff']).click()
  await page.getByText(en['rule.isOff']).waitFor()
  await button(page, en['rule.archive']).click()
  await expect.poll(async () => (await admin.does(listRules)).items).toEqual([])
})

test('on a phone, in French, a count and a badge are said with a finger', async () => {
  const { admin, dana } = await lab()
  const { id: badgeId } = await admin.does(designBadge, { body: design })
  await speaks(admin, 'fr')
  const page = await window(admin, { ...calm, ...finger.window, locale: 'fr' })
  await page.goto(`${paths.newRule}?from=guide`)
  await field(page, fr['rule.people']).fill('3')
  await finger.press(button(page, new RegExp(fr['rule.badge'])))
  await finger.choose(page.getByRole('option', { name: new RegExp(design.name) }))
  await page
    .getByText(
      new RegExp(`reçoit 100 points et la distinction « ${design.name} » au niveau`.replaceAll(' ', '.')),
    )
    .waitFor()
  await looksRight(page)
  expect(await smallTargets(page)).toEqual([])
  await finger.press(button(page, fr['rule.make']))
  await page.getByText('Elle n’aurait rien donné.').waitFor()
  await looksRight(page)
  expect((await admin.does(listRules)).items).toMatchObject([
    { when: { is: 'course', people: 3 }, badge: { badgeId, level: 1, to: 'author' }, active: null },
  ])

  const other = await window(dana, { ...calm, ...finger.window })
  await other.goto(paths.rules)
  await other.getByText(en['rule.notYours']).waitFor()
  await finger.press(link(other, en['rule.earning']))
  await other.getByText(en['rule.earningNone']).waitFor()
  await looksRight(other)
})
