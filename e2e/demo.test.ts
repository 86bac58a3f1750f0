import { expect, test } from 'vitest'
import { openBrowserWorld } from './browser.ts'

const { window } = openBrowserWorld()

const buildingTakes = 240_000

test('a visitor asks for the demo, watches it being built, goes in, and changes eyes by keyboard without leaving the page', async () => {
  const page = await window(null, { viewport: { width: 360, height: 780 } })
  await page.goto('/welcome')
  await page.getByRole('button', { name: 'Explore the demo' }).click()
  const bar = page.getByRole('progressbar', { name: 'Explore the demo' })
  await bar.waitFor()
  await page.getByRole('status').filter({ hasText: 'Replaying six months of history' }).waitFor()
  await page.locator('[role=progressbar]:not([aria-valuenow="0"])').waitFor()

  const learner = page.getByRole('button', { name: 'Learner Mei Tanaka' })
  await learner.waitFor({ timeout: buildingTakes })
  await page.getByRole('status').filter({ hasText: 'The demo is ready.' }).waitFor()
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
