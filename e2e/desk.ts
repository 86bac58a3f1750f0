import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import * as courses from '#course/contract.ts'
import type { Block } from '#course/document/schema.ts'
import { linkTo, paths } from '#paths'
import type { Person } from '#test/organization.ts'
import type { BrowserWorld } from './browser.ts'

/** The text of the step that is open. */
export const text = (page: Page) => page.getByLabel('Text of the step')
/** The line that says how the saving stands. */
export const state = (page: Page, name: string) => page.locator(`.editor-saved[data-state="${name}"]`)
export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()

/**
 * Puts the cursor into the last paragraph. The editor hears of it by the next frame: what is typed comes after that. At the
 * very moment at which a new block takes the focus, a click may mark that block: one sees it, and clicks again.
 */
export async function goToEnd(page: Page): Promise<void> {
  const last = text(page).locator(':scope > p').last()
  const isThere = async () => {
    await last.click()
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
    return (await page.locator('.ProseMirror-selectednode').count()) === 0
  }
  await expect.poll(isThere).toBe(true)
}

export async function type(page: Page, words: string): Promise<void> {
  await text(page).click()
  await page.keyboard.type(words)
}

/** The blocks of the first step as they are saved. */
export const blocksOf = async (author: Person, params: { courseId: string }): Promise<Block[]> =>
  (await author.does(courses.getDraft, { params })).document.content[0]?.content ?? []

/** Somebody who writes a new course in a group, and a window open on it. */
export async function deskOf(
  window: BrowserWorld['window'],
  author: Person,
  groupId: string,
  options?: Parameters<BrowserWorld['window']>[1],
) {
  const made = await author.does(courses.createCourse, {
    body: { title: 'Zero it', objective: 'You zero a gauge in the cold.', groupId },
  })
  const params = { courseId: made.course.id }
  const path = linkTo(paths.editor, params)
  const page = await window(author, options)
  // The browser leaves file windows to the test from the first moment, not only once one is waited for.
  page.on('filechooser', () => undefined)
  await page.goto(path)
  await text(page).waitFor()
  return { author, params, path, page }
}

/** The same in an organization of its own. */
export async function openDesk(
  { world, window }: BrowserWorld,
  options?: Parameters<BrowserWorld['window']>[1],
) {
  const org = await world.organization()
  return { org, ...(await deskOf(window, await org.person('Dana Reyes', 'leader'), org.root, options)) }
}
