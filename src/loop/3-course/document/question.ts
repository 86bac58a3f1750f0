import { z } from 'zod'
import { type DecimalSign, readNumber, readTyped, writeNumber } from './number.ts'
import type { CourseDocument, Question } from './schema.ts'

/** What a learner may hold of a question before answering: nothing that tells the answer. */
export const askedQuestion = z.object({
  id: z.string(),
  kind: z.enum(['single', 'multiple', 'truefalse', 'short', 'numeric', 'ordering']),
  prompt: z.string(),
  points: z.number(),
  choices: z.array(z.object({ id: z.string(), text: z.string() })),
  unit: z.string(),
})
export type AskedQuestion = z.output<typeof askedQuestion>

/** An answer, by kind of question. Numbers may be typed with a point or a comma; they are kept with a point. */
export const answerResponse = z.union([
  z.strictObject({ chosen: z.array(z.string().max(20)).max(20) }),
  z.strictObject({ truth: z.boolean() }),
  z.strictObject({ text: z.string().max(300) }),
  z.strictObject({ order: z.array(z.string().max(20)).max(20) }),
])
export type AnswerResponse = z.output<typeof answerResponse>

export interface Scored {
  correct: boolean
  /** 0 to 1. */
  score: number
  feedback: string
  /** The right answer in words, shown after answering. */
  solution: string[]
}

/** A response that does not fit the kind of question; its message is the word for why. */
export class UnfitResponse extends Error {
  constructor(why: 'kind' | 'choice' | 'one' | 'number' | 'either' | 'order') {
    super(why)
  }
}

// Deterministic per question, so that everyone sees the same shuffle and the right order tells nothing.
const rank = (id: string) =>
  [...id].reduce((hash, char) => (Math.imul(hash, 31) + char.charCodeAt(0)) >>> 0, 7)
const byRank = (a: { id: string }, b: { id: string }) => rank(a.id) - rank(b.id) || (a.id < b.id ? -1 : 1)

/** The question as it is asked. */
export function asked(question: Question): AskedQuestion {
  const { id, kind, prompt, points } = question
  const choices =
    question.kind === 'single' || question.kind === 'multiple'
      ? question.options.map(({ id, text }) => ({ id, text }))
      : question.kind === 'ordering'
        ? question.items.map(({ id, text }) => ({ id, text })).sort(byRank)
        : []
  return { id, kind, prompt, points, choices, unit: question.kind === 'numeric' ? question.unit : '' }
}

/** The document as a learner may hold it: each question replaced by what is asked. */
export const withoutAnswers = (document: CourseDocument): unknown =>
  JSON.parse(JSON.stringify(document), (_, value) =>
    value?.type === 'question' ? { type: 'question', attrs: asked(value.attrs) } : value,
  )

const folded = (text: string) =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()

/**
 * What is kept of a response: itself, but a number as it was meant, so that it stays the same for whoever reads it. Throws
 * UnfitResponse for what is no number, or may be two.
 */
export function kept(question: Question, response: AnswerResponse, sign: DecimalSign): AnswerResponse {
  if (question.kind !== 'numeric' || !('text' in response)) return response
  const number = readTyped(response.text, sign)
  if (number === null) throw new UnfitResponse('number')
  if (number === 'either') throw new UnfitResponse('either')
  return { text: writeNumber(number, '.') }
}

/**
 * Scores a response as it is kept. Several choices earn part: right ones minus wrong ones; an order earns its pairs in
 * order. The solution has its numbers in the writing of `sign`.
 */
export function scoreAnswer(question: Question, response: AnswerResponse, sign: DecimalSign): Scored {
  const score = scoreOf(question, response)
  const correct = score === 1
  const chosen = 'chosen' in response ? response.chosen : []
  const hints =
    'options' in question
      ? question.options.filter(({ id }) => chosen.includes(id)).map(({ feedback }) => feedback)
      : []
  const feedback = [...hints, correct ? question.feedback.right : question.feedback.wrong]
    .filter(Boolean)
    .join('\n')
  return { correct, score, feedback, solution: solutionOf(question, sign) }
}

function scoreOf(question: Question, response: AnswerResponse): number {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      if ('chosen' in response) return scoreChoice(question, response.chosen)
      break
    case 'truefalse':
      if ('truth' in response) return response.truth === question.answer ? 1 : 0
      break
    case 'short':
      if ('text' in response)
        return question.accepted.some((text) => folded(text) === folded(response.text)) ? 1 : 0
      break
    case 'numeric':
      if ('text' in response) return scoreNumber(question, response.text)
      break
    case 'ordering':
      if ('order' in response)
        return scoreOrder(
          question.items.map(({ id }) => id),
          response.order,
        )
  }
  throw new UnfitResponse('kind')
}

function scoreChoice(question: Question & { kind: 'single' | 'multiple' }, chosen: string[]): number {
  const known = new Set(question.options.map(({ id }) => id))
  if (chosen.some((id) => !known.has(id)) || new Set(chosen).size !== chosen.length)
    throw new UnfitResponse('choice')
  if (question.kind === 'single' && chosen.length !== 1) throw new UnfitResponse('one')
  const right = question.options.filter(({ correct }) => correct).map(({ id }) => id)
  const hits = chosen.filter((id) => right.includes(id)).length
  const misses = chosen.length - hits
  if (question.kind === 'single') return hits
  if (right.length === 0) return misses === 0 ? 1 : 0
  return Math.max(0, (hits - misses) / right.length)
}

function scoreNumber({ value, tolerance }: Question & { kind: 'numeric' }, text: string): number {
  // Former answers were kept as they were typed, and scored with a comma for a point.
  const number = readNumber(text, ',')
  if (number === null) throw new UnfitResponse('number')
  if (value === null) return 0
  // A last binary digit must not decide at the bound of the tolerance.
  return Math.abs(number - value) <=
    (tolerance ?? 0) + Number.EPSILON * Math.max(Math.abs(number), Math.abs(value))
    ? 1
    : 0
}

function scoreOrder(right: string[], given: string[]): number {
  if (given.length !== right.length || right.some((id) => !given.includes(id)))
    throw new UnfitResponse('order')
  if (right.length < 2) return 1
  let pairs = 0
  let ordered = 0
  for (let a = 0; a < right.length; a += 1) {
    for (let b = a + 1; b < right.length; b += 1) {
      pairs += 1
      if (given.indexOf(right[a] as string) < given.indexOf(right[b] as string)) ordered += 1
    }
  }
  return ordered / pairs
}

function solutionOf(question: Question, sign: DecimalSign): string[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.options.filter(({ correct }) => correct).map(({ text }) => text)
    case 'truefalse':
      return [String(question.answer)]
    case 'short':
      return question.accepted.slice(0, 1)
    case 'numeric':
      return question.value === null
        ? []
        : [`${writeNumber(question.value, sign)}${question.unit && ` ${question.unit}`}`]
    case 'ordering':
      return question.items.map(({ text }) => text)
  }
}
