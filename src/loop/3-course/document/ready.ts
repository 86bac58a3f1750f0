import { questionsOf, textOf, walk } from './blocks.ts'
import type { CourseDocument, Question } from './schema.ts'

const media: ReadonlySet<string> = new Set(['image', 'video', 'file', 'embed', 'question'])

/** Whether there is nothing in a course to learn from. */
export const isEmpty = (document: CourseDocument): boolean =>
  textOf(document) === '' && ![...walk(document)].some(({ type }) => media.has(type))

/** The questions that nobody could answer right: they would keep everybody from the end of the course. */
export const unfinishedQuestions = (document: CourseDocument): string[] =>
  questionsOf(document).flatMap((question) => (isFinished(question) ? [] : [question.id]))

function isFinished(question: Question): boolean {
  if (question.prompt.trim() === '') return false
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.options.length >= 2 && question.options.some(({ correct }) => correct)
    case 'short':
      return question.accepted.some((text) => text.trim() !== '')
    case 'ordering':
      return question.items.length >= 2
    default:
      return true
  }
}
