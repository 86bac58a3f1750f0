import type { ImageReference, LinkReference, Node, PhrasingContent, Text } from 'mdast'
import type { Inline } from '../document/schema.ts'
import { isSafeHref } from '../document/schema.ts'
import { withoutAnchors } from './names.ts'
import type { Reading } from './reading.ts'

type Mark = NonNullable<(Inline & { type: 'text' })['marks']>[number]

type Parent = { children: PhrasingContent[] }
const simpleMarks = {
  strong: { type: 'bold' },
  emphasis: { type: 'italic' },
  delete: { type: 'strike' },
} as const satisfies Record<string, Mark>

export interface FoundImage {
  url: string
  alt: string
  title: string
  line: number
}

/** Text with marks, and the pictures that stood in it (they become blocks of their own). */
export function readInline(
  reading: Reading,
  nodes: readonly PhrasingContent[],
): { content: Inline[]; images: FoundImage[] } {
  const content: Inline[] = []
  const images: FoundImage[] = []
  const add = (text: string, marks: Mark[]) => {
    const last = content.at(-1)
    if (last?.type === 'text' && sameMarks(last.marks ?? [], marks)) last.text += text
    else if (text !== '') content.push({ type: 'text', text, ...(marks.length > 0 && { marks }) })
  }
  let key = false
  const html = (tag: string, line: number) => {
    if (/^<\/?(kbd|samp|code)>$/i.test(tag)) key = !tag.startsWith('</')
    else if (/^<br\s*\/?>$/i.test(tag)) content.push({ type: 'hardBreak' })
    else if (isElement(tag)) reading.dropHtml(tag, line)
    else add(tag, [])
  }
  const wordsOf = (node: Text, before: PhrasingContent | undefined) =>
    withoutAnchors(reading, node, afterImage(before, node.value, images))
  const visit = (list: readonly PhrasingContent[], marks: Mark[]): void => {
    const runs = runsOf(list)
    for (const [index, [node, ...rest]] of runs.entries())
      if (rest.length === 0) visitOne(node, runs[index - 1]?.at(-1), marks)
      else reading.dropHtml([node, ...rest].map(reading.sourceOf).join(''), reading.lineOf(node))
  }
  const visitOne = (node: PhrasingContent, before: PhrasingContent | undefined, marks: Mark[]): void => {
    const { type } = node
    const line = reading.lineOf(node)
    if (type === 'text') add(wordsOf(node, before), key ? withMark(marks, { type: 'code' }) : marks)
    else if (type === 'inlineCode') add(node.value, asCode(marks))
    else if (type in simpleMarks)
      visit((node as Parent).children, withMark(marks, simpleMarks[type as 'strong']))
    else if (type === 'break') content.push({ type: 'hardBreak' })
    else if (type === 'link') visit(node.children, linked(reading, node.url, marks, line))
    else if (type === 'image')
      images.push({ url: node.url, alt: node.alt ?? '', title: node.title ?? '', line })
    else if (type === 'html') html(node.value, line)
    else if (type === 'footnoteReference') add(`[${node.label ?? node.identifier}]`, marks)
    else if (type === 'linkReference' || type === 'imageReference') referred(node, marks, line)
  }
  const referred = (node: LinkReference | ImageReference, marks: Mark[], line: number): void => {
    const known = reading.definitions.get(node.identifier)
    if (!known) add(reading.sourceOf(node), marks)
    else if (node.type === 'imageReference') images.push({ ...known, alt: node.alt ?? '', line })
    else visit(node.children, linked(reading, known.url, marks, line))
  }
  visit(nodes, [])
  return { content: trimmed(content), images }
}

const elements =
  /^<[/!?]?(a|abbr|audio|b|big|body|button|center|cite|code|dd|del|details|dfn|div|dl|dt|em|embed|fieldset|figure|font|form|frame|h[1-6]|head|hr|html|i|iframe|img|input|ins|kbd|label|li|link|math|meta|object|ol|option|p|picture|pre|q|s|samp|script|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|track|tt|u|ul|var|video|xml|--)\b/i

/** Whether it is HTML, and not merely words between angle brackets such as “<your name>”. */
const isElement = (tag: string): boolean =>
  elements.test(tag) || tag.startsWith('<!') || /\bon\w+\s*=/i.test(tag)

type Run<Kind> = [Kind, ...Kind[]]

const isTag = (node: Node, tag: RegExp) =>
  node.type === 'html' && 'value' in node && tag.test(String(node.value))

/** Nodes one by one, but a script or a style together with its end: what stands in it is nothing to read. */
export function runsOf<Kind extends Node>(list: readonly Kind[]): Run<Kind>[] {
  const isEnd = (node: Node) => isTag(node, /^<\/(script|style)\b/i)
  const lastEnd = list.findLastIndex(isEnd)
  const runs: Run<Kind>[] = []
  let open: Run<Kind> | undefined
  for (const [at, node] of list.entries()) {
    if (open) open.push(node)
    else runs.push([node])
    if (open) open = isEnd(node) ? undefined : open
    else if (at < lastEnd && isTag(node, /^<(script|style)\b/i)) open = runs.at(-1)
  }
  return runs
}

const asCode = (marks: Mark[]): Mark[] => [...marks.filter(({ type }) => type === 'link'), { type: 'code' }]

const withMark = (marks: Mark[], mark: Mark): Mark[] =>
  marks.some(({ type }) => type === mark.type) ? marks : [...marks, mark]

const sameMarks = (a: readonly Mark[], b: readonly Mark[]): boolean => JSON.stringify(a) === JSON.stringify(b)

const longestHref = 2000

function linked(reading: Reading, url: string, marks: Mark[], line: number): Mark[] {
  const href = reading.resolveLink(url, line)
  if (href && href.length <= longestHref && isSafeHref(href))
    return withMark(marks, { type: 'link', attrs: { href } })
  reading.report(line, 'warning', 'link.dropped', { to: url.slice(0, 200) })
  return marks
}

/** Carpentries write a picture's description behind it: `![caption](x.png){alt='...'}`. */
function afterImage(before: PhrasingContent | undefined, text: string, images: FoundImage[]): string {
  const image = images.at(-1)
  if (before?.type !== 'image' || !image) return text
  const found = text.match(/^\s*\{([^}]*)\}/)
  if (!found) return text
  const alt = found[1]?.match(/alt=(?:'([^']*)'|"([^"]*)")/s)
  if (alt) {
    image.title ||= image.alt
    image.alt = (alt[1] ?? alt[2] ?? '').replace(/\s+/g, ' ')
  }
  return text.slice(found[0].length)
}

function trimmed(content: Inline[]): Inline[] {
  const kept = content.map((node) =>
    node.type === 'text' ? { ...node, text: node.text.replace(/\n/g, ' ') } : node,
  )
  while (kept[0]?.type === 'hardBreak') kept.shift()
  while (kept.at(-1)?.type === 'hardBreak') kept.pop()
  return kept.some((node) => node.type === 'hardBreak' || node.text.trim() !== '') ? kept : []
}
