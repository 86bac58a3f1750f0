import { expect, test } from 'vitest'
import en from '#course/messages/en.json' with { type: 'json' }
import { openBrowserWorld } from './browser.ts'
import { blocksOf, goToEnd, openDesk, state, text } from './desk.ts'

const browser = openBrowserWorld()

test('what is chosen as a picture and is none stands there as a file, under its name, and the text can be saved', async () => {
  const { author, params, page } = await openDesk(browser)
  await goToEnd(page)
  await page.keyboard.type('/picture')
  await page.getByRole('option').first().waitFor()
  const window = page.waitForEvent('filechooser')
  await page.keyboard.press('Enter')
  const sheet = { name: 'sheet.pdf', mimeType: 'image/png', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') }
  await (await window).setFiles(sheet)
  await page.getByText('sheet.pdf is no picture, so it stands here as a file.').waitFor()
  expect(await text(page).getByLabel(en['course.editor.fileName']).inputValue()).toBe('sheet.pdf')
  await state(page, 'saved').waitFor()
  await expect
    .poll(async () => (await blocksOf(author, params)).find(({ type }) => type === 'file')?.attrs)
    .toMatchObject({ name: 'sheet.pdf' })
})
