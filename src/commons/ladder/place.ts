import { newBlockId, walk } from '#course/document/blocks.ts'
import { ownIds } from '#course/document/ids.ts'
import type { Block, CourseDocument, Step } from '#course/document/schema.ts'
import { anchors, withSuggestion } from '#validation'
import type { ContributionContent } from './contribution.contract.ts'
import { lightBlocks } from './light.ts'

/** Something given to a course, with where it belongs in it. */
export interface Given {
  stepId: string
  blockId: string | null
  content: ContributionContent
  /** Of a clip: what the file is. */
  mediaType: string | null
}

/** What a contribution became: a block or a step of the draft, and for an edit the block that it was. */
export interface Placed {
  id: string
  before: unknown
  after: unknown
}

export type Misfit = 'place-gone' | 'passage-changed'

interface Node {
  type: string
  attrs?: { id?: string; options?: { id: string }[]; items?: { id: string }[] }
  content?: Node[]
}

/** The node of a document that has this id, be it a step or a block however deep. */
export function nodeIn(document: CourseDocument, id: string): unknown {
  for (const node of walk(document)) if (node.attrs?.id === id) return node
  return null
}

/** What a block says, where it has words of its own. */
export function wordsIn(document: CourseDocument, blockId: string): string | null {
  const block = anchors.blockIn(document, blockId)?.block
  return block && anchors.isTextBlock(block) ? anchors.wordsOf(block) : null
}

/** The document with what was given in its place, and the id it has there; or why it does not fit any more. */
export function withGiven(
  document: CourseDocument,
  { stepId, blockId, content, mediaType }: Given,
): { document: CourseDocument; id: string } | Misfit {
  if (content.kind === 'edit') return withEdit(document, blockId ?? '', content)
  if (content.kind === 'step') {
    const step: Step = {
      type: 'step',
      attrs: { id: newBlockId(), title: content.title },
      content: lightBlocks(content.text),
    }
    const at = document.content.findIndex(({ attrs }) => attrs.id === stepId)
    const place = at < 0 ? document.content.length : at + 1
    return {
      document: { ...document, content: document.content.toSpliced(place, 0, step) },
      id: step.attrs.id,
    }
  }
  const block = blockOf(document, content, mediaType)
  return behind(document, stepId, blockId, block)
}

function withEdit(
  document: CourseDocument,
  blockId: string,
  { old, words }: Extract<ContributionContent, { kind: 'edit' }>,
): { document: CourseDocument; id: string } | Misfit {
  const now = wordsIn(document, blockId)
  if (now === null) return 'place-gone'
  if (now !== old) return 'passage-changed'
  const anchor = { kind: 'range', start: 0, quote: old, before: '', after: '' } as const
  const edited = withSuggestion(document, { blockId, anchor, suggestion: words })
  return edited ? { document: edited, id: blockId } : 'passage-changed'
}

function blockOf(
  document: CourseDocument,
  content: Exclude<ContributionContent, { kind: 'edit' | 'step' }>,
  mediaType: string | null,
): Block {
  const id = newBlockId()
  switch (content.kind) {
    case 'tip':
      return {
        type: 'callout',
        attrs: { id, kind: 'tip', title: '' },
        content: lightBlocks(content.text),
      }
    case 'question':
      return { type: 'question', attrs: ownIds(content.question, takenIn(document), newBlockId) }
    case 'clip': {
      const { fileId: asset, caption, alt } = content
      if (mediaType?.startsWith('video/'))
        return { type: 'video', attrs: { id, asset, title: caption, captions: null } }
      return { type: 'image', attrs: { id, asset, alt: alt || caption, caption } }
    }
  }
}

/** Every id that something of the document has. */
function takenIn(document: CourseDocument): Set<string> {
  const taken = new Set<string>()
  for (const node of walk(document)) {
    const { id, options = [], items = [] } = (node as Node).attrs ?? {}
    for (const one of [{ id }, ...options, ...items]) if (one.id) taken.add(one.id)
  }
  return taken
}

/** With a block behind another one of the step, or at its end where that one is gone. */
function behind(document: CourseDocument, stepId: string, blockId: string | null, block: Block) {
  const at = document.content.findIndex(({ attrs }) => attrs.id === stepId)
  const step = document.content[at]
  if (!step) return 'place-gone'
  const found = step.content.findIndex((one) => [...walk(one)].some(({ attrs }) => attrs?.id === blockId))
  const place = found < 0 ? step.content.length : found + 1
  const next = { ...step, content: step.content.toSpliced(place, 0, block) }
  return { document: { ...document, content: document.content.with(at, next) }, id: block.attrs.id }
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** The document as it was before something was put in; null where that does not stand there as it was put in. */
export function withoutPlaced(
  document: CourseDocument,
  { id, before, after }: Placed,
): CourseDocument | null {
  if (!isSame(nodeIn(document, id), after)) return null
  const swap = (node: Node): Node[] => {
    if (node.attrs?.id === id) return before === null ? [] : [before as Node]
    return [node.content ? { ...node, content: node.content.flatMap(swap) } : node]
  }
  return swap(document as unknown as Node)[0] as unknown as CourseDocument
}
