import { expect, test } from 'vitest'
import { notPassed, scoreOf } from './score.ts'

const one = (key: string, weight: number, mustPass = false) => ({ key, weight, passesAt: 3, mustPass })
const judged = (criterion: string, level: number) => ({ criterion, level })

test('a course’s score is the mean of its levels, each counting as much as its criterion weighs', () => {
  expect(scoreOf([one('a', 3), one('b', 1)], [judged('a', 4), judged('b', 2)])).toBe(3.5)
})

test('of several judgements of a criterion their mean counts, and what was not judged does not', () => {
  const some = [judged('a', 1), judged('a', 4), judged('gone', 4)]
  expect(scoreOf([one('a', 5), one('b', 5)], some)).toBe(2.5)
})

test('without a judgement, or with none that weighs anything, there is no score', () => {
  expect(scoreOf([one('a', 3)], [])).toBeNull()
  expect(scoreOf([one('a', 0)], [judged('a', 4)])).toBeNull()
})

test('what must pass stands between reviewer and approval where it is not judged, or below the level that is good enough', () => {
  const criteria = [one('a', 1, true), one('b', 1, true), one('c', 1, true), one('d', 1)]
  expect(notPassed(criteria, [judged('b', 2), judged('c', 3)])).toEqual([
    { key: 'a', why: 'unjudged' },
    { key: 'b', why: 'below' },
  ])
})
