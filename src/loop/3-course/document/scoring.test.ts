import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCourse } from '../markdown/any-course.ts'
import { questionsOf } from './blocks.ts'
import { type AnswerResponse, asked, kept, scoreAnswer, UnfitResponse } from './question.ts'
import type { Question } from './schema.ts'

function rightAnswer(question: Question): AnswerResponse {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return { chosen: question.options.filter(({ correct }) => correct).map(({ id }) => id) }
    case 'truefalse':
      return { truth: question.answer }
    case 'short':
      return { text: question.accepted[0] ?? '' }
    case 'numeric':
      return { text: String(question.value) }
    case 'ordering':
      return { order: question.items.map(({ id }) => id) }
  }
}

/** Answers of every shape, made of what a learner holds, and of anything else. */
const anyResponse = (question: Question): fc.Arbitrary<AnswerResponse> => {
  const ids = asked(question).choices.map(({ id }) => id)
  const chosen = fc.array(fc.constantFrom(...ids, 'nothing'), { maxLength: 6 })
  const order = ids.length > 0 ? fc.shuffledSubarray(ids, { minLength: ids.length }) : chosen
  return fc.oneof(
    chosen.map((chosen) => ({ chosen })),
    order.map((order) => ({ order })),
    fc.boolean().map((truth) => ({ truth })),
    fc.oneof(fc.string(), fc.double().map(String)).map((text) => ({ text })),
  )
}

test('the right answer to any question earns everything, and is said afterwards', () => {
  fc.assert(
    fc.property(anyCourse, (document) => {
      for (const question of questionsOf(document)) {
        const { correct, score, solution } = scoreAnswer(
          question,
          kept(question, rightAnswer(question), '.'),
          '.',
        )
        expect([correct, score]).toEqual([true, 1])
        expect(solution.length).toBeGreaterThan(0)
      }
    }),
    { numRuns: 200 },
  )
})

test('any other answer earns between nothing and everything, or is refused as unfit', () => {
  const answered = anyCourse
    .map(questionsOf)
    .filter((questions) => questions.length > 0)
    .chain(([question]) => fc.tuple(fc.constant(question as Question), anyResponse(question as Question)))
  fc.assert(
    fc.property(answered, ([question, response]) => {
      try {
        const { correct, score } = scoreAnswer(question, kept(question, response, '.'), '.')
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
        expect(correct).toBe(score === 1)
      } catch (error) {
        expect(error).toBeInstanceOf(UnfitResponse)
      }
    }),
    { numRuns: 300 },
  )
})
