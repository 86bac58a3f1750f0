import { newBlockId } from './blocks.ts'
import type { Question } from './schema.ts'

export const questionKinds = ['single', 'multiple', 'truefalse', 'short', 'numeric', 'ordering'] as const
export type QuestionKind = (typeof questionKinds)[number]

const option = (correct: boolean) => ({ id: newBlockId(), text: '', correct, feedback: '' })

/** A new question of a kind; what two kinds have in common is kept when the kind changes. */
export function newQuestion(kind: QuestionKind, from?: Question): Question {
  const common = {
    id: from?.id ?? newBlockId(),
    prompt: from?.prompt ?? '',
    points: from?.points ?? 1,
    feedback: from?.feedback ?? { right: '', wrong: '' },
    ...(from?.covers && { covers: from.covers }),
  }
  const options = from && 'options' in from ? from.options : [option(true), option(false)]
  switch (kind) {
    case 'single': {
      const right = options.findIndex(({ correct }) => correct)
      return { ...common, kind, options: options.map((one, index) => ({ ...one, correct: index === right })) }
    }
    case 'multiple':
      return { ...common, kind, options }
    case 'truefalse':
      return { ...common, kind, answer: true }
    case 'short':
      return { ...common, kind, accepted: [''] }
    case 'numeric':
      return { ...common, kind, value: null, tolerance: 0, unit: '' }
    case 'ordering':
      return { ...common, kind, items: [1, 2, 3].map(() => ({ id: newBlockId(), text: '' })) }
  }
}

type Loose = Record<string, unknown>
const words = (value: unknown, max: number) => (typeof value === 'string' ? value.slice(0, max) : '')
const list = (value: unknown, max: number) => (Array.isArray(value) ? (value as Loose[]).slice(0, max) : [])
const numberIn = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : null)

/**
 * A question as it came from a clipboard, with ids of its own: whatever does not belong to a question is left out.
 * Null when it is no question.
 */
export function readQuestion(json: string): Question | null {
  let from: Loose
  try {
    from = JSON.parse(json)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
  const kind = questionKinds.find((known) => known === from?.kind)
  if (!kind) return null
  const said = (from.feedback ?? {}) as Loose
  const question = newQuestion(kind)
  const common = {
    prompt: words(from.prompt, 4000),
    points: Math.min(100, Math.max(1, Math.round(numberIn(from.points) ?? 1))),
    feedback: { right: words(said.right, 2000), wrong: words(said.wrong, 2000) },
  }
  return { ...question, ...common, ...answerOf(kind, from) } as Question
}

/** What is right, by the kind of question. */
function answerOf(kind: QuestionKind, from: Loose): object {
  switch (kind) {
    case 'single':
    case 'multiple':
      return {
        options: list(from.options, 20).map((one) => ({
          id: newBlockId(),
          text: words(one?.text, 1000),
          correct: one?.correct === true,
          feedback: words(one?.feedback, 1000),
        })),
      }
    case 'truefalse':
      return { answer: from.answer === true }
    case 'short':
      return { accepted: (list(from.accepted, 30) as unknown[]).map((one) => words(one, 300)) }
    case 'numeric':
      return {
        value: numberIn(from.value),
        tolerance: Math.abs(numberIn(from.tolerance) ?? 0),
        unit: words(from.unit, 40),
      }
    case 'ordering':
      return {
        items: list(from.items, 20).map((one) => ({ id: newBlockId(), text: words(one?.text, 1000) })),
      }
  }
}
