import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newBlockId } from './blocks.ts'
import { asked, kept, scoreAnswer, UnfitResponse, withoutAnswers } from './question.ts'
import type { Question } from './schema.ts'

const base = { prompt: 'Why?', points: 1, feedback: { right: 'Yes.', wrong: 'No.' } }
const option = (correct: boolean) => ({ id: newBlockId(), text: 'x', correct, feedback: '' })
const choice = (kind: 'single' | 'multiple', ...rights: boolean[]) =>
  ({ ...base, id: newBlockId(), kind, options: rights.map(option) }) as Question & { kind: 'multiple' }
const numeric = (value: number, tolerance: number): Question => ({
  ...base,
  id: newBlockId(),
  kind: 'numeric',
  value,
  tolerance,
  unit: 'mm',
})

describe('scoring', () => {
  test('several choices earn the share of right ones less wrong ones, never below nothing', () => {
    const question = choice('multiple', true, true, false, false)
    const ids = question.options.map(({ id }) => id)
    const score = (...picks: number[]) =>
      scoreAnswer(question, { chosen: picks.map((index) => ids[index] ?? '') }, '.').score
    expect([score(0, 1), score(0), score(0, 2), score(2, 3), score(0, 1, 2)]).toEqual([1, 0.5, 0, 0, 0.5])
  })

  test('a number counts within its tolerance, bounds included, typed with a point or a comma', () => {
    for (const sign of ['.', ','] as const) {
      const question = numeric(12.5, 0.1)
      const score = (text: string) => scoreAnswer(question, kept(question, { text }, sign), sign).correct
      expect(['12.5', '12,5', ' 12.6', '12.4', '1.25e1'].map(score)).toEqual([true, true, true, true, true])
      expect(['12.61', '12.39', '-12.5'].map(score)).toEqual([false, false, false])
      expect(() => score('twelve')).toThrow(UnfitResponse)
    }
  })

  test('a number is kept as it was meant, refused where it may be two, and said in the reader’s writing', () => {
    const question = numeric(1234.5, 0)
    const keeps = (text: string, sign: '.' | ',') => kept(question, { text }, sign)
    expect(keeps('1,234', ',')).toEqual({ text: '1.234' })
    expect(keeps('1 234,5', ',')).toEqual({ text: '1234.5' })
    expect(keeps('1,234.5', '.')).toEqual({ text: '1234.5' })
    expect(() => keeps('1,234', '.')).toThrow('either')
    expect(() => keeps('1,23,4', '.')).toThrow('number')
    expect(scoreAnswer(question, { text: '1' }, ',').solution).toEqual(['1234,5 mm'])
    expect(scoreAnswer(question, { text: '1' }, '.').solution).toEqual(['1234.5 mm'])
    // As it was kept before numbers were: as somebody typed it.
    expect(scoreAnswer(question, { text: '1234,5' }, '.').correct).toBe(true)
  })

  test('a short answer ignores case, accents and spaces', () => {
    const question: Question = { ...base, id: newBlockId(), kind: 'short', accepted: ['étalon de travail'] }
    expect(scoreAnswer(question, { text: '  Etalon  DE travail ' }, '.').correct).toBe(true)
    expect(scoreAnswer(question, { text: 'étalon' }, '.').correct).toBe(false)
  })

  test('an order earns the share of pairs in order; the right one earns all, its reverse nothing', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 2, max: 8 })
          .chain((n) => fc.shuffledSubarray([...Array(n).keys()], { minLength: n })),
        (order) => {
          const items = order.map(() => ({ id: newBlockId(), text: 'x' }))
          const question: Question = { ...base, id: newBlockId(), kind: 'ordering', items }
          const given = order.map((index) => items[index]?.id ?? '')
          const { score } = scoreAnswer(question, { order: given }, '.')
          expect(score + scoreAnswer(question, { order: [...given].reverse() }, '.').score).toBeCloseTo(1)
          expect(scoreAnswer(question, { order: items.map(({ id }) => id) }, '.').score).toBe(1)
        },
      ),
    )
  })

  test('an answer of another kind, or with unknown choices, is refused and not scored', () => {
    const question = choice('single', true, false)
    expect(() => scoreAnswer(question, { truth: true }, '.')).toThrow(UnfitResponse)
    expect(() => scoreAnswer(question, { chosen: ['nothing'] }, '.')).toThrow(UnfitResponse)
    expect(() => scoreAnswer(question, { chosen: [] }, '.')).toThrow(UnfitResponse)
  })
})

describe('what a learner may hold', () => {
  test('never says which option is right, what is accepted, or in which order', () => {
    const items = [1, 2, 3, 4, 5].map((n) => ({ id: newBlockId(), text: String(n) }))
    const questions: Question[] = [
      choice('multiple', true, false),
      numeric(12.5, 0.1),
      { ...base, id: newBlockId(), kind: 'short', accepted: ['secret'] },
      { ...base, id: newBlockId(), kind: 'truefalse', answer: true },
      { ...base, id: newBlockId(), kind: 'ordering', items },
    ]
    const content = questions.map((attrs) => ({ type: 'question' as const, attrs }))
    const held = JSON.stringify(
      withoutAnswers({
        type: 'doc',
        content: [{ type: 'step', attrs: { id: newBlockId(), title: 's' }, content }],
      }),
    )
    for (const word of ['correct', 'accepted', 'secret', 'tolerance', '12.5', 'answer', 'feedback', 'Yes.'])
      expect(held).not.toContain(word)
    const again = asked({ ...base, id: 'a', kind: 'ordering', items: [...items].reverse() })
    expect(again.choices).toEqual(asked({ ...base, id: 'a', kind: 'ordering', items }).choices)
  })
})
