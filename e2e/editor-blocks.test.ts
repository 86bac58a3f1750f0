import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Block } from '#course/document/schema.ts'
import { openBrowserWorld } from './browser.ts'
import { blocksOf, button, goToEnd, openDesk, state, text, type } from './desk.ts'

const browser = openBrowserWorld()
const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

const menu = (page: Page) => page.getByRole('listbox', { name: 'Insert' })
const options = (page: Page) => menu(page).getByRole('option')

/** Chooses a block from the menu at a slash in the line at the end. */
async function insert(page: Page, words: string): Promise<void> {
  await goToEnd(page)
  await page.keyboard.type(`/${words}`)
  await options(page).first().waitFor()
  await page.keyboard.press('Enter')
  await menu(page).waitFor({ state: 'detached' })
}

const kindOf = (block: Block) =>
  block.type === 'question' || block.type === 'callout' ? block.attrs.kind : block.type

test('every block that needs no file comes from the menu at a slash, found in both languages', async () => {
  const { author, params, page } = await openDesk(browser)
  const wanted: [string, string][] = [
    ['divider', 'horizontalRule'],
    ['one choice', 'single'],
    ['several', 'multiple'],
    ['true or', 'truefalse'],
    ['short', 'short'],
    ['nombre', 'numeric'],
    ['trier', 'ordering'],
    ['hidden', 'collapsible'],
    ['quotation', 'blockquote'],
    ['tableau', 'table'],
    ['astuce', 'tip'],
    ['danger', 'danger'],
    ['numbered', 'orderedList'],
    ['puces', 'bulletList'],
    ['programme', 'codeBlock'],
    ['small heading', 'heading'],
  ]
  for (const [words] of wanted) await insert(page, words)
  await state(page, 'saved').waitFor()
  const made = (await blocksOf(author, params)).map(kindOf)
  expect(made.filter((kind) => kind !== 'paragraph').sort()).toEqual(wanted.map(([, kind]) => kind).sort())
})

test('the menu says which line Enter takes, goes round by arrows, and closes without a trace of it', async () => {
  const { page } = await openDesk(browser, { bypassCSP: true })
  await type(page, '/')
  await options(page).first().waitFor()
  const active = async () => {
    const id = await text(page).getAttribute('aria-activedescendant')
    return page.locator(`[id="${id}"]`).getAttribute('aria-selected')
  }
  expect(await active()).toBe('true')
  const first = await options(page).first().textContent()
  await page.keyboard.press('ArrowUp')
  expect(await page.getByRole('option', { selected: true }).textContent()).toBe(
    await options(page).last().textContent(),
  )
  await page.keyboard.press('ArrowDown')
  expect(await page.getByRole('option', { selected: true }).textContent()).toBe(first)
  await page.addScriptTag({ path: axeSource })
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }> }
    }
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${JSON.stringify(nodes[0]?.target)}`)
  })
  expect(found).toEqual([])
  await page.keyboard.press('Escape')
  await menu(page).waitFor({ state: 'detached' })
  expect(await text(page).getAttribute('aria-activedescendant')).toBeNull()
  expect(await text(page).textContent()).toBe('/')
  await page.keyboard.type('or so')
  expect(await menu(page).count()).toBe(0)
})

test('on a phone the button opens the same menu within the screen, and a touch inserts', async () => {
  const { page } = await openDesk(browser, {
    viewport: { width: 360, height: 780 },
    isMobile: true,
    hasTouch: true,
  })
  await button(page, 'Insert').tap()
  await options(page).first().waitFor()
  const box = await menu(page).boundingBox()
  expect(box && box.x >= 0 && box.x + box.width <= 360 && box.y >= 0 && box.y + box.height <= 780).toBe(true)
  expect((await options(page).first().boundingBox())?.height).toBeGreaterThanOrEqual(44)
  await page.keyboard.type('true')
  await page.getByRole('option', { name: /True or false/ }).tap()
  await page.getByRole('group', { name: 'True or false' }).waitFor()
  expect(await text(page).textContent()).not.toContain('/')
})

test('a block changes places by menu and by keys, and keeps the id that others speak of', async () => {
  const { author, params, page } = await openDesk(browser)
  await type(page, 'first')
  await page.keyboard.press('Enter')
  await page.keyboard.type('second')
  await state(page, 'saved').waitFor()
  const before = await blocksOf(author, params)
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await state(page, 'saved').waitFor()
  expect(await blocksOf(author, params)).toEqual([...before].reverse())
  await button(page, 'This block').click()
  await page.getByRole('menuitem', { name: 'Move down' }).click()
  await state(page, 'waiting').waitFor()
  await state(page, 'saved').waitFor()
  expect(await blocksOf(author, params)).toEqual(before)
})
