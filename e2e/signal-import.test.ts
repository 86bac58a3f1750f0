import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import en from '#leader/messages/en.json' with { type: 'json' }
import { setPurpose } from '#leader/purpose.contract.ts'
import { paths } from '#paths'
import people from '#people/messages/en.json' with { type: 'json' }
import { openBrowserWorld } from './browser.ts'
import { axeFaults } from './faults.ts'
import { button, field, link } from './hand.ts'
import { enterOn, tabTo } from './keyboard.ts'

const { world, window } = openBrowserWorld()

const agreed = { legalNote: 'Agreement of May', keepDays: 365, isOn: true } as const

/** A company whose help was given in a forum, and the forum's export. */
async function company() {
  const org = await world.organization()
  const lab = await org.group('Torque')
  const [admin, dana] = [await org.admin(), await org.person('Dana Reyes', 'learner', lab)]
  const seenBy = 'admins' as const
  await admin.does(setPurpose, { params: { purpose: 'imports' }, body: { ...agreed, seenBy } })
  const lines = ['Asked by;Answered by;Date;Tag']
  for (const [at, name] of ['Ann', 'Ben', 'Cem', 'Dom', 'Eva', 'Fay'].entries()) {
    const { email } = await org.person(name, 'learner', lab)
    lines.push(`${email};${dana.email};2026-02-${10 + at};Torque`)
  }
  lines.push(`stranger@x.example;${dana.email};2026-02-20;Torque`, `;${dana.email};soon;Torque`)
  const file = { name: 'Forum.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) }
  return { org, admin, dana, file }
}

test('help given in a forum is brought in, counts on the radar, and ends in an accepted nomination', async () => {
  const { admin, dana, file } = await company()
  const page = await window(admin, { reducedMotion: 'reduce' })
  await page.goto(paths.settings)
  await link(page, people['people.settings.imports']).click()
  await page.getByText(en['leader.import.drop']).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.locator('input[type="file"]').first().setInputFiles(file)
  await page.getByText(en['leader.import.fault.no-date']).waitFor()
  expect(await axeFaults(page)).toEqual([])
  expect(await field(page, en['leader.import.source']).inputValue()).toBe('Forum')
  await button(page, 'Bring in Forum.csv').click()
  await page.getByRole('heading', { name: '“Forum” was brought in' }).waitFor()
  await page.getByRole('status').getByText('9 lines: 6 taken, 2 not taken.').waitFor()
  await button(page, en['leader.import.rejections']).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Line 8').waitFor()
  await dialog.getByText(en['leader.import.fault.unknown-helped']).waitFor()
  await page.keyboard.press('Escape')

  await link(page, en['leader.import.toRadar']).click()
  await page.getByText('Answered 6 questions, for 6 people').waitFor()
  await button(page, 'Invite Dana Reyes').click()
  await field(page, en['leader.nominate.reason']).fill('The whole forum asks her.')
  await button(page, 'Ask Dana Reyes').click()
  await page.getByRole('article', { name: 'Dana Reyes' }).getByText(en['leader.nomination.asked']).waitFor()

  const own = await window(dana, { reducedMotion: 'reduce' })
  await own.goto(paths.me)
  await button(own, en['leader.answer.accepted']).click()
  await button(own, en['leader.answer.accepted.send']).click()
  await own.getByText('You lead in Torque now. Thank you!').waitFor()
})

/** Chooses a line of a field by keyboard. */
async function choose(page: Page, label: string, line: string): Promise<void> {
  const chosen = page.getByRole('button', { name: label })
  await tabTo(page, chosen)
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: line, exact: true }).waitFor()
  await page.keyboard.type(line.split(' ')[0] ?? '')
  await page.keyboard.press('Enter')
  // What was chosen is there, and the focus still on it.
  await chosen.and(page.locator(':focus')).filter({ hasText: line }).waitFor()
}

test('of columns that nobody could guess one says by keyboard which is which, and how dates are written; the first lines follow, and so does what is read', async () => {
  const { org, admin, dana, file } = await company()
  const text = file.buffer.toString().replace('Asked by;Answered by;Date;Tag', 'Wem;Wer;Wann;Worum')
  const german = text.replaceAll(/2026-02-(\d\d)/g, '$1/02/2026')
  const page = await window(admin, { reducedMotion: 'reduce' })
  await page.goto(paths.imports)
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ ...file, buffer: Buffer.from(german) })
  const row = page.getByRole('table', { name: en['leader.import.preview'] }).getByRole('row').nth(1)
  for (const [field, name] of [
    ['helper', 'Wer'],
    ['helped', 'Wem'],
    ['at', 'Wann'],
    ['topic', 'Worum'],
  ] as const)
    await choose(page, en[`leader.import.column.${field}`], name)
  await row.getByText(en['leader.import.fault.no-date']).waitFor()
  await enterOn(page, button(page, en['leader.import.more']))
  await choose(page, en['leader.import.dates'], en['leader.import.dates.day-first'])
  await row.getByText('Feb 10, 2026').waitFor()
  await row.getByText(dana.email).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await enterOn(page, button(page, 'Bring in Forum.csv'))
  await page.getByRole('status').getByText('9 lines: 6 taken, 2 not taken.').waitFor()
  const kept = await world.stored<{ helperId: string; topic: string; day: string }>(
    org.id,
    `select helper_id, topic, (at at time zone 'UTC')::date::text as day from signals order by at`,
  )
  expect(kept.map(({ helperId }) => helperId)).toEqual(Array(6).fill(dana.id))
  expect(kept[0]).toMatchObject({ topic: 'Torque', day: '2026-02-10' })
})

test('a file that broke off is gone on with, and what was brought in is taken back', async () => {
  const { admin, file } = await company()
  const page = await window(admin, { reducedMotion: 'reduce' })
  await page.goto(paths.imports)
  await page.locator('input[type="file"]').first().setInputFiles(file)
  // The network fails at the first part.
  await page.route('**/parts/*', (route) => route.abort())
  await button(page, 'Bring in Forum.csv').click()
  await page.getByRole('alert').getByRole('button', { name: en['leader.import.goOn'] }).waitFor()
  await page.unroute('**/parts/*')
  // The window is closed, and another one opened: the file is chosen once more.
  await page.reload()
  const before = page.getByRole('list', { name: en['leader.import.before'] })
  await before.getByText('0 lines').waitFor()
  const wrong = { ...file, buffer: Buffer.from('something else') }
  const choose = before.locator('input[type="file"]')
  await choose.setInputFiles(wrong)
  await page.getByText(en['leader.import.otherFile']).waitFor()
  await choose.setInputFiles(file)
  await page.getByRole('heading', { name: '“Forum” was brought in' }).waitFor()

  await button(page, en['leader.import.takeBack']).first().click()
  const asking = page.getByRole('alertdialog')
  await asking.getByText(en['leader.import.takeBackText']).waitFor()
  await asking.getByRole('button', { name: en['leader.import.takeBack'] }).click()
  await page.getByText(en['leader.import.withdrawn']).waitFor()
})

test('where it is switched off, the page says so and who decided', async () => {
  const { admin } = await company()
  const body = { ...agreed, isOn: false, seenBy: 'admins' as const }
  await admin.does(setPurpose, { params: { purpose: 'imports' }, body })
  const page = await window(admin)
  await page.goto(paths.imports)
  await page.getByText(en['leader.import.off']).waitFor()
  expect(await page.locator('input[type="file"]').count()).toBe(0)
})
