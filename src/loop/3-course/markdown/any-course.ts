import fc from 'fast-check'
import { newBlockId } from '../document/blocks.ts'
import { type Block, type CourseDocument, calloutKinds } from '../document/schema.ts'

/** The files that generated courses use. */
export const assetIds = Array.from(
  { length: 40 },
  (_, index) => `0190a000-0000-7000-8000-${String(index).padStart(12, '0')}`,
)

export const attrs = () => ({ id: newBlockId() })
const line = (maxLength: number) =>
  fc
    .oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength }),
      fc.lorem({ maxCount: 6 }),
      fc.constantFrom(
        '# a',
        '1. b',
        '- c',
        '::: note',
        '> d',
        '**e**',
        '[f](g)',
        'http://h.org',
        '<b>',
        '&amp;',
        'i@j.org',
        '| k |',
        '===',
        '`l`',
        '\\',
        '* * *',
        '[^1]',
        'www.m.org',
        '![n]',
        '- [x] o',
        '[p]{#q}',
        '[]{#q}',
        'r {#s}',
        ': t',
      ),
    )
    .map((text) => text.replace(/\s+/g, ' ').trim().slice(0, maxLength).trim())
    .filter((text) => text !== '' && !/[\p{Cc}\p{Cf}\p{Cs}\uFFFD]/u.test(text))
/** Text in a run may begin and end with a space, as between two words of which one is bold. */
const piece = fc
  .tuple(fc.boolean(), line(30), fc.boolean())
  .map(([before, text, after]) => `${before ? ' ' : ''}${text}${after ? ' ' : ''}`)

const mark = fc.oneof(
  fc.constantFrom({ type: 'bold' as const }, { type: 'italic' as const }, { type: 'strike' as const }),
  fc
    .constantFrom('https://example.org/a_(b)?c=*d*&e', 'mailto:dana@meridian.example')
    .map((href) => ({ type: 'link' as const, attrs: { href } })),
)
const marks = fc.oneof(
  fc.constant([]),
  fc.constant([{ type: 'code' as const }]),
  fc.constant([{ type: 'link' as const, attrs: { href: 'https://example.org' } }, { type: 'code' as const }]),
  fc.uniqueArray(mark, { minLength: 1, maxLength: 3, selector: ({ type }) => type }),
)
const text = fc
  .tuple(piece, marks)
  .map(([text, marks]) => ({ type: 'text' as const, text, ...(marks.length > 0 && { marks }) }))

type Inline =
  | { type: 'text'; text: string; marks?: readonly { type: string; attrs?: unknown }[] }
  | { type: 'hardBreak' }
const signature = (node: Inline) =>
  node.type === 'text'
    ? JSON.stringify([...(node.marks ?? [])].sort((a, b) => (a.type < b.type ? -1 : 1)))
    : 'break'

/** As an editor keeps it: neighbours with the same marks are one text. */
function merged(nodes: readonly Inline[]): Inline[] {
  const kept: Inline[] = []
  for (const node of nodes) {
    const last = kept.at(-1)
    if (last?.type === 'text' && node.type === 'text' && signature(last) === signature(node))
      last.text += node.text
    else kept.push({ ...node })
  }
  return kept
}
const inline = fc
  .tuple(
    text,
    fc.array(
      fc.oneof(
        { weight: 5, arbitrary: text },
        { weight: 1, arbitrary: fc.constant({ type: 'hardBreak' as const }) },
      ),
      { maxLength: 4 },
    ),
    text,
  )
  .map(([first, middle, last]) => merged([first, ...middle, last]) as never)

const paragraph = inline.map((content) => ({ type: 'paragraph' as const, attrs: attrs(), content }))
const code = fc
  .tuple(
    fc.option(fc.constantFrom('bash', 'c++', 'output')),
    fc.array(fc.oneof(line(20), fc.constantFrom('', '```', ':::', '~~~~', '# a', '    b')), { maxLength: 5 }),
  )
  .map(([language, lines]) => ({
    type: 'codeBlock' as const,
    attrs: { ...attrs(), language },
    ...(lines.join('\n') && { content: [{ type: 'text' as const, text: lines.join('\n') }] }),
  }))
const heading = fc
  .tuple(fc.integer({ min: 2, max: 4 }), inline)
  .map(([level, content]) => ({ type: 'heading' as const, attrs: { ...attrs(), level }, content }))
const caption = fc.oneof(fc.constant(''), line(30))
const image = fc
  .tuple(fc.constantFrom(...assetIds), line(30), caption)
  .map(([asset, alt, caption]) => ({ type: 'image' as const, attrs: { ...attrs(), asset, alt, caption } }))
const rule = fc.constant(0).map(() => ({ type: 'horizontalRule' as const, attrs: attrs() }))
const table = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .chain(([rows, columns]) =>
    fc
      .array(fc.array(paragraph, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      })
      .map((content) => ({
        type: 'table' as const,
        attrs: attrs(),
        content: content.map((cells, row) => ({
          type: 'tableRow' as const,
          content: cells.map((cell) => ({
            type: row === 0 ? ('tableHeader' as const) : ('tableCell' as const),
            attrs: { colspan: 1, rowspan: 1 },
            content: [cell],
          })),
        })),
      })),
  )
const leaf: fc.Arbitrary<Block> = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  code,
  heading,
  image,
  rule,
  table,
) as never
const listOf = (block: fc.Arbitrary<Block>): fc.Arbitrary<Block> =>
  fc
    .tuple(
      fc.boolean(),
      fc.integer({ min: 0, max: 12 }),
      fc.array(fc.array(block, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
    )
    .map(([isOrdered, start, items]) => {
      const content = items.map((content) => ({ type: 'listItem' as const, content: content as never }))
      return isOrdered
        ? { type: 'orderedList', attrs: { ...attrs(), start }, content }
        : { type: 'bulletList', attrs: attrs(), content }
    })
const quoteOf = (block: fc.Arbitrary<Block>): fc.Arbitrary<Block> =>
  fc
    .array(block, { minLength: 1, maxLength: 3 })
    .map((content) => ({ type: 'blockquote', attrs: attrs(), content }))
const inner: fc.Arbitrary<Block> = fc.oneof(
  { weight: 3, arbitrary: leaf },
  listOf(fc.oneof(leaf, listOf(leaf))),
  quoteOf(leaf),
)

const prompt = fc
  .array(fc.oneof(line(40), fc.constant('')), { minLength: 1, maxLength: 4 })
  .map((lines) => lines.join('\n').trim())
  .filter(Boolean)
const option = fc.tuple(line(40), caption).map(([text, feedback]) => ({ id: newBlockId(), text, feedback }))
const common = fc.record({
  prompt,
  points: fc.integer({ min: 1, max: 9 }),
  feedback: fc.record({ right: caption, wrong: caption }),
})
const answers = fc.oneof(
  fc
    .tuple(fc.constantFrom('single', 'multiple'), fc.array(option, { minLength: 2, maxLength: 4 }))
    .map(([kind, options]) => ({
      kind,
      options: options.map((one, index) => ({ ...one, correct: index === 1 })),
    })),
  fc.boolean().map((answer) => ({ kind: 'truefalse', answer })),
  fc.array(line(20), { minLength: 1, maxLength: 3 }).map((accepted) => ({ kind: 'short', accepted })),
  fc
    .tuple(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(0, 0.1, 1e-9),
      fc.constantFrom('', 'N·m', '%'),
    )
    .map(([value, tolerance, unit]) => ({ kind: 'numeric', value: value + 0, tolerance, unit })),
  fc
    .array(line(20), { minLength: 2, maxLength: 4 })
    .map((texts) => ({ kind: 'ordering', items: texts.map((text) => ({ id: newBlockId(), text })) })),
)
const question: fc.Arbitrary<Block> = fc
  .tuple(common, answers)
  .map(([common, answers]) => ({ type: 'question', attrs: { ...attrs(), ...common, ...answers } }) as Block)
const media: fc.Arbitrary<Block> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...assetIds), line(30), fc.option(fc.constantFrom(...assetIds)))
    .map(([asset, title, captions]) => ({
      type: 'video' as const,
      attrs: { ...attrs(), asset, title, captions },
    })),
  fc
    .tuple(fc.constantFrom(...assetIds), line(30))
    .map(([asset, name]) => ({ type: 'file' as const, attrs: { ...attrs(), asset, name } })),
  line(30).map((title) => ({
    type: 'embed' as const,
    attrs: { ...attrs(), url: 'https://player.vimeo.com/video/1?a=b&c="d"', title },
  })),
)
const boxOf = (block: fc.Arbitrary<Block>): fc.Arbitrary<Block> =>
  fc
    .tuple(
      fc.option(fc.constantFrom(...calloutKinds)),
      caption,
      fc.array(block, { minLength: 1, maxLength: 3 }),
    )
    .map(([kind, title, content]) =>
      kind === null
        ? { type: 'collapsible', attrs: { ...attrs(), title }, content }
        : { type: 'callout', attrs: { ...attrs(), kind, title }, content },
    )
const outer = fc.oneof(
  { weight: 3, arbitrary: inner },
  question,
  media,
  boxOf(fc.oneof(inner, question, media, boxOf(leaf))),
)
const step = fc
  .tuple(line(40), fc.array(outer, { minLength: 1, maxLength: 5 }))
  .map(([title, content]) => ({ type: 'step' as const, attrs: { ...attrs(), title }, content }))
/** Any course that Markdown can say: for tests that hold for all of them. */
export const anyCourse = fc
  .array(step, { minLength: 1, maxLength: 3 })
  .map((content): CourseDocument => ({ type: 'doc', content }))
