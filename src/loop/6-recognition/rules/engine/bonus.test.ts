import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eventOf, giftsOf, history, part, rule } from '#test/rule-events.ts'
import type { RuleBody } from '../language.ts'
import type { RuleEvent } from './event.ts'

const bonus: RuleBody['bonus'] = { unit: 'EUR', amount: 25_000, to: 'author', groupId: 'lab' }
const said = { unit: 'EUR', amount: 25_000, groupId: 'lab' }
const happened = (more: Partial<RuleEvent>, number = 1): RuleEvent => ({
  ...eventOf(
    {
      ...{ kind: 'course-validated', who: 'ann', courseId: 'c1', day: number },
      ...{ mark: 'useful p1', stands: true, group: 'lab' },
    },
    number,
  ),
  ...more,
})
const people = (...all: RuleEvent['people']) => happened({ people: all })

describe('a bonus by a rule', () => {
  test('is for who has the part and is in the group, beside points or alone', () => {
    const event = people(part('author', 'ann'), part('reviewer', 'ben'))
    expect(giftsOf(rule({ bonus }), [event])).toMatchObject([
      { memberId: 'ann', points: 50, bonus: { ...said, against: null } },
    ])
    expect(giftsOf(rule({ bonus, gives: [] }), [event])).toMatchObject([
      { memberId: 'ann', points: 0, bonus: { ...said, against: null } },
    ])
    expect(giftsOf(rule({ bonus: { ...said, to: 'reviewer' } }), [event])).toMatchObject([
      { memberId: 'ann', points: 50, bonus: null },
      { memberId: 'ben', points: 0, bonus: { against: null } },
    ])
  })

  test('is not proposed, and it is said why, to who is outside, has left, or may not be named whatever they are', () => {
    const againstOf = (one: RuleEvent['people'][number]) =>
      giftsOf(rule({ bonus }), [people(one)]).map(({ points, bonus: told }) => [points, told?.against])
    expect(againstOf(part('author', 'ann', 'sales'))).toEqual([[50, 'outside']])
    expect(againstOf({ ...part('author', 'ann'), groups: [], left: true })).toEqual([[0, 'left']])
    for (const group of ['lab', 'sales'])
      expect(againstOf({ ...part('author', 'ann', group), unnamed: true })).toEqual([[50, 'unnamed']])
    expect(againstOf({ ...part('author', 'ann'), groups: [], left: true, unnamed: true })).toEqual([
      [0, 'unnamed'],
    ])
  })

  test('is nothing for who has left by a rule that proposes none for their part, nor for who made the rule', () => {
    const gone = { ...part('author', 'ann'), groups: [], left: true }
    expect(giftsOf(rule({}), [people(gone)])).toEqual([])
    expect(giftsOf(rule({ bonus: { ...said, to: 'reviewer' } }), [people(gone)])).toEqual([])
    expect(giftsOf(rule({ bonus }), [people(part('author', 'ada'))])).toEqual([])
  })

  test('that was not proposed counts to no limit, and is not tried again for the same', () => {
    const caps: RuleBody['caps'] = { member: { times: 1, per: 'ever' }, month: null }
    const outside = happened({ key: 'c1', people: [part('author', 'ann', 'sales')] }, 1)
    const again = happened({ key: 'c1', people: [part('author', 'ann')] }, 2)
    const inside = [3, 4].map((number) =>
      happened({ key: `c${number}`, people: [part('author', 'ann')] }, number),
    )
    const gifts = giftsOf(rule({ bonus, gives: [], caps }), [outside, again, ...inside])
    expect(gifts.map(({ key, bonus: told }) => [key, told?.against])).toEqual([
      ['c1', 'outside'],
      ['c3', null],
    ])
  })
})

test('whatever happens, nobody is proposed a bonus twice for the same, beyond a limit, or outside the group', () => {
  const caps: RuleBody['caps'] = { member: { times: 2, per: 'ever' }, month: null }
  fc.assert(
    fc.property(history, (events) => {
      const gifts = giftsOf(rule({ bonus, gives: [], caps }), events)
      const proposed = gifts.filter(({ bonus: told }) => told?.against === null)
      const times = Map.groupBy(proposed, ({ memberId }) => memberId)
      expect(Math.max(0, ...[...times.values()].map((own) => own.length))).toBeLessThanOrEqual(2)
      expect(new Set(gifts.map(({ key, memberId }) => `${key} ${memberId}`)).size).toBe(gifts.length)
      const inLab = new Set(
        events
          .flatMap(({ people: all }) => all.filter(({ groups }) => groups.includes('lab')))
          .map(({ id }) => id),
      )
      expect(proposed.every(({ memberId }) => inLab.has(memberId))).toBe(true)
    }),
  )
})
