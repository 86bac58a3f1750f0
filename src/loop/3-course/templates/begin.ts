import { newBlockId } from '../document/blocks.ts'
import { newQuestion } from '../document/new-question.ts'
import type { Part } from '../document/parts.ts'
import type { Block, CourseDocument, calloutKinds } from '../document/schema.ts'
import type { Template, TemplateBlock } from './template.ts'

const empty = () => ({ type: 'paragraph' as const, attrs: { id: newBlockId() } })
const heading = (title: string): Block => ({
  type: 'heading',
  attrs: { id: newBlockId(), level: 2 },
  content: [{ type: 'text', text: title }],
})
const item = () => ({ type: 'listItem' as const, content: [empty()] })
const bullets = (): Block => ({ type: 'bulletList', attrs: { id: newBlockId() }, content: [item()] })
const box = (kind: (typeof calloutKinds)[number], title: string, content: Block[]): Block => ({
  type: 'callout',
  attrs: { id: newBlockId(), kind, title },
  content,
})

/** The blocks that a part begins as; the last of them is to be filled in. */
function blocksOf(part: TemplateBlock): Block[] {
  if ('text' in part) return [empty()]
  if ('quote' in part) return [{ type: 'blockquote', attrs: { id: newBlockId() }, content: [empty()] }]
  if ('list' in part) return [heading(part.list.title), bullets()]
  if ('sources' in part) return [heading(part.sources.title), bullets()]
  if ('numbered' in part)
    return [{ type: 'orderedList', attrs: { id: newBlockId(), start: 1 }, content: [item()] }]
  if ('objectives' in part) return [box('objectives', part.objectives.title, [bullets()])]
  if ('callout' in part) return [box(part.callout.kind, part.callout.title, [empty()])]
  return [{ type: 'question', attrs: newQuestion(part.question.kind) }]
}

function partOf(block: Block, stepId: string, part: TemplateBlock): Part {
  const [said] = Object.values(part) as [{ hint: string; isOptional: boolean }]
  const answers = 'question' in part ? { right: part.question.right, wrong: part.question.wrong } : {}
  return {
    ...{ id: block.attrs.id, stepId, type: block.type, hint: said.hint, isRequired: !said.isOptional },
    ...answers,
  }
}

/** What a course made from a template begins as, and which of its blocks are to be filled in with what. */
export function beginFrom({ steps }: Template): { document: CourseDocument; parts: Part[] } {
  const parts: Part[] = []
  const content = steps.map(({ title, blocks }) => {
    const id = newBlockId()
    const made = blocks.flatMap((part) => {
      const own = blocksOf(part)
      const last = own.at(-1)
      if (last) parts.push(partOf(last, id, part))
      return own
    })
    return { type: 'step' as const, attrs: { id, title }, content: made }
  })
  return { document: { type: 'doc', content }, parts }
}
