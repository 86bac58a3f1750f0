import type { Browser, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** Where the middle of something is, once it can be pressed there. */
async function middleOf(place: Locator): Promise<{ x: number; y: number }> {
  const found = { x: 0, y: 0 }
  const look = () =>
    place.evaluate((one) => {
      const { left, top, width, height } = one.getBoundingClientRect()
      const [x, y] = [left + width / 2, top + height / 2]
      return { x, y, isOnTop: one.contains(one.ownerDocument.elementFromPoint(x, y)) }
    })
  await expect.poll(async () => Object.assign(found, await look())).toMatchObject({ isOnTop: true })
  return found
}

/** Waits until a list that finds shows what is found for all that was typed: until then its lines give way to others. */
export const isFound = (page: Page): Promise<void> =>
  page.locator('.ui-choices-place[aria-busy=true]').waitFor({ state: 'detached' })

/** How somebody presses things: with a mouse, or with a finger on a phone. */
export interface Hand {
  press: (place: Locator) => Promise<void>
  /** Presses a line of a menu or a list that has just opened. */
  choose: (line: Locator) => Promise<void>
  window: Parameters<Browser['newContext']>[0]
}
export const mouse: Hand = {
  press: (place) => place.click(),
  choose: async (line) => {
    await isFound(line.page())
    await line.click()
  },
  window: {},
}
export const finger: Hand = {
  press: (place) => place.tap(),
  // Not with `tap`, which would scroll the page behind, as no finger can: at that the list closes.
  choose: async (line) => {
    await isFound(line.page())
    const { x, y } = await middleOf(line)
    await line.page().touchscreen.tap(x, y)
  },
  window: { viewport: { width: 360, height: 780 }, isMobile: true, hasTouch: true },
}

/**
 * Types into a field that finds, and gives the line that is meant once it is the only one: what was offered before stands
 * there until the answer comes, and then the lines move.
 */
export async function find(field: Locator, words: string, name: string): Promise<Locator> {
  await field.fill(words)
  const offered = field.page().getByRole('option')
  await expect.poll(() => offered.allInnerTexts()).toEqual([expect.stringContaining(name)])
  return offered
}

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()
export const link = (within: Page | Locator, name: string | RegExp) =>
  within.getByRole('link', { name }).first()
export const field = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name }).first()
