import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { linkTo, paths } from '#paths'
import { listInvitations } from '#people/invitation.contract.ts'
import en from '#people/messages/en.json' with { type: 'json' }
import { openBrowserWorld } from './browser.ts'
import { holdFirst } from './first-only.ts'

const { world, window } = openBrowserWorld()

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()
const row = (page: Page, name: string | RegExp) => page.getByRole('row', { name })
const dialog = (page: Page) => page.getByRole('dialog')
/** A window has opened, and the field in it has come, and has the focus. */
const mayType = (page: Page) => dialog(page).locator('input:focus').waitFor()

/** Opens the menu of a group whose row has the focus, and chooses the line with this name. */
async function choose(page: Page, line: string): Promise<void> {
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: line }).waitFor()
  while ((await page.locator('[role=menuitem]:focus').textContent())?.includes(line) !== true)
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await mayType(page)
}

test('the tree of groups is grown, folded and reshaped by keyboard alone', async () => {
  const org = await world.organization()
  const page = await window(await org.admin())
  const press = (key: string) => page.keyboard.press(key)
  await page.goto(paths.groups)
  await row(page, /^Northwind Gauges/).waitFor()
  await button(page, 'Add a group').focus()
  await press('Enter')
  await mayType(page)
  await page.keyboard.type('Lab')
  await press('Enter')
  await row(page, /^Lab/).waitFor()
  await dialog(page).waitFor({ state: 'detached' })

  await row(page, /^Northwind Gauges/).focus()
  await press('ArrowDown')
  await page.locator('[role=row]:focus', { hasText: 'Lab' }).waitFor()
  await press('ArrowRight')
  await choose(page, 'Add a group below')
  await page.keyboard.type('Bench')
  await press('Enter')
  await row(page, /^Bench/).waitFor()
  expect(await row(page, /^Bench/).getAttribute('aria-level')).toBe('3')
  await dialog(page).waitFor({ state: 'detached' })

  await row(page, /^Lab/).focus()
  await press('ArrowLeft')
  await row(page, /^Bench/).waitFor({ state: 'detached' })
  await press('ArrowRight')
  await row(page, /^Bench/).waitFor()

  await row(page, /^Bench/).focus()
  await press('ArrowRight')
  await choose(page, 'Move')
  await page.keyboard.type('North')
  await page.getByRole('option', { name: /Northwind Gauges/ }).waitFor()
  await press('ArrowDown')
  await press('Enter')
  await press('Tab')
  await press('Enter')
  await page.getByText('Bench now stands below Northwind Gauges.').waitFor()
  await page.locator('[role=row][aria-level="2"]', { hasText: 'Bench' }).waitFor()
})

/** The path of the link in the mail that somebody got. */
function invitedPath(email: string): string {
  const folder = world.cairn.runtime.install.filesDir.replace(/files$/, 'mail')
  const mails = existsSync(folder) ? readdirSync(folder) : []
  const texts = mails.map((name) => readFileSync(`${folder}/${name}`, 'utf8').replaceAll('=\r\n', ''))
  const mail = texts.find((text) => text.includes(`To: ${email}`)) ?? ''
  const found = mail.replaceAll('=3D', '=').match(/\/invitation\/[0-9a-f-]{36}\.[\w-]{43}/)
  if (!found) throw new Error(`No mail to ${email} yet.`)
  return found[0]
}

test('a list of thirty with broken lines is brought and mended, and who is invited comes in by the mail', async () => {
  const org = await world.organization()
  await org.group('Lab')
  const admin = await org.admin()
  const good = Array.from({ length: 27 }, (_, at) => `Person ${at},person${at}@x.example,Lab,learner`)
  const bad = [
    'Lost Soul,lost@x.example,Lba,reviewer',
    'No Address,nowhere,Lab,',
    '"Open Quote,open@x.example,Lab,',
  ]
  const lines = ['Name;Mail;Group;Role'.replaceAll(';', ','), ...good.slice(0, 10), ...bad, ...good.slice(10)]
  const page = await window(admin)
  await page.goto(`${paths.invite}?way=list`)
  const file = { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByText('27 people will be invited').waitFor()
  await page.getByText('There is no such group. Did you mean Lab?').waitFor()
  expect((await admin.does(listInvitations)).items).toEqual([])

  await button(page, 'Invite 27 people').click()
  await page.getByText('27 people are invited. Their mails are on the way.').waitFor()
  await button(page, 'Mend these 3 lines here').click()
  const pasted = page.getByRole('textbox', { name: /paste rows/ })
  await pasted.fill((await pasted.inputValue()).replace('Lba', 'Lab'))
  await button(page, 'Check the list').click()
  await button(page, 'Invite 1 person').click()
  await page.getByText('1 person is invited. The mail is on its way.').waitFor()
  expect((await admin.does(listInvitations, { query: { limit: 100 } })).items.length).toBe(28)

  const path = await vi.waitFor(() => invitedPath('lost@x.example'), { timeout: 60_000, interval: 100 })
  const coming = await window(null, { viewport: { width: 360, height: 780 } })
  await coming.goto(path)
  await coming.getByText('As Reviewer in Lab.').waitFor()
  await coming.getByLabel('Password').fill('a long enough phrase')
  await button(coming, 'Come in').click()
  await coming.getByText('Your feed is waiting for its first story').waitFor()
})

test('who is invited by a list comes in as was chosen last, though the answer to what was chosen before comes later', async () => {
  const org = await world.organization()
  const admin = await org.admin()
  const page = await window(admin)
  await page.goto(`${paths.invite}?way=list`)
  const { letGo } = await holdFirst(page, '**/invitation-lists/preview?*')
  await button(page, en['people.list.usual']).click()
  await page.getByRole('textbox', { name: /paste rows/ }).fill('Name,Mail\nNoor Alvi,noor@x.example')
  await button(page, en['people.list.check']).click()
  await page.getByRole('button', { name: new RegExp(`${en['people.invite.role']}$`) }).click()
  await page.getByRole('option', { name: /^Reviewer/ }).click()
  await page.getByText('1 person will be invited').waitFor()
  await letGo()
  await button(page, 'Invite 1 person').click()
  await page.getByText('1 person is invited. The mail is on its way.').waitFor()
  expect((await admin.does(listInvitations)).items).toMatchObject([{ role: 'reviewer' }])
})

test('who administers a part manages the people of that part, takes it back, and is offered nothing elsewhere', async () => {
  const org = await world.organization()
  const [lab, sales] = [await org.group('Lab'), await org.group('Sales')]
  await org.group('Bench', { parent: lab })
  const page = await window(await org.person('Head of Lab', 'admin', lab), {
    viewport: { width: 360, height: 780 },
  })
  await org.person('Lena Vogt', 'learner', sales)
  await page.goto(paths.settings)
  await page.getByRole('link', { name: 'Groups' }).waitFor()
  expect(await page.getByRole('heading', { name: 'Organization' }).count()).toBe(0)
  await page.getByRole('link', { name: 'Groups' }).click()
  await button(page, 'What to do with Lab').waitFor()
  await button(page, 'What to do with Bench').waitFor()
  expect(await button(page, /What to do with (Sales|Northwind)/).count()).toBe(0)
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)

  await page.goto(linkTo(paths.group, { groupId: sales }))
  await page.getByText('Lena Vogt').waitFor()
  expect(await button(page, 'Add someone').count()).toBe(0)

  await page.goto(linkTo(paths.group, { groupId: lab }))
  await button(page, 'Add someone').click()
  await page.getByRole('combobox', { name: 'Who' }).fill('lena')
  await page.getByRole('option', { name: /Lena Vogt/ }).click()
  await dialog(page).getByRole('button', { name: 'Add someone' }).click()
  await page.getByText('Lena Vogt is in Lab.').waitFor()
  await button(page, 'What to do about Lena Vogt').click()
  await page.getByRole('menuitem', { name: 'Take out of the group' }).click()
  await page.getByText('Lena Vogt is no longer in Lab.').waitFor()
  await page.getByRole('link', { name: 'Lena Vogt' }).waitFor({ state: 'detached' })
  await button(page, 'Undo').click()
  await page.getByRole('link', { name: 'Lena Vogt' }).waitFor()
})
