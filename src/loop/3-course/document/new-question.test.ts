import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCourse } from '../markdown/any-course.ts'
import { questionsOf } from './blocks.ts'
import { readQuestion } from './new-question.ts'
import { type Question, questionAttrs } from './schema.ts'

const ids = (question: Question): string[] => [
  question.id,
  ...('options' in question ? question.options.map(({ id }) => id) : []),
  ...('items' in question ? question.items.map(({ id }) => id) : []),
]
const withoutIds = (question: Question) => JSON.stringify(question).replace(/"id":"\w+",?/g, '')

test('a copied question keeps its options, its answer and its feedback, and takes ids of its own', () => {
  fc.assert(
    fc.property(anyCourse, (document) => {
      for (const question of questionsOf(document)) {
        const copy = readQuestion(JSON.stringify(question)) as Question
        expect(JSON.parse(withoutIds(copy))).toEqual(JSON.parse(withoutIds(question)))
        expect(ids(copy).filter((id) => ids(question).includes(id))).toEqual([])
      }
    }),
    { numRuns: 100 },
  )
})

test('whatever else a clipboard holds is no question, or one that a course may hold', () => {
  const anything = fc.oneof(fc.string(), fc.json())
  const near = fc
    .record({
      kind: fc.constantFrom('single', 'multiple', 'truefalse', 'short', 'numeric', 'ordering', 'script'),
      options: fc.jsonValue(),
      items: fc.jsonValue(),
      accepted: fc.jsonValue(),
      feedback: fc.jsonValue(),
      value: fc.jsonValue(),
      points: fc.jsonValue(),
    })
    .map((value) => JSON.stringify(value))
  fc.assert(
    fc.property(fc.oneof(anything, near), (text) => {
      const question = readQuestion(text)
      if (question) expect(questionAttrs.safeParse(question).error).toBeUndefined()
    }),
    { numRuns: 500 },
  )
})
