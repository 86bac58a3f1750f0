import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { still } from './settled.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The rules of axe that a theme can change. */
const rulesOfColour = ['color-contrast', 'link-in-text-block']

interface Axe {
  run: (
    where: object,
    options: object,
  ) => Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }>
}

/** As often as a page is looked at again because something on it moved. */
const mostLooks = 10

/**
 * What axe finds on the page while nothing on it moves: by all its rules, or by those that look at colours. Half faded in,
 * words have no contrast: where something came in meanwhile, as a message does, it is looked at once more. Not in what
 * React Aria announces at this moment, which stands there as a picture without a name for some seconds.
 */
export async function axeFaults(page: Page, rules: 'all' | 'colours' = 'all'): Promise<string[]> {
  if (!(await page.evaluate(`'axe' in globalThis`))) await page.evaluate(axe)
  for (let looks = 1; ; looks += 1) {
    await still(page)
    const { faults, didMove } = await lookWithAxe(page, rules)
    if (faults.length === 0 || !didMove || looks === mostLooks) return faults
  }
}

const lookWithAxe = (page: Page, rules: 'all' | 'colours') =>
  page.evaluate(
    async (options) => {
      const { axe, document } = globalThis as unknown as { axe: Axe } & Moving
      let didMove = document
        .getAnimations()
        .some(
          ({ playState, effect }) =>
            playState === 'running' && effect?.getComputedTiming().endTime !== Infinity,
        )
      const note = () => {
        didMove = true
      }
      const moves = ['transitionrun', 'animationstart']
      for (const move of moves) document.addEventListener(move, note, true)
      const { violations } = await axe.run({ exclude: [['[data-live-announcer]']] }, options)
      for (const move of moves) document.removeEventListener(move, note, true)
      const faults = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(' and ')}`,
      )
      return { faults, didMove }
    },
    { ...(rules === 'colours' && { runOnly: rulesOfColour }), resultTypes: ['violations'] },
  )

type Hearing = (name: string, heard: () => void, isCapture: true) => void
interface Moving {
  document: {
    addEventListener: Hearing
    removeEventListener: Hearing
    getAnimations: () => {
      playState: string
      effect: { getComputedTiming: () => { endTime: unknown } } | null
    }[]
  }
}

/** What a dialog stands over is hidden from axe, which misses it where the dialog does not cover all of it. */
const isBehind = (fault: string) => /^(landmark-one-main|page-has-heading-one):/.test(fault)

/** The same of what is open now: of the dialog where there is one, which waits for a keyboard on the screen to show itself. */
export async function openFaults(page: Page): Promise<string[]> {
  await expect.poll(() => page.locator('.ui-veil[style*="opacity: 0"]').count()).toBe(0)
  const isDialog = (await page.locator('[role=dialog], [role=alertdialog]').count()) > 0
  return (await axeFaults(page)).filter((fault) => !(isDialog && isBehind(fault)))
}

/** As much of an element as is looked at here; what looks runs in the page. */
interface Part {
  tagName: string
  classList: Iterable<string>
  textContent: string | null
  getAttribute: (name: string) => string | null
  matches: (selector: string) => boolean
  closest: (selector: string) => Part | null
  checkVisibility: (options: object) => boolean
  getBoundingClientRect: () => { left: number; top: number; right: number; width: number; height: number }
  contains: (other: Part) => boolean
  scrollIntoView: (options: object) => void
}
interface Window {
  document: {
    documentElement: { scrollWidth: number }
    querySelectorAll: (selector: string) => Iterable<Part>
    elementsFromPoint: (x: number, y: number) => Iterable<Part>
  }
  getComputedStyle: (part: Part) => { display: string }
}

/** Says how far the page can be scrolled sideways, and by what. */
export function sidewaysFaults(page: Page, width: number): Promise<string[]> {
  return page.evaluate((available) => {
    const { document } = globalThis as unknown as Window
    const all = document.documentElement.scrollWidth
    if (all <= available) return []
    const reaches = (one: Part) => one.getBoundingClientRect().right > available + 1
    const name = (one: Part) => `${one.tagName.toLowerCase()}.${[...one.classList].join('.')}`
    const wide = [...document.querySelectorAll('body *')].filter(reaches).map(name)
    return [`${all} px wide, by ${wide.slice(-3).join(', ')}`]
  }, width)
}

/**
 * What a finger may miss: everything that can be pressed and does not answer 22 px around its middle, itself, its label
 * or its field. Links in running text are exempt, as WCAG has it, and so is what only a keyboard or a screen reader meets.
 * A message that stands over the page for a moment is looked through: it can be sent away, and goes by itself.
 */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { document, getComputedStyle } = globalThis as unknown as Window
    const pressed = 'a[href], button, input, select, textarea, summary, [role=tab], [role=radio]'
    const isInText = (one: Part) =>
      one.matches('a') && getComputedStyle(one).display === 'inline' && one.closest('p, li, dd, td') !== null
    const isMeant = (one: Part) =>
      one.checkVisibility({ visibilityProperty: true }) &&
      one.closest('[inert], [aria-hidden=true], .ui-hidden, .ui-skip, [style*="inset(50%)"]') === null &&
      !isInText(one)
    const around = 'label, .ui-field'
    const answers = (pressed: Part) => {
      const one = pressed.closest('label') ?? pressed
      one.scrollIntoView({ block: 'center', behavior: 'instant' })
      const { left, top, width, height } = one.getBoundingClientRect()
      const hits = (x: number, y: number) => {
        const [hit] = [...document.elementsFromPoint(left + width / 2 + x, top + height / 2 + y)].filter(
          (each) => each.closest('.ui-toasts') === one.closest('.ui-toasts'),
        )
        return hit !== undefined && (one.contains(hit) || hit.closest(around)?.contains(one) === true)
      }
      return [hits(0, -21), hits(0, 21), hits(-21, 0), hits(21, 0)].every(Boolean)
    }
    const words = (one: Part) => (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 40)
    return [...document.querySelectorAll(pressed)]
      .filter((one) => isMeant(one) && !answers(one))
      .map((one) => `${one.tagName.toLowerCase()}.${[...one.classList].join('.')} “${words(one)}”`)
  })
}
