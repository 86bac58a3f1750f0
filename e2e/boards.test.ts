import { expect, test } from 'vitest'
import { linkTo, paths } from '#paths'
import en from '#recognition/boards/messages/en.json' with { type: 'json' }
import { giveKudos } from '#recognition/contract.ts'
import wall from '#recognition/wall/messages/en.json' with { type: 'json' }
import { openBrowserWorld } from './browser.ts'
import { axeFaults, sidewaysFaults } from './faults.ts'
import { button, finger } from './hand.ts'

const { world, window } = openBrowserWorld()

test('an administrator switches boards on; somebody sees their own weeks first and then their league, leaves it and comes back', async () => {
  const org = await world.organization()
  const admin = await org.admin()
  const [mei, dana, kofi] = [
    await org.person('Mei Tanaka'),
    await org.person('Dana Reyes'),
    await org.person('Kofi Mensah'),
  ]
  const thank = (by: typeof mei, to: typeof mei) =>
    by.does(giveKudos, { body: { toIds: [to.id], reason: 'You zeroed it in the cold.' } })
  for (const by of [mei, kofi]) await thank(by, dana)
  await thank(dana, mei)
  await world.settle()

  const phone = await window(dana, { ...finger.window, reducedMotion: 'reduce' })
  await phone.goto(paths.boards)
  await phone.getByText(en['board.off']).waitFor()

  const page = await window(admin, { reducedMotion: 'reduce' })
  await page.goto(paths.boards)
  await button(page, en['board.settings.set']).click()
  await page.getByText(en['board.mode.people']).click()
  await page.getByRole('dialog').getByText(en['board.settings.anonymous']).click()
  expect(await axeFaults(page)).toEqual([])
  await button(page, en['board.settings.save']).click()
  await page.getByText(en['board.settings.people']).waitFor()

  const league = phone.getByRole('table', { name: en['board.league'] })
  await league.getByText('Dana Reyes (you)').waitFor()
  expect(await league.getByRole('row').allTextContents()).toEqual([
    expect.any(String),
    expect.stringMatching(/1.*Dana Reyes \(you\).*2/),
    expect.stringMatching(/2.*Mei Tanaka.*1/),
  ])
  expect(await axeFaults(phone)).toEqual([])
  expect(await sidewaysFaults(phone, 360)).toEqual([])
  await button(phone, en['board.leave']).tap()
  await phone.getByText(en['board.away']).waitFor()
  await button(phone, en['board.return']).tap()
  await league.getByText('Dana Reyes (you)').waitFor()
})

test('from a month and a year of help the ways lead back, and on only as far as time has come', async () => {
  const org = await world.organization()
  const page = await window(await org.admin())
  await page.clock.setFixedTime('2026-03-02T09:00:00Z')
  const link = (name: string) => page.getByRole('link', { name, exact: true })
  await page.goto(linkTo(paths.celebration, { month: '2026-02' }))
  await link(wall['wall.after']).click()
  await page.waitForURL(`**${linkTo(paths.celebration, { month: '2026-03' })}`)
  await link(wall['wall.after']).waitFor({ state: 'detached' })
  await link(wall['wall.before']).waitFor()
  await page.goto(linkTo(paths.yearInReview, { year: '2026' }))
  await link('2025').click()
  await link('2026').waitFor()
  await link('2026').click()
  await link('2025').waitFor()
  expect(await link('2027').count()).toBe(0)
})
