import type { Editor } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { CallError, call } from '#platform/http/call'
import type { Step } from '../../document/schema.ts'
import { importMarkdown } from '../../material.contract.ts'
import { editorContent } from './normalise.ts'

const blocks = [
  /^#{1,6} \S/m,
  /^(```|~~~|:::)/m,
  /^\|.+\|[ \t]*\r?\n\|[ :|-]+\|/m,
  /^[-*+] \S.*(\r?\n)+[-*+] \S/m,
  /^\d+[.)] \S.*(\r?\n)+\d+[.)] \S/m,
  /^> \S/m,
]
const inline = [/\[[^\]\n]+\]\(\S+\)/, /(\*\*|__)\S[^\n]*?\1/, /`[^`\n]+`/]

/** Whether a text was written as Markdown: it has a block of it, or two of the marks within lines. */
export const isMarkdown = (text: string): boolean =>
  blocks.some((sign) => sign.test(text)) || inline.filter((sign) => sign.test(text)).length > 1

/** The blocks of all steps, one after the other; a title that was written stays as a heading. */
function flat(steps: readonly Step[], text: string) {
  return steps.flatMap(({ attrs, content }) => {
    const isWritten = text.split(/\r?\n/).some((line) => /^#{1,6} /.test(line) && line.includes(attrs.title))
    const heading = {
      type: 'heading',
      attrs: { level: 2 },
      content: [{ type: 'text', text: attrs.title }],
    }
    return [
      ...(isWritten ? [heading] : []),
      ...(editorContent(content).content ?? []).filter(({ attrs }) => attrs),
    ]
  })
}

/**
 * Turns Markdown that was just pasted as text into blocks. Undo brings the text back. Answers false where that cannot
 * be: the server is away, or somebody has gone on writing meanwhile; then the text stays as it was pasted.
 */
export async function convertMarkdown(
  editor: Editor,
  text: string,
  range: { from: number; to: number },
): Promise<boolean> {
  const before = editor.state.doc
  try {
    const { document } = await call(importMarkdown, { body: { files: [{ path: 'pasted.md', text }] } })
    if (!document || editor.isDestroyed || !editor.state.doc.eq(before)) return false
    editor
      .chain()
      .command(({ tr }) => closeHistory(tr) !== null)
      .setTextSelection(range)
      .deleteSelection()
      .insertContent(flat(document.content, text))
      .run()
    return true
  } catch (error) {
    if (!(error instanceof CallError)) throw error
    return false
  }
}

/** Whether pasted HTML says something: office programs add a picture of what was copied, which is not meant. */
export const saysSomething = (html: string): boolean =>
  html !== '' && (new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '').trim() !== ''

/** How many pictures of another page are in pasted HTML: they stay there. */
export const picturesIn = (html: string): number =>
  new DOMParser().parseFromString(html, 'text/html').querySelectorAll('img').length

/** HTML of other programs in the terms of a course: headings have three levels, Word's lists become lists. */
export function adaptHtml(html: string): string {
  if (html.includes('data-pm-slice')) return html
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  for (const gone of body.querySelectorAll('script, style, meta, link, title, template')) gone.remove()
  const levels = { h1: 'h2', h5: 'h4', h6: 'h4' }
  for (const [from, to] of Object.entries(levels)) {
    for (const heading of body.querySelectorAll(from)) renamed(heading, to)
  }
  for (const item of body.querySelectorAll('p[style*="mso-list"]')) listed(item)
  // A cell holds lines of text: what stands in it as a list or a heading comes as such.
  for (const line of body.querySelectorAll(':is(td, th) :is(li, h1, h2, h3, h4, pre)')) renamed(line, 'p')
  for (const list of body.querySelectorAll(':is(td, th) :is(ul, ol)')) list.replaceWith(...list.childNodes)
  return body.innerHTML
}

function renamed(element: Element, name: string): Element {
  const next = element.ownerDocument.createElement(name)
  next.append(...element.childNodes)
  element.replaceWith(next)
  return next
}

/** Word writes the items of a list as paragraphs, with the bullet as text that only Word leaves out. */
function listed(paragraph: Element): void {
  const bullet = paragraph.querySelector('[style*="mso-list:Ignore"], [style*="mso-list: Ignore"]')
  const kind = /^[^\p{L}\p{N}]/u.test((bullet?.textContent ?? '').trim()) ? 'ul' : 'ol'
  bullet?.remove()
  const before = paragraph.previousElementSibling
  const list = before?.matches(`${kind}[data-word]`) ? before : paragraph.ownerDocument.createElement(kind)
  list.setAttribute('data-word', '')
  if (list !== before) paragraph.before(list)
  list.append(renamed(paragraph, 'li'))
}
