import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '#paths'
import { freePort, type Server, startServer } from '#test/setup/server.ts'
import { openWindows } from './browser.ts'

let folder: string
let settings: Record<string, string>
let server: Server
let isKilled = false

// Windows close first, then the server ends.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-demo-'))
  chmodSync(folder, 0o755)
  settings = { DATA_DIR: folder, PORT: String(await freePort()), LOG_LEVEL: 'warn' }
  server = await startServer(settings)
})
afterAll(async () => {
  await server.end()
  rmSync(folder, { recursive: true, force: true })
})
const { window } = openWindows(
  () => server.url,
  () => isKilled,
)

const buildingTakes = 240_000
const bar = (page: Page) => page.getByRole('progressbar', { name: 'Explore the demo' })

/** Ends the server as a power cut does, and starts it again on the same data and address. */
async function killServer(): Promise<void> {
  isKilled = true
  await server.end('SIGKILL')
  server = await startServer(settings)
}

test('a visitor asks for the demo, watches it being built though the server is killed in the middle, goes in, and changes eyes by keyboard without leaving the page', async () => {
  const page = await window(null, { viewport: { width: 360, height: 780 } })
  await page.goto('/welcome')
  await page.getByRole('button', { name: 'Explore the demo' }).click()
  await bar(page).waitFor()
  await page.getByRole('status').filter({ hasText: 'Replaying six months of history' }).waitFor()
  await page.locator('[role=progressbar]:not([aria-valuenow="0"])').waitFor()
  await killServer()

  const learner = page.getByRole('button', { name: 'Learner Mei Tanaka' })
  expect(await learner.count()).toBe(0)
  await learner.waitFor({ timeout: buildingTakes })
  await page.getByRole('status').filter({ hasText: 'The demo is ready.' }).waitFor()
  isKilled = false
  expect(await page.getByRole('list').getByRole('button').count()).toBe(5)
  await learner.click()
  await page.getByRole('heading', { name: 'To do' }).waitFor()
  await page.getByRole('link', { name: 'Continue' }).waitFor()

  await page.goto('/learn')
  await page.getByRole('heading', { level: 1, name: 'Learn' }).waitFor()
  await page.getByRole('button', { name: 'Demo: you look as Learner, Mei Tanaka' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Reviewer' }).press('Enter')
  const eyes = page.getByRole('button', { name: 'Demo: you look as Reviewer, Ines Duarte' })
  await eyes.waitFor()
  expect(new URL(page.url()).pathname).toBe('/learn')
  await page.getByText('You now look at it as Ines Duarte.').first().waitFor()
  await page.locator('button:focus', { hasText: 'Reviewer' }).waitFor()
})

test('what was begun before the server was killed is built once, whole, and nothing was an error', async () => {
  const page = await window(null)
  await page.goto('/welcome')
  await page.getByRole('button', { name: /^Manager/ }).click()
  await page.getByRole('heading', { name: 'To do' }).waitFor()
  await page.goto(paths.loop)
  const counts = page.locator('.funnel-count')
  await counts.nth(6).waitFor()
  for (const count of await counts.allTextContents()) expect(Number.parseInt(count, 10)).toBeGreaterThan(0)
  expect(server.said()).not.toContain('"level":"error"')
})
