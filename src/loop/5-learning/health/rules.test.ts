import { expect, test } from 'vitest'
import { dayAfter, type State, wantedFor } from './rules.ts'
import { shareOf } from './score.ts'
import { usual } from './usual.ts'

const now = Date.parse('2026-03-02T09:00:00Z')
const shareFrom = (good: number, bad: number) =>
  shareOf(
    Array.from({ length: good + bad }, (_, at) => ({ good: at < good ? 1 : 0, at: now })),
    now,
  )

const well: State = {
  today: '2026-03-02',
  lookedAt: '2026-01-10',
  verifyBy: null,
  share: shareFrom(9, 1),
  outdated: 0,
  wrong: 0,
  isUnused: false,
  otherId: null,
}
const wanted = (state: Partial<State>, thresholds = usual, fewest = 3) =>
  wantedFor({ ...well, ...state }, thresholds, fewest).map(({ kind, why }) => [kind, ...why])

test('what is well is left alone', () => {
  expect(wanted({})).toEqual([])
  expect(wanted({ share: undefined, verifyBy: '2026-03-03' })).toEqual([])
})

test('what has expired or was not looked at for long enough is to be verified', () => {
  expect(wanted({ verifyBy: '2026-03-02' })).toEqual([['verify', 'expired']])
  expect(wanted({ lookedAt: '2025-03-02' })).toEqual([['verify', 'aged']])
  expect(wanted({ lookedAt: '2025-03-03' })).toEqual([])
  expect(wanted({ lookedAt: '2025-03-03' }, { ...usual, verifyAfterDays: 30 })).toEqual([['verify', 'aged']])
})

test('what readers find fault with is to be mended, and nothing that fewer say than may be told', () => {
  expect(wanted({ outdated: 3, wrong: 2 })).toEqual([['edit', 'outdated']])
  expect(wanted({ outdated: 3, wrong: 4 })).toEqual([['edit', 'outdated', 'wrong']])
  expect(wanted({ outdated: 4 }, usual, 5)).toEqual([])
  expect(wanted({ share: shareFrom(5, 5) })).toEqual([['edit', 'score']])
  expect(wanted({ share: shareFrom(1, 1) })).toEqual([])
  expect(wanted({ share: shareFrom(5, 5) }, usual, 11)).toEqual([])
  expect(wanted({ share: shareFrom(5, 5) }, { ...usual, lowest: 20 })).toEqual([])
})

test('what surely nearly nobody finds good, or nobody learns any more when it is due, may be retired instead', () => {
  expect(wanted({ share: shareFrom(0, 12) })).toEqual([['retire', 'hopeless']])
  expect(wanted({ verifyBy: '2026-02-01', isUnused: true })).toEqual([['retire', 'unused']])
  expect(wanted({ isUnused: true })).toEqual([])
})

test('what says nearly the same as another may be merged, whatever else is to be done', () => {
  expect(wanted({ otherId: 'other', wrong: 3 })).toEqual([
    ['edit', 'wrong'],
    ['merge', 'alike'],
  ])
})

test('days are counted over the ends of months and years', () => {
  expect(dayAfter('2025-12-25', 14)).toBe('2026-01-08')
  expect(dayAfter('2028-02-28', 1)).toBe('2028-02-29')
})
