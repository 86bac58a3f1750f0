import { expect, test } from 'vitest'
import { paths } from '#paths'
import en from '#protected-time/messages/en.json' with { type: 'json' }
import { openBrowserWorld } from './browser.ts'
import { axeFaults, sidewaysFaults } from './faults.ts'
import { button, field, finger } from './hand.ts'

const { world, window } = openBrowserWorld()
const still = { reducedMotion: 'reduce' } as const

test('a leader asks for hours, the manager proposes another number on a phone, it is accepted, kept as a file, noted with one press and ended', async () => {
  const org = await world.organization()
  const lab = await org.group('Lab')
  const [mira, dana] = [
    await org.person('Mira Holt', 'manager', lab),
    await org.person('Dana Reyes', 'leader', lab),
  ]
  const day = (days: number) => new Date(world.now().getTime() + days * 86_400_000).toISOString().slice(0, 10)
  const page = await window(dana, still)
  await page.goto(paths.protectedTime)
  await page.getByText(en['protected.none.mine']).waitFor()
  await button(page, en['protected.ask']).focus()
  await page.keyboard.press('Enter')
  await field(page, en['protected.why']).fill('I am asked the same five things every week.')
  await page.getByLabel(en['protected.from'], { exact: true }).fill(day(0))
  await page.getByLabel(en['protected.until'], { exact: true }).fill(day(200))
  await page.getByRole('dialog').getByText(en['protected.rhythm.weekly']).click()
  await page.getByLabel(en['protected.time']).fill('14:00')
  expect(await axeFaults(page)).toEqual([])
  const asking = page.getByRole('dialog')
  await asking.getByRole('button', { name: en['protected.send'] }).click()
  await asking.waitFor({ state: 'detached' })
  await page.getByText('Waits for whoever answers for Lab.').waitFor()

  const phone = await window(mira, { ...finger.window, ...still })
  await phone.goto(paths.protectedTime)
  await phone.getByText('I am asked the same five things every week.').waitFor()
  expect(await sidewaysFaults(phone, 360)).toEqual([])
  await button(phone, en['protected.propose']).tap()
  const proposing = phone.getByRole('dialog')
  await proposing.getByRole('button', { name: en['protected.propose'] }).tap()
  await proposing.waitFor({ state: 'detached' })
  await phone.getByText(en['protected.state.proposed']).waitFor()
  expect(await axeFaults(phone)).toEqual([])

  await button(page, 'Accept 2 hours').click()
  await page.getByText(en['protected.state.agreed'], { exact: true }).waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: en['protected.file'] }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^protected-time-.+\.ics$/)
  await page.getByRole('button', { name: /: All of it$/ }).click()
  await page.getByText('2 of 2 hours noted').waitFor()
  await phone.getByText('2 of 2 hours noted').waitFor()
  expect(await phone.getByRole('button', { name: /: All of it$/ }).count()).toBe(0)
  expect(await axeFaults(page)).toEqual([])
  expect(await sidewaysFaults(phone, 360)).toEqual([])

  await button(phone, en['protected.end']).tap()
  const ending = phone.getByRole('dialog')
  await ending.getByRole('button', { name: en['protected.end'] }).tap()
  await ending.waitFor({ state: 'detached' })
  await page.getByText(/^Ends on /).waitFor()
  expect(await axeFaults(phone)).toEqual([])
})

test('whoever neither leads nor manages is told whom it is for', async () => {
  const org = await world.organization()
  const page = await window(await org.person('Mei Tanaka'), still)
  await page.goto(paths.protectedTime)
  await page.getByText(en['protected.closed']).waitFor()
  expect(await axeFaults(page)).toEqual([])
})
