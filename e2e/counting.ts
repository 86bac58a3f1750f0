import type { Locator, Page } from 'playwright-core'

/** What somebody has to look at, and type, from one moment on. */
export interface Effort {
  /** Pages that one came to, and dialogs that opened. */
  screens: () => Promise<number>
  /** Letters typed. */
  typed: () => number
  /** Types into a field, and counts it. */
  type: (field: Locator, words: string) => Promise<void>
  /** Begins to count anew. */
  begin: () => Promise<void>
}

/** In the page: counts the dialogs that have opened since it was loaded. */
const watch = `
  window.seenDialogs = 0
  const dialogs = '[role=dialog], [role=alertdialog]'
  const count = (node) => {
    if (!(node instanceof Element)) return
    window.seenDialogs += (node.matches(dialogs) ? 1 : 0) + node.querySelectorAll(dialogs).length
  }
  new MutationObserver((records) => {
    for (const { addedNodes } of records) addedNodes.forEach(count)
  }).observe(document, { subtree: true, childList: true })
`

/** Watches a page: each other address and each dialog that opens is a screen. Call it before the page is opened. */
export async function counting(page: Page): Promise<Effort> {
  let [typed, pages, path] = [0, 0, '']
  const pathOf = () => new URL(page.url()).pathname
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame() || pathOf() === path) return
    path = pathOf()
    pages += 1
  })
  await page.addInitScript(watch)
  const opened = () => page.evaluate<number>('window.seenDialogs')
  let before = 0
  return {
    screens: async () => pages + (await opened()) - before,
    typed: () => typed,
    type: async (field, words) => {
      typed += words.length
      await field.fill(words)
    },
    begin: async () => {
      before = await opened()
      ;[typed, pages, path] = [0, 0, pathOf()]
    },
  }
}
