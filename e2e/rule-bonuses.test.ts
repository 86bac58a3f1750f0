import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { linkTo, paths } from '#paths'
import bonus from '#recognition/bonus/messages/en.json' with { type: 'json' }
import * as bonuses from '#recognition/bonus.contract.ts'
import fairness from '#recognition/fairness/messages/fr.json' with { type: 'json' }
import { listRules } from '#recognition/rule.contract.ts'
import en from '#recognition/rules/messages/en.json' with { type: 'json' }
import { decide, plantWith, statesOf, terms } from '#test/bonus.ts'
import { room, say } from '#test/reviewing.ts'
import { validate } from '#test/rules.ts'
import { openBrowserWorld } from './browser.ts'
import { axeFaults, sidewaysFaults, smallTargets } from './faults.ts'
import { button, field, find, finger, link } from './hand.ts'
import { speaks } from './tongue.ts'

const { world, window } = openBrowserWorld()
const calm = { reducedMotion: 'reduce' } as const

const looksRight = async (page: Page) => {
  expect(await axeFaults(page)).toEqual([])
  expect(await sidewaysFaults(page, page.viewportSize()?.width ?? 0)).toEqual([])
}

test('an administrator has a rule propose a bonus, a course is validated, another administrator approves it, and it is not taken back with the rest', async () => {
  const { org, lab, admin, dana, priya } = await room(world)
  await say(admin, lab, { approvals: 1, approvers: ['reviewers'] })
  const other = await org.person('Olga Brandt', 'admin')
  const page = await window(admin, calm)
  await page.goto(`${paths.newRule}?from=validated`)
  await page.getByText(en['rule.bonusOff']).waitFor()
  await admin.does(bonuses.setBonusSettings, { body: terms })
  await page.getByText(en['rule.bonusBare']).waitFor()
  expect(await link(page, en['rule.bonusBareLink']).getAttribute('href')).toBe(paths.bonuses)
  const params = { groupId: lab }
  await admin.does(bonuses.setBudget, { params, body: { kind: 'money', amount: 100_000 } })

  await button(page, /Bonus/).press('Enter')
  await page.getByRole('option', { name: bonus['bonus.kind.money'] }).click()
  await field(page, 'How much, in EUR').fill('0')
  await button(page, en['rule.make']).click()
  await page.getByText(bonus['bonus.amountWrong']).waitFor()
  await field(page, 'How much, in EUR').fill('250')
  const words = page.getByRole('status', { name: en['rule.says'] })
  await words
    .getByText('The rule also proposes a bonus of €250.00 for its author from the budget of Lab.')
    .waitFor()
  await looksRight(page)
  await button(page, en['rule.make']).click()
  await page.getByRole('button', { name: 'Switch version 1 on' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Switch version 1 on' }).click()
  await page.getByText(/^Version 1 is on since/).waitFor()
  const [rule] = (await admin.does(listRules)).items
  expect(rule?.bonus).toEqual({ unit: 'EUR', amount: 25_000, to: 'author', groupId: lab })

  await validate(dana, lab, [priya], { title: 'Read a micrometer' })
  await world.settle()
  await page.goto(paths.bonuses)
  await page.getByText(bonus['bonus.show.all']).click()
  await page.getByText(bonus['bonus.ownRule']).waitFor()
  expect(await button(page, 'Approve the bonus for Dana Reyes').count()).toBe(0)
  await looksRight(page)

  const phone = await window(other, { ...calm, ...finger.window })
  await phone.goto(paths.bonuses)
  await finger.press(phone.getByText(bonus['bonus.show.waiting']))
  const card = phone.getByRole('article')
  await card.getByRole('link', { name: '“Read a micrometer”' }).waitFor()
  await card.getByRole('link', { name: '“A course is validated”' }).waitFor()
  await looksRight(phone)
  expect(await smallTargets(phone)).toEqual([])
  await finger.press(button(phone, 'Approve the bonus for Dana Reyes'))
  await phone.getByText(bonus['bonus.none.waiting']).waitFor()
  expect(await statesOf(dana)).toEqual([['Dana Reyes', 'approved']])

  await page.goto(linkTo(paths.rule, { ruleId: rule?.id ?? '' }))
  await page.getByText('It gave 60 points and proposed 1 bonus for 2 people.').waitFor()
  await page.getByRole('tab', { name: en['rule.part.given'] }).click()
  await page.getByText('Bonus of €250.00: Approved, to be paid.').waitFor()
  await button(page, 'Take back what Dana Reyes was given').click()
  await page.getByLabel(en['rule.takeBackReason']).fill('It was published by mistake.')
  await page.getByRole('dialog').getByRole('button', { name: en['rule.takeBack'] }).click()
  await page.getByText(en['rule.bonusByHand']).waitFor()
  await looksRight(page)
  expect(await statesOf(dana)).toEqual([['Dana Reyes', 'approved']])
})

test('where too few people can approve, the settings say so, and so does the form before anything is proposed', async () => {
  const { org, admin, olga } = await plantWith(world)
  const page = await window(admin, calm)
  await page.goto(paths.bonuses)
  await page.getByText('Plant: nobody is left for step 2, an administrator').waitFor()
  await looksRight(page)
  const manager = await window(olga, { ...calm, ...finger.window })
  await manager.goto(paths.bonuses)
  await finger.press(button(manager, bonus['bonus.propose']))
  await manager.getByText(/If you propose it, nobody is left for step 2 of the approval/).waitFor()
  expect(await sidewaysFaults(manager, 360)).toEqual([])
  await org.person('Ben Otis', 'admin')
  await manager.reload()
  await finger.press(button(manager, bonus['bonus.propose']))
  const whom = manager.getByRole('combobox', { name: bonus['bonus.whom'] })
  await finger.choose(await find(whom, 'Ben', 'Ben Otis'))
  await manager.getByText(/For Ben Otis nobody is left to approve it/).waitFor()
  await looksRight(manager)
})

test('on the fairness page a manager reads in French, on a phone, what became of a budget', async () => {
  const { olga, mira, ask } = await plantWith(world, ['manager-above'])
  const one = await mira.does(bonuses.proposeBonus, ask())
  await mira.does(bonuses.proposeBonus, ask({ amount: 10_000 }))
  await decide(olga, one.id)
  await speaks(mira, 'fr')
  const phone = await window(mira, { ...calm, ...finger.window, locale: 'fr', colorScheme: 'dark' })
  await phone.goto(paths.fairness)
  await phone.getByText(fairness['fairness.budgets']).waitFor()
  const money = phone.getByRole('region', { name: 'Lab, argent' })
  expect((await money.textContent())?.replaceAll(/\s/g, ' ')).toContain(
    'Il reste 650,00 € sur 1 000,00 €. 250,00 € approuvés et 100,00 € mis en réserve.',
  )
  await finger.press(money.getByRole('button', { name: fairness['fairness.asTable'] }))
  await money.getByRole('row').filter({ hasText: '650,00' }).waitFor()
  await phone.getByRole('region', { name: 'Lab, temps libre' }).waitFor()
  await looksRight(phone)
  expect(await phone.getByText('Dana Reyes').count()).toBe(0)
})
