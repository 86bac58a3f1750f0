import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import type { Block, Question } from '#course/document/schema.ts'
import { linkTo, paths } from '#paths'
import { picture } from '#test/picture.ts'
import { openBrowserWorld } from './browser.ts'
import { blocksOf, button, deskOf, goToEnd, openDesk, state, text } from './desk.ts'

const browser = openBrowserWorld()

/** What a page has and a test has not. */
interface Clipboards {
  DataTransfer: new () => {
    setData: (type: string, words: string) => void
    items: { add: (file: File) => void }
  }
  ClipboardEvent: new (type: string, options: object) => Event
}

/** Pastes what a program put on the clipboard: texts by their type, and a picture. */
async function paste(page: Page, texts: Record<string, string>, file?: Buffer): Promise<void> {
  await goToEnd(page)
  await text(page).evaluate(
    (element, { texts, file }) => {
      const { DataTransfer, ClipboardEvent } = globalThis as unknown as Clipboards
      const data = new DataTransfer()
      for (const [type, words] of Object.entries(texts)) data.setData(type, words)
      if (file) {
        const bytes = Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0))
        data.items.add(new File([bytes], 'bench.png', { type: 'image/png' }))
      }
      element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    },
    { texts, file: file?.toString('base64') },
  )
}

const question: Question = {
  id: 'QQQQQQQQQQQQ',
  kind: 'multiple',
  prompt: 'What drifts?',
  points: 2,
  feedback: { right: 'Both do.', wrong: 'Warm it up first.' },
  options: [
    { id: 'AAAAAAAAAAAA', text: 'The zero', correct: true, feedback: 'With heat.' },
    { id: 'BBBBBBBBBBBB', text: 'The span', correct: true, feedback: '' },
    { id: 'CCCCCCCCCCCC', text: 'The cable', correct: false, feedback: '' },
  ],
}
const sayings = (block: Block | undefined) => {
  if (block?.type !== 'question') return block?.type
  const { id, ...attrs } = block.attrs
  return 'options' in attrs
    ? { ...attrs, options: attrs.options.map(({ id: _, ...option }) => option) }
    : attrs
}
const idsOf = (block: Block | undefined) =>
  block?.type === 'question' && 'options' in block.attrs
    ? [block.attrs.id, ...block.attrs.options.map(({ id }) => id)]
    : []

test('a copied question is whole where it is pasted, here and in another course, with new ids', async () => {
  const { org, author, params, path } = await openDesk(browser)
  const draft = await author.does(courses.getDraft, { params })
  const [step] = draft.document.content
  if (!step) throw new Error('A course has a step.')
  const original: Block = { type: 'question', attrs: question }
  const content = [{ ...step, content: [original] }]
  const body = { revision: 1, title: 'Zero it', objective: '', tags: [], language: 'en' as const }
  await author.does(courses.saveDraft, {
    params,
    body: { ...body, document: { ...draft.document, content } },
  })
  const other = await deskOf(browser.window, author, org.root)
  const page = other.page
  await page.goto(path)
  const copied = page.getByRole('group', { name: 'Several choices' })
  await copied.getByRole('button', { name: 'This block' }).click()
  await page.getByRole('menuitem', { name: 'Copy', exact: true }).click()
  await page.getByRole('menu').waitFor({ state: 'detached' })
  await goToEnd(page)
  await page.keyboard.press('Control+v')
  await copied.nth(1).waitFor()
  await state(page, 'saved').waitFor()
  const here = (await blocksOf(author, params)).filter(({ type }) => type === 'question')
  expect(here.map(sayings)).toEqual([sayings(original), sayings(original)])
  expect(idsOf(here[0])).toEqual(idsOf(original))
  await page.goto(other.path)
  await text(page).focus()
  await page.keyboard.press('Control+v')
  await copied.first().waitFor()
  await state(page, 'saved').waitFor()
  const [there] = (await blocksOf(author, other.params)).filter(({ type }) => type === 'question')
  expect(sayings(there)).toEqual(sayings(original))
  const all = [...here.flatMap(idsOf), ...idsOf(there)]
  expect(new Set(all).size).toBe(12)
})

test('of a text of another program only what a course may hold comes in', async () => {
  const { author, params, page } = await openDesk(browser)
  const html = `<html><body><style>p{color:red}</style><h1 onclick="alert(1)">Zeroing</h1>
    <p style="font-family:Calibri" class="MsoNormal">Hang it <b>freely</b>, see <a href="https://a.example/x">this</a>
    or <a href="javascript:alert(1)">that</a>.<script>alert(1)</script></p>
    <p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·</span>Warm up</p>
    <p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·</span>Zero</p>
    <table><tr><td colspan="99"><ul><li>in a cell</li></ul></td></tr></table>
    <img src="https://a.example/x.png"><iframe src="https://evil.example"></iframe>
    <div data-node="question" data-question="not json"></div>
    <div data-node="callout" data-kind="evil" data-title="Box"><p>boxed</p></div></body></html>`
  await paste(page, { 'text/html': html, 'text/plain': 'Zeroing' })
  await page.getByText('The picture stayed on its page.').first().waitFor()
  await state(page, 'saved').waitFor()
  const blocks = await blocksOf(author, params)
  const said = JSON.stringify(blocks)
  expect(said).not.toMatch(/javascript:|alert|evil|Calibri|onclick|color:red|a\.example\/x\.png/)
  expect(said).toContain('"href":"https://a.example/x"')
  expect(blocks.map(({ type }) => type)).toEqual([
    'heading',
    'paragraph',
    'bulletList',
    'table',
    'question',
    'callout',
  ])
  expect(blocks[0]).toMatchObject({ attrs: { level: 2 } })
  expect(blocks[2]).toMatchObject({ content: [{ type: 'listItem' }, { type: 'listItem' }] })
})

test('a pasted picture is sent, asked about, and keeps its size; in another course it becomes its own', async () => {
  const { org, author, params, page } = await openDesk(browser)
  await paste(page, {}, picture(300, 200))
  const alt = page.getByRole('textbox', { name: 'What the picture shows' })
  await alt.and(page.locator(':focus')).waitFor()
  await page.keyboard.type('A load cell on a bench')
  await page.locator('.editor-media img').waitFor()
  await state(page, 'saved').waitFor()
  const [image] = (await blocksOf(author, params)).filter(({ type }) => type === 'image')
  expect(image?.attrs).toMatchObject({ alt: 'A load cell on a bench', width: 300, height: 200 })
  await button(page, 'This block').waitFor()
  await page.locator('.editor-media').getByRole('button', { name: 'This block' }).click()
  await page.getByRole('menuitem', { name: 'Copy', exact: true }).click()
  await page.getByRole('menu').waitFor({ state: 'detached' })
  const made = await author.does(courses.createCourse, { body: { title: 'Other', groupId: org.root } })
  const other = { courseId: made.course.id }
  await page.goto(linkTo(paths.editor, other))
  await text(page).focus()
  await page.keyboard.press('Control+v')
  await page.locator('.editor-media img').waitFor()
  await state(page, 'saved').waitFor()
  const [copy] = (await blocksOf(author, other)).filter(({ type }) => type === 'image')
  expect(copy?.attrs).toMatchObject({ alt: 'A load cell on a bench', width: 300, height: 200 })
  if (copy?.type !== 'image' || image?.type !== 'image') throw new Error('Both are pictures.')
  expect(copy.attrs.asset).not.toBe(image.attrs.asset)
})

test('a picture that an office program adds to a copied text is not meant', async () => {
  const { author, params, page } = await openDesk(browser)
  await paste(page, { 'text/html': '<table><tr><td>42</td></tr></table>', 'text/plain': '42' }, picture(9, 9))
  await state(page, 'saved').waitFor()
  expect((await blocksOf(author, params)).map(({ type }) => type)).toEqual(['table'])
})

test('pasted Markdown becomes blocks, and undo brings the text back', async () => {
  const { author, params, page } = await openDesk(browser)
  const markdown = '# Zeroing\n\n- hang it\n- wait\n\n```bash\nzero --now\n```\n'
  await paste(page, { 'text/plain': markdown })
  await page.getByText('The Markdown was turned into blocks.').first().waitFor()
  await state(page, 'saved').waitFor()
  expect((await blocksOf(author, params)).map(({ type }) => type)).toEqual([
    'heading',
    'bulletList',
    'codeBlock',
  ])
  await text(page).focus()
  await page.keyboard.press('Control+z')
  await text(page).getByText('# Zeroing').waitFor()
  await text(page).getByText('- wait').waitFor()
})

test('a sentence with a star or a number in front is pasted as it is', async () => {
  const { page } = await openDesk(browser)
  await paste(page, { 'text/plain': '3 * 4 = 12, see [note] (page 2)' })
  await text(page).getByText('3 * 4 = 12, see [note] (page 2)').waitFor()
})
