import { expect, test } from 'vitest'
import { paths } from '#paths'
import { openBrowserWorld } from './browser.ts'
import { holdFirst } from './first-only.ts'
import { settled } from './settled.ts'

const { world, window } = openBrowserWorld()

const listOf = (name: string, email: string) => ({
  ...{ name: `${name}.csv`, mimeType: 'text/csv' },
  buffer: Buffer.from(`Name,Mail\r\n${name},${email}`),
})

test('of two lists the one that was brought last is invited, though the first was read later', async () => {
  const org = await world.organization()
  const page = await window(await org.admin(), { reducedMotion: 'reduce' })
  const { sent, letGo } = await holdFirst(page, '**/invitation-lists/preview*')
  await page.goto(`${paths.invite}?way=list`)
  const file = page.locator('input[type="file"]')
  await file.setInputFiles(listOf('Old List', 'old@x.example'))
  await sent
  await file.setInputFiles(listOf('New List', 'new@x.example'))
  await page.getByRole('row', { name: /New List/ }).waitFor()
  await letGo()
  await settled(page)
  expect(await page.getByRole('row', { name: /New List/ }).count()).toBe(1)
  expect(await page.getByRole('row', { name: /Old List/ }).count()).toBe(0)
})
