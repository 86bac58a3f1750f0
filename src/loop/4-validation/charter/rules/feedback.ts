import type { Question } from '#course/document/schema.ts'
import { type Check, inBlock, questionsIn } from '../checked.ts'

const isSaid = (text: string) => text.trim() !== ''

/** Whether whoever answers is told why, right or wrong: by the question, or by each of its choices. */
function tellsWhy(question: Question): boolean {
  const { right, wrong } = question.feedback
  if (isSaid(right) && isSaid(wrong)) return true
  return 'options' in question && question.options.every(({ feedback }) => isSaid(feedback))
}

/** Every question tells whoever answered why it is so. */
export const feedback: Check = (course) =>
  [...questionsIn(course)]
    .filter(({ question }) => !tellsWhy(question))
    .map(({ step, question }) => inBlock(step, question.id))
