import { expect, test } from 'vitest'
import { paths } from '#paths'
import en from '#recognition/messages/en.json' with { type: 'json' }
import { openBrowserWorld } from './browser.ts'
import { axeFaults, sidewaysFaults } from './faults.ts'
import { button, field, finger } from './hand.ts'

const { world, window } = openBrowserWorld()

test('an administrator says what is thanked for and with how many points; somebody thanks two people for it, who read it in their statement, and takes it back', async () => {
  const org = await world.organization()
  const admin = await org.admin()
  const [mei, dana] = [await org.person('Mei Tanaka'), await org.person('Dana Reyes')]
  await org.person('Kofi Mensah')

  const settings = await window(admin, { reducedMotion: 'reduce' })
  await settings.goto(paths.settings)
  await button(settings, en['recognition.settings.change']).click()
  await field(settings, en['recognition.settings.points']).fill('many')
  await button(settings, en['recognition.settings.save']).click()
  await settings.getByText('Write a whole number, 10,000 at most.').waitFor()
  await field(settings, en['recognition.settings.points']).fill('100')
  await field(settings, en['recognition.settings.timeZone']).fill('Europe/Paris')
  expect(await axeFaults(settings)).toEqual([])
  await button(settings, en['recognition.settings.save']).click()
  await settings.getByText('Everybody may give 100 points a month, in the months of Europe/Paris.').waitFor()
  await button(settings, en['recognition.values.add']).click()
  await settings
    .getByRole('dialog')
    .getByRole('textbox', { name: en['recognition.values.name'] })
    .fill('Patience')
  await field(settings, en['recognition.values.about']).fill('Shows it a third time.')
  await button(settings, en['recognition.settings.save']).click()
  await settings.getByRole('list', { name: en['recognition.values'] }).getByText('Patience').waitFor()

  const page = await window(mei, { reducedMotion: 'reduce' })
  await page.goto(paths.thanks)
  await button(page, en['recognition.give']).first().click()
  const to = page.getByRole('combobox', { name: en['recognition.to'] })
  for (const name of ['Dana Reyes', 'Kofi Mensah']) {
    await to.fill(name.slice(0, 4))
    await page.getByRole('option', { name }).click()
  }
  await page.keyboard.press('Escape')
  await field(page, en['recognition.reason']).fill('You showed me how to zero it in the cold.')
  await button(page, new RegExp(en['recognition.value.none'])).click()
  await page.getByRole('option', { name: 'Patience' }).click()
  await field(page, en['recognition.pointsEach']).fill('51')
  await button(page, en['recognition.send']).click()
  await page.getByText('Write a whole number, 50 at most.').waitFor()
  await field(page, en['recognition.pointsEach']).fill('30')
  expect(await axeFaults(page)).toEqual([])
  await button(page, en['recognition.send']).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByText('You may give 40 more points this month.').waitFor()
  const card = page.getByRole('article').filter({ hasText: 'in the cold' })
  expect(await card.textContent()).toMatch(/Dana Reyes and Kofi Mensah|Kofi Mensah and Dana Reyes/)
  await card.getByText('Patience').waitFor()

  const phone = await window(dana, { ...finger.window, reducedMotion: 'reduce' })
  await phone.goto(paths.points)
  await phone.getByText('Thanks from Mei Tanaka').waitFor()
  await phone.getByText('You have 30 points.').waitFor()
  expect(await axeFaults(phone)).toEqual([])
  expect(await sidewaysFaults(phone, 360)).toEqual([])

  await card.getByRole('button', { name: en['recognition.withdraw'] }).click()
  await phone.getByText('Mei Tanaka took their thanks back').waitFor()
  await phone.getByText('You have 0 points.').waitFor()
  await page.getByText('You may give 100 more points this month.').waitFor()
})
