import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The rules of axe that a theme can change. */
const rulesOfColour = ['color-contrast', 'link-in-text-block']

interface Axe {
  run: (options: object) => Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }>
}

/** What axe finds on the page as it is now: by all its rules, or by those that look at colours. */
export async function axeFaults(page: Page, rules: 'all' | 'colours' = 'all'): Promise<string[]> {
  if (!(await page.evaluate(`'axe' in globalThis`))) await page.evaluate(axe)
  const only = rules === 'colours' ? { runOnly: rulesOfColour } : {}
  return page.evaluate(
    async (options) => {
      const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run(options)
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(' and ')}`,
      )
    },
    { ...only, resultTypes: ['violations'] },
  )
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
  getBoundingClientRect: () => { right: number; width: number; height: number }
}
interface Window {
  document: {
    documentElement: { scrollWidth: number }
    querySelectorAll: (selector: string) => Iterable<Part>
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
