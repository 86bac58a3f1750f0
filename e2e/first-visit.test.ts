import { test } from 'vitest'
import { openBrowserWorld } from './browser.ts'

const { window } = openBrowserWorld()

test('the first visit makes an organization by keyboard alone', async () => {
  const page = await window(null)
  await page.goto('/welcome')
  const first = page.getByLabel('Name of the organization')
  await first.waitFor()
  await first.focus()
  for (const words of ['Northwind Gauges', 'Ada Winter', 'ada@northwind.example', 'a long enough phrase']) {
    await page.keyboard.type(words)
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.getByLabel('Password').focus()
  await page.keyboard.press('Enter')
  await page.getByText('Your feed is waiting for its first story').waitFor()
})
