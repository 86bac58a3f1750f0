import { lackOf } from '#course/document/ready.ts'
import type { CourseDocument, Question } from '#course/document/schema.ts'
import { conflict, invalidField } from '#platform/problem'
import type { ContributionContent } from './contribution.contract.ts'
import { nodeIn, wordsIn } from './place.ts'

/** Where in a course something belongs. */
export interface Place {
  stepId: string
  blockId: string | null
}

/** Throws unless what is given fits the course as its readers see it. */
export function refuseUnfit(document: CourseDocument, place: Place, content: ContributionContent): void {
  const isThere = document.content.some(({ attrs }) => attrs.id === place.stepId)
  if (!isThere || (place.blockId !== null && !nodeIn(document, place.blockId)))
    throw conflict('contribution.place-gone')
  if (content.kind === 'edit') refuseEdit(document, place, content)
  if (content.kind === 'question') refuseQuestion(content.question)
}

function refuseEdit(
  document: CourseDocument,
  { blockId }: Place,
  { old, words }: Extract<ContributionContent, { kind: 'edit' }>,
): void {
  const now = blockId === null ? null : wordsIn(document, blockId)
  if (now === null) throw invalidField('/blockId', 'contribution.no-words')
  if (now !== old) throw conflict('contribution.passage-changed')
  if (words === old) throw invalidField('/content/words', 'contribution.same-words')
}

/** Whoever answers wrong is to learn why: each wrong choice says it, or the question does for all. */
function refuseQuestion(question: Question): void {
  if (lackOf(question)) throw invalidField('/content/question', 'contribution.question-unfinished')
  const wrong = 'options' in question ? question.options.filter(({ correct }) => !correct) : []
  const isSaid = wrong.length > 0 && wrong.every(({ feedback }) => feedback.trim() !== '')
  if (!isSaid && question.feedback.wrong.trim() === '')
    throw invalidField('/content/question', 'contribution.say-why-wrong')
}
