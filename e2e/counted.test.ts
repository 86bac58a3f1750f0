import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { linkTo, paths } from '#paths'
import { openBrowserWorld } from './browser.ts'
import { enterTheDemo, thingsOf } from './demo.ts'
import { settled } from './settled.ts'

/** Whoever presses a number of the demo sees what it counts. */
const { world, window } = openBrowserWorld({ demo: true })

/** The number that a text says first. */
const numberIn = (text: string | null) => Number(text?.replaceAll(',', '').match(/\d+(\.\d+)?/)?.[0])

interface Numbered {
  number: number
  href: string
}

/** The links within a part of the page, each with its number. */
async function numbersIn(part: Locator): Promise<Numbered[]> {
  const found = []
  for (const link of await part.getByRole('link').all()) {
    found.push({ number: numberIn(await link.textContent()), href: (await link.getAttribute('href')) ?? '' })
  }
  return found
}

/** Opens a list and shows all of it; answers how long it is, and the numbers of its column with this title. */
async function listAt(page: Page, href: string, column: string) {
  await page.goto(href)
  await settled(page)
  const more = page.getByRole('button', { name: 'Show more' })
  while ((await more.count()) > 0) {
    await more.click()
    await settled(page)
  }
  const cells = await page.locator(`td[data-title="${column}"]`).allTextContents()
  return { length: await page.locator('tbody tr').count(), numbers: cells.map(numberIn) }
}

const sums = { need: 'Voices', learning: 'Times finished', recognition: 'Times thanked' }
const stages = ['need', 'leader', 'course', 'validation', 'learning', 'recognition', 'impact'] as const

/** The middle of a list of numbers that are shown with one decimal. */
function middleOf(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]]
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2
}

/** The loop page of ninety days, with its table open. */
async function loopPage(): Promise<Page> {
  const { manager } = await enterTheDemo(world)
  const page = await window(manager)
  await page.goto(linkTo(paths.loop, {}, { query: { days: '90' } }))
  await settled(page)
  await page.getByRole('button', { name: 'As a table' }).click()
  return page
}

test('no number of the loop page stands there without leading to what it counts', async () => {
  const page = await loopPage()
  const numbers = page
    .locator('h1, .funnel-time, .funnel-count, .funnel-detail, td')
    .filter({ hasText: /\d/ })
  expect(await numbers.count()).toBeGreaterThan(30)
  const links = page.getByRole('link')
  const alone = numbers.filter({ hasNot: links }).and(page.locator(':not(a)'))
  const rule = 'finished by 3 people or more'
  expect(await alone.allTextContents()).toEqual([rule, rule])
})

test('each number of the loop page, also of the period before, leads to a list of that length', async () => {
  const page = await loopPage()
  const read = []
  for (const row of await page.locator('tbody tr').all())
    read.push(await Promise.all((await row.locator('td').all()).map(numbersIn)))
  expect(read).toHaveLength(stages.length)
  for (const [index, [counts = [], details = [], before = [], days = []]] of read.entries()) {
    const stage = stages[index] ?? 'need'
    for (const { number, href } of [...counts, ...before])
      expect([href, (await listAt(page, href, 'When')).length]).toEqual([href, number])
    for (const { number, href } of details) {
      const { numbers } = await listAt(page, href, sums[stage as keyof typeof sums])
      expect([href, numbers.reduce((all, one) => all + one, 0)]).toEqual([href, number])
    }
    for (const { number, href } of days) {
      const { numbers } = await listAt(page, href, 'Days since the stage before')
      expect(Math.abs(middleOf(numbers) - number)).toBeLessThanOrEqual(0.1)
    }
  }
})

test('the days from a need to a course lead to what went that way, in both periods', async () => {
  const page = await loopPage()
  const links = await numbersIn(page.locator('h1'))
  expect(links).toHaveLength(1)
  for (const { number, href } of links) {
    const { numbers } = await listAt(page, href, 'Days since the need')
    expect(Math.abs(middleOf(numbers) - number)).toBeLessThanOrEqual(0.1)
  }
  await page.goBack()
  await page.getByRole('link', { name: 'the 90 days before' }).click()
  await page.getByText('in the 90 days before the last 90').waitFor()
  await settled(page)
  const half = await page.getByText('Half of them within').textContent()
  const shown = Number(half?.match(/within ([\d.]+) days/)?.[1])
  const cells = await page.locator('td[data-title="Days since the need"]').allTextContents()
  expect(Math.abs(middleOf(cells.map(numberIn)) - shown)).toBeLessThanOrEqual(0.1)
})

test('each number of an author’s page leads to the people whom it counts', async () => {
  const people = await enterTheDemo(world)
  const { courseId } = await thingsOf(people)
  const page = await window(people.leader)
  await page.goto(linkTo(paths.courseLearners, { courseId }))
  await settled(page)
  const links = await numbersIn(page.locator('.ui-page-lead, td:not([data-title="Last here"])'))
  for (const stat of await page.locator('.ui-stat').all()) {
    const number = numberIn(await stat.locator('.ui-stat-value').textContent())
    links.push(...(await numbersIn(stat)).map(({ href }) => ({ number, href })))
  }
  const steps = await page.locator('td[data-title="Came here"]').count()
  expect(links.length).toBeGreaterThanOrEqual(steps * 2 + 4)
  for (const { number, href } of links)
    expect([href, (await listAt(page, href, 'Last here')).length]).toEqual([href, number])
})
