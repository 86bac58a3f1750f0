import { z } from 'zod'
import { says } from '#platform/http/faults'
import { innerPlaceOf } from './places.ts'
import { faultsOf } from './whole.ts'

/**
 * The course document: a ProseMirror document of steps, each a run of blocks with stable ids. This schema is the
 * one the server validates with and the API documents; the editor's schema is made to match it.
 */
const blockId = z.string().regex(/^[A-Za-z0-9]{12}$/)
const short = (max: number) => z.string().max(max)

const safeHref = short(2000).refine(isSafeHref, says('document.link'))

/** Whether a link may be followed: the web over TLS or plain, mail, or another place of the course. */
export function isSafeHref(href: string): boolean {
  if (innerPlaceOf(href)) return true
  return /^(https?:\/\/|mailto:)[^\s]+$/i.test(href) && URL.canParse(href)
}

const mark = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('bold') }),
  z.strictObject({ type: z.literal('italic') }),
  z.strictObject({ type: z.literal('code') }),
  z.strictObject({ type: z.literal('strike') }),
  z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href: safeHref }) }),
])

const text = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1).max(20_000),
  marks: z.array(mark).max(5).optional(),
})
const inline = z
  .array(z.discriminatedUnion('type', [text, z.strictObject({ type: z.literal('hardBreak') })]))
  .max(2000)
const plain = z.array(text.omit({ marks: true })).max(200)

const identified = z.strictObject({ id: blockId })
const paragraph = z.strictObject({
  type: z.literal('paragraph'),
  attrs: identified,
  content: inline.optional(),
})
const heading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ id: blockId, level: z.number().int().min(2).max(4) }),
  content: inline.optional(),
})
const codeBlock = z.strictObject({
  type: z.literal('codeBlock'),
  attrs: z.strictObject({ id: blockId, language: short(40).nullable() }),
  content: plain.optional(),
})
const horizontalRule = z.strictObject({ type: z.literal('horizontalRule'), attrs: identified })
const pixels = z.number().int().min(1).max(100_000)
const image = z.strictObject({
  type: z.literal('image'),
  attrs: z.strictObject({
    id: blockId,
    asset: z.uuid(),
    alt: short(1000),
    caption: short(1000),
    /** In pixels, as the file says; the server fills it in. Pictures that came before it have none. */
    width: pixels.optional(),
    height: pixels.optional(),
  }),
})
const video = z.strictObject({
  type: z.literal('video'),
  attrs: z.strictObject({ id: blockId, asset: z.uuid(), title: short(300), captions: z.uuid().nullable() }),
})
const file = z.strictObject({
  type: z.literal('file'),
  attrs: z.strictObject({ id: blockId, asset: z.uuid(), name: short(300) }),
})

/** Hosts whose players may be embedded; the page's security policy names the same. */
export const embedHosts = ['www.youtube-nocookie.com', 'player.vimeo.com'] as const
const embed = z.strictObject({
  type: z.literal('embed'),
  attrs: z.strictObject({
    id: blockId,
    url: short(2000).refine(
      (url) =>
        URL.canParse(url) &&
        new URL(url).protocol === 'https:' &&
        embedHosts.some((host) => new URL(url).host === host),
      says('document.embed', { hosts: embedHosts.join(', ') }),
    ),
    title: short(300),
  }),
})

const feedback = z.strictObject({ right: short(2000), wrong: short(2000) })
const option = z.strictObject({ id: blockId, text: short(1000), correct: z.boolean(), feedback: short(1000) })
const common = {
  id: blockId,
  prompt: short(4000),
  points: z.number().int().min(1).max(100),
  feedback,
  /** Which objectives it is for: the ids of the paragraphs that say them. */
  covers: z.array(blockId).max(50).optional(),
}

/** What a question asks and how it is scored. `prompt` is plain text. */
export const questionAttrs = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('single'), options: z.array(option).max(20) }),
  z.strictObject({ ...common, kind: z.literal('multiple'), options: z.array(option).max(20) }),
  z.strictObject({ ...common, kind: z.literal('truefalse'), answer: z.boolean() }),
  z.strictObject({ ...common, kind: z.literal('short'), accepted: z.array(short(300)).max(30) }),
  z.strictObject({
    ...common,
    kind: z.literal('numeric'),
    /** Null as long as its author has not written a number: then nobody can be asked it. */
    value: z.number().nullable(),
    tolerance: z.number().min(0).nullable(),
    unit: short(40),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('ordering'),
    items: z.array(z.strictObject({ id: blockId, text: short(1000) })).max(20),
  }),
])
export type Question = z.output<typeof questionAttrs>

const question = z.strictObject({ type: z.literal('question'), attrs: questionAttrs })
const leaf = [paragraph, heading, codeBlock, horizontalRule, image, video, file, embed, question] as const

export const calloutKinds = [
  'note',
  'tip',
  'warning',
  'danger',
  'objectives',
  'keypoints',
  'challenge',
  'discussion',
] as const

interface ListItem {
  type: 'listItem'
  content: (Block & { type: 'paragraph' | 'bulletList' | 'orderedList' | 'codeBlock' })[]
}
interface Cell {
  type: 'tableCell' | 'tableHeader'
  attrs: { colspan: number; rowspan: number; colwidth?: number[] | null | undefined }
  content: z.output<typeof paragraph>[]
}
type Container =
  | { type: 'bulletList'; attrs: { id: string }; content: ListItem[] }
  | { type: 'orderedList'; attrs: { id: string; start: number }; content: ListItem[] }
  | { type: 'blockquote'; attrs: { id: string }; content: Block[] }
  | {
      type: 'callout'
      attrs: { id: string; kind: (typeof calloutKinds)[number]; title: string }
      content: Block[]
    }
  | { type: 'collapsible'; attrs: { id: string; title: string }; content: Block[] }
  | { type: 'table'; attrs: { id: string }; content: { type: 'tableRow'; content: Cell[] }[] }

export type Leaf = z.output<(typeof leaf)[number]>
/** One block of a step. */
export type Block = Leaf | Container
export type Inline = NonNullable<z.output<typeof paragraph>['content']>[number]

const cell = z.strictObject({
  type: z.enum(['tableCell', 'tableHeader']),
  attrs: z.strictObject({
    colspan: z.number().int().min(1).max(30),
    rowspan: z.number().int().min(1).max(100),
    colwidth: z.array(z.number().int()).nullish(),
  }),
  content: z.array(paragraph).min(1).max(50),
})
const table = z.strictObject({
  type: z.literal('table'),
  attrs: identified,
  content: z
    .array(z.strictObject({ type: z.literal('tableRow'), content: z.array(cell).min(1).max(30) }))
    .min(1)
    .max(300),
})

/** Blocks nest four deep at most; deeper ones say where. */
function blockAt(depth: number): z.ZodType<Block> {
  // Named, so that the API's description says it once instead of thousands of times.
  const named = { id: `BlockWith${depth}LevelsBelow` }
  if (depth === 0)
    return z.discriminatedUnion('type', [...leaf, table]).meta(named) as unknown as z.ZodType<Block>
  const inner = z
    .array(blockAt(depth - 1))
    .min(1)
    .max(500)
  const item = z.strictObject({ type: z.literal('listItem'), content: inner })
  const items = z.array(item).min(1).max(500)
  return z
    .discriminatedUnion('type', [
      ...leaf,
      table,
      z.strictObject({ type: z.literal('bulletList'), attrs: identified, content: items }),
      z.strictObject({
        type: z.literal('orderedList'),
        attrs: z.strictObject({ id: blockId, start: z.number().int().min(0).max(9999) }),
        content: items,
      }),
      z.strictObject({ type: z.literal('blockquote'), attrs: identified, content: inner }),
      z.strictObject({
        type: z.literal('callout'),
        attrs: z.strictObject({ id: blockId, kind: z.enum(calloutKinds), title: short(300) }),
        content: inner,
      }),
      z.strictObject({
        type: z.literal('collapsible'),
        attrs: z.strictObject({ id: blockId, title: short(300) }),
        content: inner,
      }),
    ])
    .meta(named) as unknown as z.ZodType<Block>
}

/** One block of a step, with what is in it. */
export const courseBlock = blockAt(4)

const step = z.strictObject({
  type: z.literal('step'),
  attrs: z.strictObject({ id: blockId, title: short(200) }),
  content: z.array(courseBlock).min(1).max(1000),
})
export type Step = z.output<typeof step>

/** A whole course. Ids are unique in it. */
export const courseDocument = z
  .strictObject({ type: z.literal('doc'), content: z.array(step).min(1).max(200) })
  .superRefine((document, context) => {
    for (const fault of faultsOf(document as Parameters<typeof faultsOf>[0])) {
      context.addIssue({ code: 'custom', ...fault })
    }
  })
export type CourseDocument = z.output<typeof courseDocument>
