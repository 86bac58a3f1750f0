import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { publishCourse } from '#course'
import * as courses from '#course/contract.ts'
import type { Block } from '#course/document/schema.ts'
import texts from '#course/messages/en.json' with { type: 'json' }
import * as learning from '#learning/contract.ts'
import { linkTo, paths } from '#paths'
import { picture } from '#test/picture.ts'
import { setCharterRule } from '#validation/charter.contract.ts'
import * as reviews from '#validation/contract.ts'
import { openBrowserWorld } from './browser.ts'
import { blocksOf, button, goToEnd, openDesk, state, type } from './desk.ts'
import { firstOnly } from './first-only.ts'
import { folderFor } from './folder.ts'

const browser = openBrowserWorld()

/** Inserts a file by the menu, as with a file window. */
async function insertFile(
  page: Page,
  kind: string,
  file: string | { name: string; buffer: Buffer },
): Promise<void> {
  await goToEnd(page)
  await page.keyboard.type(`/${kind}`)
  await page.getByRole('option').first().waitFor()
  const window = page.waitForEvent('filechooser')
  await page.keyboard.press('Enter')
  await (await window).setFiles(
    typeof file === 'string' ? file : { ...file, mimeType: 'application/octet-stream' },
  )
}

/** Three parts of text. */
const manual = { name: 'manual.txt', buffer: Buffer.from('Zero it. '.repeat(300_000)) }
const fileBlocks = (blocks: Block[]) => blocks.filter(({ type }) => type === 'file')

test('a file goes on where it stopped when the line breaks, and no byte is sent twice', async () => {
  const { author, params, page } = await openDesk(browser)
  const offsets: number[] = []
  await page.route('**/parts/*', async (route) => {
    const offset = Number(new URL(route.request().url()).pathname.split('/').at(-1))
    // The second part arrives, but its answer does not; the try after it does not even arrive.
    if (offset > 0 && offsets.length === 1) await route.fetch()
    offsets.push(offset)
    return offsets.length === 2 || offsets.length === 3 ? route.abort() : route.continue()
  })
  await insertFile(page, 'pdf', manual)
  await page.getByRole('progressbar', { name: 'Uploading' }).waitFor()
  await page.getByRole('progressbar', { name: 'Uploading' }).waitFor({ state: 'detached' })
  await state(page, 'saved').waitFor()
  expect(offsets).toEqual([0, 1_048_576, 2_097_152, 2_097_152])
  const [block] = fileBlocks(await blocksOf(author, params))
  expect(block?.attrs).toMatchObject({ name: 'manual.txt' })
})

test('a file that comes in while a picture is selected stands below it and does not replace it', async () => {
  const { author, params, page } = await openDesk(browser)
  await insertFile(page, 'picture', { name: 'first.png', buffer: picture(60, 40) })
  const pictures = page.locator('.editor-media img')
  await pictures.first().waitFor()
  await state(page, 'saved').waitFor()
  await goToEnd(page)
  await page.keyboard.press('ArrowLeft')
  await page.locator('.ProseMirror-selectednode').waitFor()
  const second = { name: 'second.png', mimeType: 'image/png', buffer: picture(60, 50) }
  await page.getByLabel(texts['course.editor.insert.file']).setInputFiles(second)
  await pictures.nth(1).waitFor()
  await state(page, 'saved').waitFor()
  const sizes = (await blocksOf(author, params)).flatMap(({ type, attrs }) =>
    type === 'image' ? [attrs.height] : [],
  )
  expect(sizes).toEqual([40, 50])
})

test('a file that cannot arrive says why, is kept at hand, and arrives at the next try', async () => {
  const { author, params, page } = await openDesk(browser)
  const full = { type: '', title: '', status: 503, code: 'server.disk-full', detail: 'No room.' }
  const answer = { status: 503, contentType: 'application/problem+json', body: JSON.stringify(full) }
  await page.route(
    '**/parts/*',
    firstOnly((route) => route.fulfill(answer)),
  )
  await insertFile(page, 'pdf', manual)
  await page.getByText('There is no room left on the server. What has arrived is kept').waitFor()
  await button(page, 'Try again').click()
  await page.getByText('The file did not arrive').waitFor({ state: 'detached' })
  await state(page, 'saved').waitFor()
  await expect.poll(async () => fileBlocks(await blocksOf(author, params)).length).toBe(1)
})

test('a program is refused by its content, and a file over the limit is told the limit', async () => {
  const { page } = await openDesk(browser)
  await insertFile(page, 'picture', { name: 'holiday.png', buffer: Buffer.from('\u007fELF\0\0 a program') })
  await page.getByText('Its content is of a kind that cannot be uploaded').waitFor()
  await page.locator('.editor-media').getByRole('button', { name: 'Remove' }).click()
  await page.locator('.editor-media').waitFor({ state: 'detached' })
  const long = join(folderFor('long'), 'long.mp4')
  writeFileSync(long, '')
  truncateSync(long, 21 * 1024 * 1024)
  await insertFile(page, 'video', long)
  await page.getByText(/It may have 20 MB at most\. Make it smaller/).waitFor()
})

test('sending can be stopped, and goes on while another step is written', async () => {
  const { author, params, page } = await openDesk(browser)
  let release = () => {}
  const isReleased = new Promise<void>((resolve) => {
    release = resolve
  })
  const asked: string[] = []
  await page.route('**/parts/*', async (route) => {
    asked.push(route.request().url())
    if (asked.length > 1) await isReleased
    // The first one is never answered.
    if (asked.length > 1) await route.continue()
  })
  await insertFile(page, 'pdf', manual)
  await expect.poll(() => asked.length).toBe(1)
  await button(page, 'Stop sending').click()
  await page.locator('.editor-media').waitFor({ state: 'detached' })
  await insertFile(page, 'pdf', manual)
  await expect.poll(() => asked.length).toBe(2)
  await button(page, 'Add a step').click()
  await page.getByRole('textbox', { name: 'Title of the step' }).last().fill('Another step')
  release()
  await expect.poll(async () => fileBlocks(await blocksOf(author, params)).length).toBe(1)
})

/** A part of the page moved by itself; what of it did. */
interface Shift {
  startTime: number
  sources: {
    node?: { nodeName: string; parentElement?: { outerHTML: string; closest: (selector: string) => unknown } }
    previousRect: { y: number; height: number }
    currentRect: { y: number; height: number }
  }[]
}

/** What a page has and a test has not. */
interface Page_ {
  PerformanceObserver: new (
    hear: (list: { getEntries: () => Shift[] }) => void,
  ) => { observe: (what: object) => void }
  requestAnimationFrame: (draw: () => void) => void
}

/** What of the text of the page has jumped since a moment, and from where to where, as browsers notice it. */
const jumpsSince = (page: Page, moment: number) =>
  page.evaluate(
    (since) =>
      new Promise<string[]>((resolve) => {
        const jumps: string[] = []
        const { PerformanceObserver, requestAnimationFrame } = globalThis as unknown as Page_
        const observer = new PerformanceObserver((list) => {
          const sources = list.getEntries().flatMap((one) => (one.startTime >= since ? one.sources : []))
          for (const { node, previousRect, currentRect } of sources)
            if (node?.parentElement?.closest('.course-blocks'))
              jumps.push(
                `${node.nodeName} in ${node.parentElement.outerHTML.slice(0, 200)}: ` +
                  `${JSON.stringify(previousRect)} to ${JSON.stringify(currentRect)}`,
              )
        })
        observer.observe({ type: 'layout-shift', buffered: true })
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(jumps)))
      }),
    moment,
  )

test('the edge of a text and what stands beside it stay where they are when its letters arrive late', async () => {
  const { org, author, params, page } = await openDesk(browser)
  await type(page, 'Hold the gauge still, wait until its needle has come to rest, and read it. '.repeat(4))
  await state(page, 'saved').waitFor()
  await org.as((scope) => publishCourse(scope, params.courseId, null))
  const { stepId } = await author.does(learning.getProgress, { params })
  const reading = await browser.window(author)
  let release = () => {}
  const isReleased = new Promise<void>((resolve) => {
    release = resolve
  })
  await reading.route('**/source-serif-*', async (route) => {
    await isReleased
    await route.continue()
  })
  await reading.goto(linkTo(paths.player, { ...params, stepId }), { waitUntil: 'domcontentloaded' })
  const remark = reading.locator('.player-remark').first()
  await remark.waitFor()
  const edges = async () => [
    (await reading.locator('.course-blocks').boundingBox())?.width,
    (await remark.boundingBox())?.x,
  ]
  const areThere = () =>
    reading.evaluate(`document.fonts.check('18px "Source Serif 4 Variable"')`) as Promise<boolean>
  const before = await edges()
  expect(await areThere()).toBe(false)
  release()
  await expect.poll(areThere).toBe(true)
  expect(await edges()).toEqual(before)
})

test('pages with several pictures do not jump while these arrive: player, review room and editor', async () => {
  const { org, author, params, page } = await openDesk(browser)
  for (const [index, height] of [200, 450, 120].entries()) {
    await insertFile(page, 'picture', { name: `${index}.png`, buffer: picture(600, height, 60 + index) })
    await page.locator('.editor-media img').nth(index).waitFor()
    await state(page, 'saved').waitFor()
  }
  await state(page, 'saved').waitFor()
  const admin = await org.admin()
  const rule = { groupId: org.root, rule: 'alt-text' as const }
  await admin.does(setCharterRule, { params: rule, body: { level: 'warn' } })
  const body = { reviewerIds: [admin.id] }
  const review = await author.does(reviews.askForReview, { params, body })
  const seen = { params: { reviewId: review.id } }
  const room = linkTo(paths.review, { reviewId: review.id })
  await admin.does(reviews.giveVerdict, { ...seen, body: { verdict: 'approve' } })
  const { stepId } = await author.does(learning.getProgress, { params })
  const player = linkTo(paths.player, { ...params, stepId })
  for (const path of [player, room, linkTo(paths.editor, params)]) {
    const reading = await browser.window(path === room ? admin : author)
    let release = () => {}
    const isReleased = new Promise<void>((resolve) => {
      release = resolve
    })
    await reading.route('**/api/files/*', async (route) => {
      await isReleased
      await route.continue()
    })
    await reading.goto(path, { waitUntil: 'domcontentloaded' })
    const pictures = reading.locator('main img[src*="/api/files/"]')
    await pictures.nth(2).waitFor({ state: 'attached' })
    const drawn = await reading.evaluate(() => performance.now())
    release()
    for (let index = 0; index < 3; index += 1) {
      await pictures.nth(index).scrollIntoViewIfNeeded()
      await pictures
        .nth(index)
        .evaluate((image) => (image as unknown as { decode: () => Promise<void> }).decode())
    }
    expect([path, await jumpsSince(reading, drawn)]).toEqual([path, []])
  }
  expect((await author.does(courses.getCourse, { params })).state).toBe('published')
})
