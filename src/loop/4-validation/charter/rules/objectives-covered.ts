import { type Objective, objectivesOf } from '#course/document/objectives.ts'
import { type Check, ofCourse, questionsIn, quoted } from '../checked.ts'

/**
 * A question asks for each objective. A question may say which ones it is for; one that says nothing is for the objective
 * of its step or of its course, where that has a single one. A course that lists no objectives has one, and needs a question.
 */
export const objectivesCovered: Check = (course) => {
  const questions = [...questionsIn(course)]
  const objectives = objectivesOf(course.document)
  if (objectives.length === 0)
    return questions.length > 0 ? [] : [ofCourse({ words: quoted(course.objective) })]
  const named = new Set(questions.flatMap(({ question }) => question.covers ?? []))
  const unsaid = new Set(
    questions.filter(({ question }) => !question.covers?.length).map(({ step }) => step.attrs.id),
  )
  const isAlone = ({ stepId }: Objective) => objectives.filter((one) => one.stepId === stepId).length === 1
  const isAsked = (one: Objective) =>
    objectives.length === 1 ? unsaid.size > 0 : isAlone(one) && unsaid.has(one.stepId)
  return objectives
    .filter((one) => !named.has(one.id) && !isAsked(one))
    .map(({ stepId, id: blockId, words }) => ({ stepId, blockId, values: { words: quoted(words) } }))
}
