import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { publishCourse } from '#course'
import { listContributions, takeContribution } from '#ladder/contribution.contract.ts'
import { type Place, pathOf, type Rung } from '#ladder/rungs.ts'
import { paths } from '#paths'
import { record } from '#record'
import { readers } from '#test/contributing.ts'
import { blockId } from '#test/course.ts'
import type { BrowserWorld } from './browser.ts'
import { counting, type Effort } from './counting.ts'
import { openFaults, sidewaysFaults } from './faults.ts'
import { button, finger } from './hand.ts'

/** The first block of the course that is read here. */
export const at = { stepId: blockId('s1'), blockId: blockId('p1') }

/** The button that gives what was written to the course’s author. */
export const send = (page: Page) => button(page, 'Give it to Dana Reyes')
/** Whoever gave something is told what happens next. */
export const sent = (page: Page) => page.getByText('Dana Reyes will read it', { exact: false }).waitFor()

/** Dana’s published course; Mei, who helped lately, on a phone, with one rung at her bell. */
export async function onPhone({ world, window }: Pick<BrowserWorld, 'world' | 'window'>) {
  const company = await readers(world)
  const { org, dana, mei, courseId } = company
  const page = await window(mei, { ...finger.window, reducedMotion: 'reduce' })
  const effort = await counting(page)
  /** Proposes a rung as the weekly job does, and opens it from the bell; counts from there on. */
  const begin = async (rung: Rung, place: Place) => {
    const { needId = null } = place
    const said = { rung, path: pathOf[rung](place), about: null, courseId: place.courseId ?? null, needId }
    await org.as((scope) => record(scope, 'ladder.proposed', { memberId: mei.id, ...said }))
    await world.settle()
    await page.goto(paths.home)
    const bell = page.getByRole('button', { name: /^News for you, \d+ unread/ })
    await bell.waitFor()
    await effort.begin()
    await bell.tap()
    const news = page.getByRole('dialog', { name: 'News for you' })
    await news.getByRole('link', { name: 'Three minutes?' }).first().tap()
    await news.waitFor({ state: 'detached' })
    // It leads on without loading everything anew.
    expect(await effort.screens()).toBeGreaterThan(1)
  }
  /** Dana takes what waits into her draft, and publishes it. */
  const publish = async () => {
    const { items } = await dana.does(listContributions)
    for (const { id, edition } of items)
      await dana.does(takeContribution, { params: { contributionId: id }, body: { edition } })
    await org.as((scope) => publishCourse(scope, courseId, null))
    await world.settle()
  }
  return { ...company, page, effort, begin, publish }
}

/** At most five screens; and with ten seconds to look at each, and two letters a second, less than three minutes. */
export async function isSmall({ screens, typed }: Effort): Promise<void> {
  const count = await screens()
  expect(count).toBeGreaterThan(1)
  expect(count).toBeLessThanOrEqual(5)
  expect(count * 10 + typed() / 2).toBeLessThan(180)
}

/** No fault for eyes or fingers in what is open. */
export async function isWhole(page: Page): Promise<void> {
  expect(await openFaults(page)).toEqual([])
  expect(await sidewaysFaults(page, 360)).toEqual([])
}

/** What could be next, as it is said where something has just been given. */
export const onward = (page: Page, name: string | RegExp = /^Next: /) =>
  page.getByRole('status').getByRole('link', { name })

/** Something small is given: what could be next is said there, once and in nobody's way, and leads to the very place. */
export async function leadsOn(page: Page, effort: Effort): Promise<void> {
  const next = onward(page)
  await next.waitFor()
  expect(await next.count()).toBe(1)
  await isSmall(effort)
  await isWhole(page)
  const { pathname, search } = new URL((await next.getAttribute('href')) ?? '', page.url())
  await next.tap()
  await page.waitForURL((url) => url.pathname + url.search === pathname + search)
}
