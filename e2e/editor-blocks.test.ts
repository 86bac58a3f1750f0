import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { publishCourse } from '#course'
import type { Block } from '#course/document/schema.ts'
import en from '#course/messages/en.json' with { type: 'json' }
import * as learning from '#learning/contract.ts'
import { linkTo, paths } from '#paths'
import { openBrowserWorld } from './browser.ts'
import { blocksOf, button, goToEnd, openDesk, state, text, type } from './desk.ts'
import { axeFaults } from './faults.ts'

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

test('who writes fast and presses Enter gets what was asked for, though the menu still shows less of it', async () => {
  const { author, params, page } = await openDesk(browser)
  await type(page, '/')
  await options(page).first().waitFor()
  // In one go: the editor has heard of the word, and nothing is drawn between it and the key.
  await page.evaluate(`(async () => {
    document.execCommand('insertText', false, 'short')
    await Promise.resolve()
    const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })
    document.activeElement.dispatchEvent(enter)
  })()`)
  await page.getByRole('group', { name: 'Short answer' }).waitFor()
  await expect.poll(async () => (await blocksOf(author, params)).map(kindOf)).toContain('short')
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
  await expect.poll(() => blocksOf(author, params)).toEqual(before)
})

const film = 'https://www.youtube-nocookie.com/embed/M7lc1UVf-VE'

/** Answers in the place of all other sites, players and others. */
const answerForOthers = (page: Page) =>
  page.route(/^https:/, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><title>Film</title><p>The film runs.</p>',
    }),
  )
const running = (page: Page) => page.frameLocator('figure iframe').getByText('The film runs.')

test('a film of the web comes in by keys alone, an address of elsewhere says why it is none, and learners are shown it', async () => {
  const { org, author, params, page } = await openDesk(browser)
  await answerForOthers(page)
  await insert(page, 'youtube')
  const focused = page.locator('input:focus')
  await focused.waitFor()
  expect(await focused.getAttribute('type')).toBe('url')
  await page.keyboard.type('https://films.example/zero')
  await page.keyboard.press('Tab')
  const complaint = page.getByText(en['course.editor.embedWrong'])
  await complaint.waitFor()
  expect(await axeFaults(page)).toEqual([])
  expect(await page.locator('iframe').count()).toBe(0)
  await state(page, 'saved').waitFor()
  expect((await blocksOf(author, params)).map(kindOf)).not.toContain('embed')

  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('https://www.youtube.com/watch?v=M7lc1UVf-VE')
  await complaint.waitFor({ state: 'detached' })
  await page.keyboard.press('Tab')
  await page.keyboard.type('How a gauge is zeroed')
  await page.frameLocator('iframe').getByText('The film runs.').waitFor()
  await expect
    .poll(async () => (await blocksOf(author, params)).filter(({ type }) => type === 'embed'))
    .toMatchObject([{ attrs: { url: film, title: 'How a gauge is zeroed' } }])

  await org.as((scope) => publishCourse(scope, params.courseId, null))
  const learner = await org.person('Mei Tanaka')
  const { stepId } = await learner.does(learning.startCourse, { params })
  const reading = await browser.window(learner)
  await answerForOthers(reading)
  await reading.goto(linkTo(paths.player, { ...params, stepId }))
  await running(reading).waitFor()
  const frame = reading.locator('figure iframe')
  expect(await frame.getAttribute('src')).toBe(film)
  expect(await frame.getAttribute('title')).toBe('How a gauge is zeroed')
  // The page's own policy lets in this player, and no other site that would answer as well.
  const elsewhere = frame.evaluate(
    (node) =>
      new Promise((resolve) => {
        const { ownerDocument } = node as unknown as { ownerDocument: EventTarget }
        ownerDocument.addEventListener('securitypolicyviolation', (event) => {
          const { blockedURI, effectiveDirective } = event as Event & Record<string, unknown>
          resolve([blockedURI, effectiveDirective])
        })
        Object.assign(node, { src: 'https://films.example/zero' })
      }),
  )
  expect(await elsewhere).toEqual(['https://films.example', 'frame-src'])
  const errors: string[] = []
  await expect.poll(() => errors.push(...browser.takeErrors())).toBe(1)
  expect(errors[0]).toContain('violates the following Content Security Policy directive: "frame-src')
})
