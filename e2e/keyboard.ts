import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { isFound } from './hand.ts'

/** As far as Tab may have to go on one page. */
const farthest = 200

/**
 * Whether one sees where the focus is: the element, what is drawn around it, or what stretches a link over its row has
 * an outline or a ring, which no card around it cuts off. In a text that is being written the caret shows it.
 */
const showsFocus = `(() => {
  let one = document.activeElement
  if (one === null || one === document.body || one.isContentEditable) return true
  const isRinged = ({ outlineStyle, outlineWidth, boxShadow }) =>
    (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
  const isCutOff = (row, offset) => {
    const { left, top, right, bottom } = row.getBoundingClientRect()
    const lies = (box) => box.left >= left - offset && box.top >= top - offset
      && box.right <= right + offset && box.bottom <= bottom + offset
    for (let up = row.parentElement; up !== null; up = up.parentElement)
      if (getComputedStyle(up).overflow !== 'visible' && lies(up.getBoundingClientRect())) return true
    return false
  }
  const stretched = getComputedStyle(one, '::after')
  if (stretched.position === 'absolute' && isRinged(stretched))
    return !isCutOff(one.offsetParent, parseFloat(stretched.outlineOffset))
  for (let up = 0; one !== null && up < 4; up += 1, one = one.parentElement)
    if (isRinged(getComputedStyle(one))) return true
  return false
})()`
const focused = `document.activeElement?.outerHTML.slice(0, 200) ?? ''`

/** Whether this has the focus: not while a list that opened on the way hides all but itself. */
const isFocused = (place: Locator) =>
  place.evaluateAll((all) =>
    all.some((one) => {
      const { ownerDocument } = one as unknown as { ownerDocument: { activeElement: unknown } }
      return ownerDocument.activeElement === one
    }),
  )

/** Goes on, or back, with Tab until this has the focus; at every stop on the way one sees where one is. */
export async function tabTo(page: Page, place: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await place.waitFor()
  for (let stops = 0; stops < farthest; stops += 1) {
    expect([await page.evaluate(focused), await page.evaluate(showsFocus)]).toEqual([expect.anything(), true])
    if (await isFocused(place)) return
    await page.keyboard.press(key)
  }
  throw new Error(`Tab does not lead to ${place}; it came to ${await page.evaluate(focused)}.`)
}

/** Goes there with Tab and presses Enter. */
export async function enterOn(page: Page, place: Locator): Promise<void> {
  await tabTo(page, place)
  await page.keyboard.press('Enter')
}

/** Goes to a field with Tab and types into it. */
export async function typeInto(page: Page, place: Locator, words: string): Promise<void> {
  await tabTo(page, place)
  await page.keyboard.type(words)
}

interface Part {
  matches: (selector: string) => boolean
  closest: (selector: string) => Part | null
  contains: (other: Part) => boolean
  checkVisibility: (options: object) => boolean
  outerHTML: string
}

/**
 * Goes through a whole page with Tab; at every stop one sees where one is. Says how many there were, and what can be
 * pressed or written in and was no stop: of things among which arrow keys go, one is enough, and of a field the line,
 * where keys do what its buttons do.
 */
export async function walkByTab(page: Page): Promise<{ stops: number; missed: string[] }> {
  await page.evaluate('globalThis.walked = new Set()')
  let stops = 0
  for (; stops < 2 * farthest; stops += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate('document.activeElement === document.body')) break
    expect([await page.evaluate(focused), await page.evaluate(showsFocus)]).toEqual([expect.anything(), true])
    await page.evaluate('walked.add(document.activeElement)')
  }
  const missed = await page.evaluate(() => {
    const { document, walked } = globalThis as unknown as {
      document: { querySelectorAll: (selector: string) => Iterable<Part> }
      walked: Set<Part>
    }
    const among = '[role=radiogroup], [role=tablist], [role=grid], [role=treegrid], .ui-control, .ui-search'
    const isMeant = (one: Part) =>
      one.checkVisibility({ visibilityProperty: true }) &&
      !one.matches(':disabled, [aria-disabled=true]:not([data-pending])') &&
      one.closest('[inert], [aria-hidden=true], .ui-hidden') === null
    const isReached = (one: Part) => {
      const group = one.closest(among) ?? one
      return [...walked].some((stop) => group.contains(stop))
    }
    const all = document.querySelectorAll('a[href], button, input, select, textarea, [tabindex]')
    return [...all].filter((one) => isMeant(one) && !isReached(one)).map((one) => one.outerHTML.slice(0, 200))
  })
  return { stops, missed }
}

/** Chooses what was found in a field by keyboard, as soon as it is marked: the first line may be of fewer letters. */
export async function chooseFound(page: Page, find: Locator, name: string): Promise<void> {
  await isFound(page)
  await page.getByRole('option', { name }).waitFor()
  const marked = async () => {
    const words = await find.evaluate((one) => {
      const line = one.ownerDocument.getElementById(one.getAttribute('aria-activedescendant') ?? '')
      return line?.textContent ?? ''
    })
    if (!words.includes(name)) await page.keyboard.press('ArrowDown')
    return words
  }
  await expect.poll(marked).toContain(name)
  await page.keyboard.press('Enter')
}
