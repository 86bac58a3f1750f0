import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Ask } from '../document/asks.ts'
import { canBeFilled } from '../document/asks.ts'
import { newBlockId } from '../document/blocks.ts'
import { newQuestion } from '../document/new-question.ts'
import type { Block, CourseDocument } from '../document/schema.ts'

const words = z.string().min(1).max(300)
const kinds = ['goal', 'text', 'list', 'question', 'quote', 'table', 'code', 'media'] as const
const texts = z.strictObject({
  ...{ objective: words, step: words, goals: words, right: words, wrong: words },
  ...(Object.fromEntries(kinds.map((kind) => [kind, words])) as Record<(typeof kinds)[number], typeof words>),
})
const file = z.strictObject({ en: texts, fr: texts })
type Language = 'en' | 'fr'

let known: z.output<typeof file> | null = null

/** What is said beside a part of a kind until its maker says it better, in a language. */
export function usualWords(language: Language): z.output<typeof texts> {
  const place = new URL('../../../../content/templates/plain.yaml', import.meta.url)
  known ??= file.parse(parse(readFileSync(place, 'utf8')))
  return known[language]
}

const kindOf: Partial<Record<Block['type'], (typeof kinds)[number]>> = {
  bulletList: 'list',
  orderedList: 'list',
  blockquote: 'quote',
  codeBlock: 'code',
  question: 'question',
  table: 'table',
  ...{ image: 'media', video: 'media', file: 'media' },
}

/** What is asked of each block of a course that becomes a template: titles stay, all else is to be written. */
export function usualAsks(document: CourseDocument, language: Language): Ask[] {
  const said = usualWords(language)
  const blocks = document.content.flatMap(({ content }) => content)
  return blocks.map((block): Ask => {
    const { id } = block.attrs
    if (block.type === 'heading' || !canBeFilled(block)) return { id, use: 'fixed', hint: '' }
    const isGoal = block.type === 'callout' && block.attrs.kind === 'objectives'
    return { id, use: 'required', hint: said[isGoal ? 'goal' : (kindOf[block.type] ?? 'text')] }
  })
}

/** A course whose questions tell, instead of their own answers, what is to be told there. */
export function withUsualFeedback(document: CourseDocument, language: Language): CourseDocument {
  const { right, wrong } = usualWords(language)
  const content = document.content.map((step) => ({
    ...step,
    content: step.content.map((block) =>
      block.type === 'question' ? { ...block, attrs: { ...block.attrs, feedback: { right, wrong } } } : block,
    ),
  }))
  return { type: 'doc', content }
}

/** What a new template begins as: what one will be able to do, a text, and a question about it. */
export function plainTemplate(language: Language): CourseDocument {
  const { step, goals } = usualWords(language)
  const line = () => ({ type: 'paragraph' as const, attrs: { id: newBlockId() } })
  const box: Block = {
    type: 'callout',
    attrs: { id: newBlockId(), kind: 'objectives', title: goals },
    content: [
      {
        type: 'bulletList',
        attrs: { id: newBlockId() },
        content: [{ type: 'listItem', content: [line()] }],
      },
    ],
  }
  const question: Block = { type: 'question', attrs: newQuestion('single') }
  const first = { id: newBlockId(), title: step }
  return { type: 'doc', content: [{ type: 'step', attrs: first, content: [box, line(), question] }] }
}
