import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import texts from '#course/messages/en.json' with { type: 'json' }
import { openBrowserWorld } from './browser.ts'
import { blocksOf, openDesk, state, text } from './desk.ts'

const browser = openBrowserWorld()

/** Three parts of text. */
const manual = {
  name: 'manual.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from('Zero it. '.repeat(300_000)),
}
const choose = (page: Page) => page.getByLabel(texts['course.editor.insert.file']).setInputFiles(manual)

/** Where the parts begin that a window sends; unless the line is open it breaks at each but the first. */
async function watch(page: Page, isOpen: boolean): Promise<number[]> {
  const offsets: number[] = []
  await page.route('**/parts/*', async (route) => {
    const offset = Number(new URL(route.request().url()).pathname.split('/').at(-1))
    offsets.push(offset)
    await (isOpen || offset === 0 ? route.continue() : route.abort())
  })
  return offsets
}

test('a file whose window was closed goes on where it stopped when it is chosen again, says so, and arrives whole', async () => {
  const { org, author, params, path, page } = await openDesk(browser)
  const before = await watch(page, false)
  await choose(page)
  await expect.poll(() => before.slice(0, 2)).toEqual([0, 1_048_576])
  const next = await page.context().newPage()
  await page.close()
  const after = await watch(next, true)
  await next.goto(path)
  await text(next).waitFor()
  await choose(next)
  await next.getByText('manual.txt goes on where it stopped: 39% of it had arrived already.').waitFor()
  await next.getByRole('progressbar', { name: 'Uploading' }).waitFor({ state: 'detached' })
  await state(next, 'saved').waitFor()
  expect(after).toEqual([1_048_576, 2_097_152])
  const arrived = async () =>
    (await blocksOf(author, params)).flatMap(({ type, attrs }) => (type === 'file' ? [attrs.asset] : []))
  await expect.poll(async () => (await arrived()).filter(Boolean).length).toBe(1)
  const asset = String((await arrived()).find(Boolean))
  const { filesDir } = browser.world.cairn.runtime.install
  expect(readFileSync(join(filesDir, org.id, asset)).equals(manual.buffer)).toBe(true)
})

test('a window does not go on with what another that is open is sending', async () => {
  const { path, page } = await openDesk(browser)
  const before = await watch(page, false)
  await choose(page)
  await expect.poll(() => before.slice(0, 2)).toEqual([0, 1_048_576])
  const beside = await page.context().newPage()
  const own = await watch(beside, true)
  await beside.goto(path)
  await text(beside).waitFor()
  await choose(beside)
  await expect.poll(() => own).toEqual([0, 1_048_576, 2_097_152])
})
