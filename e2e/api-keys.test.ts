import { expect, test } from 'vitest'
import { listImports } from '#leader/import.contract.ts'
import { paths } from '#paths'
import { addApiKey, listApiKeys } from '#people/api-key.contract.ts'
import en from '#people/messages/en.json' with { type: 'json' }
import fr from '#people/messages/fr.json' with { type: 'json' }
import { addressOf } from '#platform/http/call'
import { switchOn } from '#test/purpose.ts'
import { openBrowserWorld } from './browser.ts'
import { axeFaults } from './faults.ts'
import { holdFirst } from './first-only.ts'
import { button, field, link } from './hand.ts'
import { enterOn, typeInto } from './keyboard.ts'
import { speaks } from './tongue.ts'

const { world, window, address } = openBrowserWorld()

async function administrator() {
  const org = await world.organization()
  const admin = await org.admin()
  await switchOn(admin, 'imports')
  return { org, admin }
}

const answerTo = async (key: string) => {
  const headers = { authorization: `Bearer ${key}` }
  return (await fetch(new URL(addressOf(listImports, {}), address()), { headers })).status
}

test('by keyboard a key is made, shown once and copied; it opens what it is for until it is taken back', async () => {
  const { admin } = await administrator()
  const page = await window(admin, { permissions: ['clipboard-read', 'clipboard-write'] })
  await page.goto(paths.imports)
  await enterOn(page, link(page, 'a key'))
  await page.getByText(en['people.keys.none']).waitFor()
  expect(await axeFaults(page)).toEqual([])

  await enterOn(page, button(page, en['people.keys.new']))
  await typeInto(page, field(page, en['people.keys.name']), 'Nightly export')
  await page.keyboard.press('Enter')
  await page.getByText(en['people.keys.once']).waitFor()
  expect(await axeFaults(page)).toEqual([])
  const key = await field(page, en['people.keys.key']).inputValue()
  await enterOn(page, button(page, en['people.keys.copy']))
  await page.getByText(en['people.keys.copied']).waitFor()
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(key)
  expect(await answerTo(key)).toBe(200)

  await enterOn(page, button(page, en['people.keys.done']))
  const row = page.getByRole('listitem').filter({ hasText: 'Nightly export' })
  await row.getByText('Made by Ada Winter').waitFor()
  expect(await page.content()).not.toContain(key)
  await page.reload()
  await row.waitFor()
  expect(await page.content()).not.toContain(key)

  await enterOn(page, button(page, 'Take back “Nightly export”'))
  const dialog = page.getByRole('alertdialog')
  await enterOn(page, dialog.getByRole('button', { name: en['people.keys.revoke'] }))
  await row.getByText(en['people.keys.state.revoked']).waitFor()
  expect(await answerTo(key)).toBe(401)
  expect((await admin.does(listApiKeys)).items).toMatchObject([{ state: 'revoked' }])
})

test('a key whose window was closed while it was being made is shown all the same, for it is never told again', async () => {
  const { admin } = await administrator()
  const page = await window(admin)
  await page.goto(paths.apiKeys)
  const { sent, letGo } = await holdFirst(page, (url) => url.pathname === addressOf(addApiKey, {}))
  await button(page, en['people.keys.new']).click()
  await field(page, en['people.keys.name']).fill('Nightly export')
  await page.keyboard.press('Enter')
  await sent
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await letGo()
  await page.getByText(en['people.keys.once']).waitFor()
  expect(await answerTo(await field(page, en['people.keys.key']).inputValue())).toBe(200)
  await button(page, en['people.keys.done']).click()
  await page.getByRole('alertdialog').waitFor({ state: 'detached' })
})

test('on a French phone one sees for whom, for how long and when last; who administers only a group reads that it is not theirs', async () => {
  const { org, admin } = await administrator()
  await speaks(admin, 'fr')
  const view = { locale: 'fr', viewport: { width: 360, height: 740 } }
  const page = await window(admin, view)
  await page.goto(paths.apiKeys)
  await button(page, fr['people.keys.new']).click()
  await field(page, fr['people.keys.name']).fill('Export de la messagerie')
  await page.getByText('Un an').click()
  await button(page, fr['people.keys.make']).click()
  await page.getByText(fr['people.keys.once']).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  const row = page.getByRole('listitem').filter({ hasText: 'Export de la messagerie' })
  await row.getByText(fr['people.keys.unused']).waitFor()
  expect(await axeFaults(page)).toEqual([])
  const [{ addedAt, expiresAt } = { addedAt: '', expiresAt: '' }] = (await admin.does(listApiKeys)).items
  expect(Date.parse(expiresAt) - Date.parse(addedAt)).toBe(366 * 24 * 3_600_000)

  const lab = await org.group('Lab')
  const other = await window(await org.person('Kofi Mensah', 'admin', lab), view)
  await other.goto(paths.apiKeys)
  await other.getByText('Only who administers the whole organization may do this.').waitFor()
})

test('on a plain http address, where browsers have no clipboard, it says so, and a click beside loses no key', async () => {
  const { admin } = await administrator()
  const page = await window(admin)
  for (const missing of ["navigator, 'clipboard'", "crypto, 'randomUUID'"])
    await page.addInitScript(`Object.defineProperty(${missing}, { value: undefined })`)
  await page.goto(paths.apiKeys)
  await button(page, en['people.keys.new']).click()
  await field(page, en['people.keys.name']).fill('Nightly export')
  await button(page, en['people.keys.make']).click()
  await button(page, en['people.keys.copy']).click()
  await page.getByText(en['people.keys.notCopied']).waitFor()
  await page.mouse.click(5, 5)
  const list = page.getByRole('listitem').filter({ hasText: 'Nightly export' })
  await list.waitFor({ state: 'attached' })
  expect(await field(page, en['people.keys.key']).inputValue()).toMatch(/^cairn_/)
  await button(page, en['people.keys.done']).click()
  await list.getByText(en['people.keys.unused']).waitFor()
})
