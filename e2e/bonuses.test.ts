import { expect, test } from 'vitest'
import { paths } from '#paths'
import en from '#recognition/bonus/messages/en.json' with { type: 'json' }
import { openBrowserWorld } from './browser.ts'
import { axeFaults, sidewaysFaults } from './faults.ts'
import { button, field, finger } from './hand.ts'

const { world, window } = openBrowserWorld()

test('an administrator says how bonuses work and gives a budget; a manager proposes one, it is approved, goes to payroll once, and is read by who receives it', async () => {
  const org = await world.organization()
  const lab = await org.group('Lab')
  const admin = await org.admin()
  const [mira, dana] = [
    await org.person('Mira Holt', 'manager', lab),
    await org.person('Dana Reyes', 'learner', lab),
  ]
  const page = await window(admin, { reducedMotion: 'reduce' })
  await page.goto(paths.bonuses)
  await button(page, en['bonus.settings.say']).click()
  await field(page, en['bonus.settings.currency']).fill('xyz')
  await button(page, en['bonus.save']).click()
  await page.getByText('Name a currency by its three letters, such as EUR.').waitFor()
  await field(page, en['bonus.settings.currency']).fill('eur')
  expect(await axeFaults(page)).toEqual([])
  await button(page, en['bonus.save']).click()
  await page.getByText('In EUR, with budgets for a quarter. Approved by: an administrator.').waitFor()
  await button(page, 'Change the budget of Lab').click()
  await field(page, 'How much, in EUR').fill('1000')
  await button(page, en['bonus.save']).click()
  await page.getByText('€1,000.00 of €1,000.00').waitFor()

  const manager = await window(mira, { ...finger.window, reducedMotion: 'reduce' })
  await manager.goto(paths.bonuses)
  await button(manager, en['bonus.propose']).click()
  await manager.getByRole('combobox', { name: en['bonus.whom'] }).fill('Dana')
  await finger.choose(manager.getByRole('option', { name: 'Dana Reyes' }))
  await field(manager, 'How much, in EUR').fill('2000')
  await field(manager, en['bonus.reason']).fill('For a year of Friday clinics at the torque bench.')
  const dialog = manager.getByRole('dialog')
  await dialog.getByRole('button', { name: en['bonus.propose'] }).tap()
  await manager.getByText('There is not so much left of this budget. Nothing was set aside.').waitFor()
  await field(manager, 'How much, in EUR').fill('250')
  expect(await sidewaysFaults(manager, 360)).toEqual([])
  await dialog.getByRole('button', { name: en['bonus.propose'] }).tap()
  await dialog.waitFor({ state: 'detached' })
  await manager.getByText('€750.00 of €1,000.00').waitFor()
  expect(await axeFaults(manager)).toEqual([])

  await page.getByText(en['bonus.show.waiting']).click()
  await button(page, 'Approve the bonus for Dana Reyes').click()
  await page.getByText(en['bonus.none.waiting']).waitFor()
  await button(page, en['bonus.payroll.make']).click()
  await page.getByRole('alertdialog').getByRole('button', { name: en['bonus.payroll.make'] }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /CSV file/ }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^payroll-.+\.csv$/)
  expect(await axeFaults(page)).toEqual([])

  const phone = await window(dana, { ...finger.window, reducedMotion: 'reduce' })
  await phone.goto(paths.bonuses)
  const card = phone.getByRole('article')
  await card.getByText('With payroll').waitFor()
  expect(await card.textContent()).toContain('€250.00')
  expect(await axeFaults(phone)).toEqual([])
  expect(await sidewaysFaults(phone, 360)).toEqual([])
})
