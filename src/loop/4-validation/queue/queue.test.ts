import { describe, expect, test } from 'vitest'
import { afterWorkingDays, workingDaysBetween } from '#platform/working-days'
import { type Candidate, choose, type Person, type Wanted } from './choose.ts'
import { type Policy, usualPolicy } from './policy.ts'
import { type Item, type Seat, turnDays, turnOf } from './turn.ts'

const person = (id: string, what: Partial<Person> = {}): Person => ({
  ...{ id, availability: 'open', open: 0, recent: 0, given: 0, silent: 0 },
  ...what,
})
const expert = (id: string, what: Partial<Candidate> & { person?: Person } = {}): Candidate => ({
  ...{ person: person(id), as: ['experts'], expertise: 0.5, leads: null },
  ...what,
})
const wanted = (what: Partial<Wanted> & { gives?: Partial<Policy> } = {}): Wanted => ({
  ...{
    policy: { ...usualPolicy, ...what.gives },
    count: 1,
    without: new Set<string>(),
    first: new Set<string>(),
  },
  ...{ isReciprocal: () => false, hasIndependent: false, isUrgent: false },
  ...what,
})
const asked = (candidates: Candidate[], what: Parameters<typeof wanted>[0] = {}) =>
  choose(candidates, wanted(what)).chosen.map(({ id, by }) => (by ? `${id} ${by}` : id))

describe('who is asked', () => {
  test('is who knows most, unless they have more to read, let it run out, or are asked to be passed over', () => {
    const some = [expert('knows', { expertise: 1 }), expert('less')]
    expect(asked(some)).toEqual(['knows'])
    expect(
      asked([expert('knows', { expertise: 1, person: person('knows', { open: 2 }) }), expert('less')]),
    ).toEqual(['less'])
    expect(asked([expert('mute', { person: person('mute', { silent: 2 }) }), expert('less')])).toEqual([
      'less',
    ])
    expect(asked(some, { without: new Set(['knows']) })).toEqual(['less'])
  })

  test('is first whom the author wishes and who read the round before, if they have room', () => {
    const first = new Set(['less'])
    expect(asked([expert('knows', { expertise: 1 }), expert('less')], { first })).toEqual(['less'])
    const full = expert('less', { person: person('less', { open: 3 }) })
    expect(asked([expert('knows'), full], { first })).toEqual(['knows'])
  })

  test('is nobody who is away or has as much open as the policy allows', () => {
    const away = expert('away', { person: person('away', { availability: 'away' }) })
    const full = expert('full', { person: person('full', { open: 2 }) })
    expect(asked([away, full], { gives: { mostOpen: 2 } })).toEqual([])
    expect(asked([away, full], { gives: { mostOpen: 3 } })).toEqual(['full'])
  })

  test('does not depend on the order in which people come', () => {
    const people = ['a', 'b', 'c', 'd'].map((id) => expert(id))
    expect(asked(people.toReversed(), { count: 2 })).toEqual(asked(people, { count: 2 }))
    expect(asked(people, { count: 2 })).toEqual(['a', 'b'])
  })
})

describe('where nobody fits the policy gives way in the declared order', () => {
  const busy = expert('busy', { person: person('busy', { availability: 'busy' }) })
  const reviewer = expert('reviewer', { as: ['reviewers'] })
  const member = expert('member', { as: [] })
  const leader = expert('leader', { as: ['leaders'], leads: 0 })
  const gives = { approvers: ['experts' as const] }

  test('who is busy, who reviews there, any member, who leads, who was checked by the author', () => {
    expect(asked([member, reviewer, busy], { gives, count: 3 })).toEqual([
      'busy busy',
      'reviewer widened',
      'member anyone',
    ])
  })

  test('those who lead first, the nearest of them, when the time is short or nobody else may be asked', () => {
    const above = expert('above', { as: ['managers'], leads: 2 })
    expect(asked([member, above, leader], { gives, isUrgent: true })).toEqual(['leader escalated'])
    const strict = { ...gives, mayWiden: false }
    expect(asked([member, reviewer, above, leader], { gives: strict, count: 4 })).toEqual([
      'leader escalated',
      'above escalated',
    ])
  })

  test('a peer whom the author checked lately only beside somebody else, or where there is nobody else', () => {
    const isReciprocal = (id: string) => id === 'peer'
    const full = expert('full', { person: person('full', { open: 3 }) })
    expect(asked([expert('peer'), full], { isReciprocal })).toEqual([])
    expect(asked([expert('peer'), full], { isReciprocal, hasIndependent: true })).toEqual(['peer reciprocal'])
    expect(asked([expert('peer'), expert('other')], { isReciprocal, count: 2 })).toEqual([
      'other',
      'peer reciprocal',
    ])
    expect(asked([expert('peer')], { isReciprocal })).toEqual(['peer alone'])
  })
})

const at = (day: string) => new Date(`${day}T09:00:00Z`)
const monday = at('2026-03-02')
const seat = (memberId: string, what: Partial<Seat> = {}): Seat => ({
  ...{ memberId, by: null, state: 'reading', askedAt: monday, remindedAt: null, dueAt: at('2026-03-04') },
  ...what,
})
const item = (what: Partial<Item> = {}): Item => ({
  ...{ authorId: 'author', policy: usualPolicy, askedAt: monday, needed: 1, opinions: 0, seats: [] },
  ...what,
})
const turn = (one: Item, candidates: Candidate[], now: Date, reciprocal: string[] = []) =>
  turnOf(one, { candidates, first: new Set(), isReciprocal: (id) => reciprocal.includes(id) }, now)

describe('a course under review', () => {
  const people = [expert('a'), expert('b'), expert('c'), expert('author', { expertise: 1 })]

  test('is given to as many as must approve, never to its author, and looked at again when they are to be reminded', () => {
    const { asks, missing, next } = turn(item({ needed: 2 }), people, monday)
    expect(asks.map(({ id }) => id)).toEqual(['a', 'b'])
    expect([missing, next]).toEqual([2, at('2026-03-03')])
    expect(afterWorkingDays(monday, turnDays(usualPolicy))).toEqual(new Date('2026-03-04T03:00:00Z'))
  })

  test('reminds once, and gives the turn to somebody else when it runs out', () => {
    const first = item({ seats: [seat('a')] })
    expect(turn(first, people, at('2026-03-03')).reminds).toEqual(['a'])
    expect(
      turn(item({ seats: [seat('a', { remindedAt: at('2026-03-03') })] }), people, at('2026-03-03')).reminds,
    ).toEqual([])
    const late = turn(first, people, at('2026-03-04'))
    expect([late.ends, late.asks.map(({ id }) => id)]).toEqual([[{ memberId: 'a', why: 'expired' }], ['b']])
  })

  test('goes to another when somebody declined, is gone, away, or fits no more', () => {
    const ofSeat = (what: Partial<Seat>, others: Candidate[]) => {
      const { ends, asks } = turn(item({ seats: [seat('a', what)] }), others, monday)
      return [...ends.map(({ why }) => why), ...asks.map(({ id }) => id)]
    }
    const others = [expert('b')]
    expect(ofSeat({ state: 'declined' }, [expert('a'), ...others])).toEqual(['b'])
    expect(ofSeat({}, others)).toEqual(['gone', 'b'])
    expect(ofSeat({}, [expert('a', { person: person('a', { availability: 'away' }) }), ...others])).toEqual([
      'away',
      'b',
    ])
    expect(ofSeat({}, [expert('a', { as: [] }), ...others])).toEqual(['unfit', 'b'])
    expect(ofSeat({ by: 'anyone' }, [expert('a', { as: [] }), ...others])).toEqual([])
  })

  test('goes to who leads when two turns ran out or most of the time is over', () => {
    const leader = expert('leader', { as: ['leaders'], leads: 0, expertise: 0 })
    const all = [...people, leader]
    const out = (id: string) => seat(id, { state: 'expired' })
    expect(turn(item({ seats: [out('a')] }), all, monday).asks).toMatchObject([{ id: 'b', by: null }])
    expect(
      turn(item({ seats: [out('a'), out('b')] }), [...people.slice(0, 2), leader], monday).asks,
    ).toMatchObject([{ id: 'leader', by: null }])
    const named = { ...usualPolicy, approvers: ['experts' as const] }
    const late = item({ policy: named, seats: [out('a')] })
    expect(
      turn(late, [people[0] as Candidate, expert('member', { as: [] }), leader], at('2026-03-06')).asks[0],
    ).toMatchObject({
      id: 'leader',
      by: 'escalated',
    })
  })

  test('waits for who has no room and is looked at again soon', () => {
    const full = expert('full', { person: person('full', { open: 3 }) })
    const { asks, isStranded, next } = turn(item(), [full], monday)
    expect([asks, isStranded]).toEqual([[], false])
    expect(next).toEqual(new Date('2026-03-02T15:00:00Z'))
  })

  test('asks again whose turn ran out when nobody else is left, but nobody who declined', () => {
    const seats = [seat('a', { state: 'expired' }), seat('b', { state: 'declined' })]
    expect(
      turn(item({ seats }), [expert('a'), expert('b')], at('2026-03-05')).asks.map(({ id }) => id),
    ).toEqual(['a'])
    expect(turn(item({ seats: seats.slice(1) }), [expert('b')], monday)).toMatchObject({
      isStranded: true,
      next: null,
    })
  })

  test('needs fewer approvals when nobody is left to give them', () => {
    const seats = [seat('a', { state: 'approved' })]
    expect(turn(item({ needed: 2, seats }), [expert('a')], monday)).toMatchObject({
      needed: 1,
      isStranded: false,
    })
    expect(turn(item({ needed: 2, seats }), people, monday)).toMatchObject({
      needed: 2,
      asks: [{ id: 'b', by: null }],
    })
  })

  test('is not published by the approval of a peer alone whom the author checked lately', () => {
    const peer = seat('a', { state: 'approved', by: 'reciprocal' })
    const outcomeOf = (...seats: Seat[]) => turn(item({ seats }), people, monday).outcome
    expect(outcomeOf(peer)).toBeNull()
    expect(turn(item({ seats: [peer] }), people, monday).asks).toMatchObject([{ id: 'b', by: null }])
    expect(outcomeOf(peer, seat('b', { state: 'approved' }))).toBe('approved')
    expect(outcomeOf({ ...peer, by: 'alone' })).toBe('approved')
  })

  test('is sent back by the first who asks for changes, with a further opinion by the second', () => {
    const back = (id: string) => seat(id, { state: 'changes' })
    expect(turn(item({ seats: [back('a')] }), people, monday)).toMatchObject({ outcome: 'changes', asks: [] })
    expect(turn(item({ opinions: 1, seats: [back('a')] }), people, monday)).toMatchObject({
      outcome: null,
      asks: [{ id: 'b' }],
    })
    expect(turn(item({ opinions: 1, seats: [back('a'), back('b')] }), people, monday).outcome).toBe('changes')
  })

  test('asks one more for a further opinion, and for who only commented', () => {
    expect(turn(item({ opinions: 1, seats: [seat('a')] }), people, monday).asks).toHaveLength(1)
    expect(turn(item({ seats: [seat('a', { state: 'commented' })] }), people, monday).asks).toHaveLength(1)
  })
})

describe('working days', () => {
  test('leave out Saturday and Sunday', () => {
    expect(afterWorkingDays(at('2026-03-06'), 1)).toEqual(at('2026-03-09'))
    expect(afterWorkingDays(at('2026-03-07'), 1)).toEqual(new Date('2026-03-10T00:00:00Z'))
    expect(afterWorkingDays(at('2026-03-02'), 5)).toEqual(at('2026-03-09'))
    expect(afterWorkingDays(monday, 0)).toEqual(monday)
  })

  test('are as many between two moments as lead from one to the other', () => {
    for (let hours = 0; hours < 400; hours += 7) {
      const from = new Date(monday.getTime() + hours * 3_600_000)
      for (const days of [0.2, 1, 2.5, 5, 11])
        expect(workingDaysBetween(from, afterWorkingDays(from, days))).toBeCloseTo(days, 9)
    }
    expect(workingDaysBetween(at('2026-03-09'), monday)).toBe(0)
  })
})
