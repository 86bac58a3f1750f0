import { questionsOf, textOf, walk } from './blocks.ts'
import type { CourseDocument, Question } from './schema.ts'

const media: ReadonlySet<string> = new Set(['image', 'video', 'file', 'embed', 'question'])

/** Whether there is nothing in a course to learn from. */
export const isEmpty = (document: CourseDocument): boolean =>
  textOf(document) === '' && ![...walk(document)].some(({ type }) => media.has(type))

/** A question that is not finished, and the step it stands in; `place` counts the steps from one. */
export interface Unfinished {
  id: string
  prompt: string
  step: { id: string; title: string; place: number }
}

/** The questions that nobody could answer right: they would keep everybody from the end of the course. */
export const unfinishedQuestions = (document: CourseDocument): Unfinished[] =>
  document.content.flatMap((step, index) => {
    const place = { id: step.attrs.id, title: step.attrs.title.trim(), place: index + 1 }
    const open = questionsOf(step).filter((question) => lackOf(question) !== null)
    return open.map(({ id, prompt }) => ({ id, prompt: prompt.trim(), step: place }))
  })

/** What a question lacks before anybody can be asked it. */
export type Lack =
  | 'prompt'
  | 'options'
  | 'blank'
  | 'same'
  | 'right'
  | 'one'
  | 'accepted'
  | 'value'
  | 'tolerance'

/** The first thing that a question lacks; null when it can be asked. */
export function lackOf(question: Question): Lack | null {
  if (question.prompt.trim() === '') return 'prompt'
  switch (question.kind) {
    case 'single':
    case 'multiple': {
      const right = question.options.filter(({ correct }) => correct).length
      if (question.kind === 'single' && right > 1) return 'one'
      return lackOfTexts(question.options) ?? (right === 0 ? 'right' : null)
    }
    case 'truefalse':
      return null
    case 'short':
      return question.accepted.some((text) => text.trim() !== '') ? null : 'accepted'
    case 'numeric':
      return question.value === null ? 'value' : question.tolerance === null ? 'tolerance' : null
    case 'ordering':
      return lackOfTexts(question.items)
  }
}

/** Nobody can tell apart what says nothing or says the same. */
function lackOfTexts(list: readonly { text: string }[]): Lack | null {
  const texts = list.map(({ text }) => text.trim())
  if (texts.length < 2) return 'options'
  if (texts.includes('')) return 'blank'
  return new Set(texts).size < texts.length ? 'same' : null
}
