import { expect, test } from 'vitest'
import { openBrowserWorld } from './browser.ts'

const { window } = openBrowserWorld()

test('the first visit makes an organization by keyboard alone', async () => {
  const page = await window(null)
  await page.goto('/welcome')
  await page.getByLabel('Name of the organization').focus()
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

test('the demo is built while a bar shows how far it is, and a switcher looks at it through five pairs of eyes', async () => {
  const page = await window(null)
  await page.goto('/welcome')
  await page.evaluate(`(() => {
    globalThis.shares = new Set()
    const note = () => shares.add(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuetext'))
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, attributes: true })
  })()`)
  await page.getByRole('button', { name: 'Explore the demo' }).click()
  await page.getByRole('progressbar').waitFor()
  await page.getByRole('radio', { name: 'Leader' }).click({ timeout: 240_000 })
  const shares = await page.evaluate<string[]>('[...shares].filter(Boolean)')
  expect(shares.filter((share) => share !== '0%' && share !== '100%').length).toBeGreaterThan(1)
  await page.getByRole('button', { name: 'Go in' }).click()
  const seen = new Set<string>()
  for (const role of ['Learner', 'Leader', 'Reviewer', 'Manager', 'Administrator']) {
    await page.getByRole('button', { name: 'Demo: look at it as' }).click()
    const entered = page.waitForResponse((response) => response.url().endsWith('/api/demo/session'))
    await page.getByRole('menuitem', { name: role }).click()
    const { member } = (await (await entered).json()) as { member: { name: string } }
    await page.getByRole('navigation').getByText(member.name).first().waitFor()
    seen.add(member.name)
  }
  expect(seen.size).toBe(5)
}, 360_000)
