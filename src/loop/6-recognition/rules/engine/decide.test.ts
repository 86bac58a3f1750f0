import { describe, expect, test } from 'vitest'
import { eventOf, giftsOf, part, rule } from '#test/rule-events.ts'
import type { RuleBody } from '../language.ts'
import type { RuleEvent, RuleVersion } from './event.ts'
import { periodOf } from './period.ts'

const happened = (more: Partial<RuleEvent>, number = 1): RuleEvent => ({
  ...eventOf(
    {
      kind: 'course-validated',
      who: 'ann',
      courseId: 'c1',
      day: 1,
      mark: 'useful p1',
      stands: true,
      group: 'lab',
    },
    number,
  ),
  ...more,
})
const who = (gifts: ReturnType<typeof giftsOf>) => gifts.map(({ memberId, points }) => [memberId, points])

describe('a rule', () => {
  const gives: RuleBody['gives'] = [
    { to: 'author', points: 50 },
    { to: 'reviewer', points: 10 },
  ]
  test('gives each one thing, for the first part of theirs that it names', () => {
    const both = happened({ people: [part('author', 'ann'), part('raiser', 'ann'), part('raiser', 'ben')] })
    const two: RuleBody['gives'] = [
      { to: 'raiser', points: 5 },
      { to: 'author', points: 50 },
    ]
    expect(who(giftsOf(rule({ gives: two }), [both]))).toEqual([
      ['ann', 5],
      ['ben', 5],
    ])
  })

  test('gives whoever made it nothing, and nobody a badge for a part that nobody may know of', () => {
    const badge = { badgeId: 'b', level: 1, to: 'reviewer' as const }
    const blind = happened({
      people: [part('author', 'ada'), { ...part('reviewer', 'ben'), unnamed: true }, part('reviewer', 'cem')],
    })
    expect(giftsOf(rule({ gives, badge }), [blind])).toMatchObject([
      { memberId: 'ben', points: 10, badge: null, isUnnamed: true },
      { memberId: 'cem', points: 10, badge: { badgeId: 'b', level: 1 }, isUnnamed: false },
    ])
    // From what a rule for one group gives one could tell who it was.
    expect(who(giftsOf(rule({ gives, audience: ['lab'] }), [blind]))).toEqual([['cem', 10]])
  })

  test('is about its groups and what is below them, and about any of its topics and tags', () => {
    const about = (more: Partial<RuleBody['about']>) =>
      rule({ about: { groupIds: [], topicIds: [], tags: [], ...more } })
    const event = happened({ path: ['root', 'lab', 'cold'], topicId: 't1', tags: ['torque'] })
    const isGiven = (one: RuleVersion) => giftsOf(one, [event]).length > 0
    expect(isGiven(about({ groupIds: ['lab'] }))).toBe(true)
    expect(isGiven(about({ groupIds: ['sales'] }))).toBe(false)
    expect(isGiven(about({ tags: ['Torque'] }))).toBe(true)
    expect(isGiven(about({ topicIds: ['t2'], tags: ['torque'] }))).toBe(true)
    expect(isGiven(about({ topicIds: ['t2'] }))).toBe(false)
    expect(isGiven(about({ groupIds: ['sales'], topicIds: ['t1'] }))).toBe(false)
  })

  test('counts a month where the organization does', () => {
    // The 1st of February has begun in Paris.
    expect(periodOf('2026-01-31T23:30:00.000Z', 'month', 'Europe/Paris')).toBe('2026-02')
    expect(periodOf('2026-01-31T23:30:00.000Z', 'month', 'UTC')).toBe('2026-01')
    expect(periodOf('2026-03-01T12:00:00.000Z', 'week', 'UTC')).toBe('2026-02-23')
    expect(periodOf('2026-03-02T00:00:00.000Z', 'week', 'UTC')).toBe('2026-03-02')
    expect(periodOf('2026-03-01T12:00:00.000Z', 'year', 'UTC')).toBe('2026')
  })

  test('awards its badge once, and goes on giving points', () => {
    const badge = { badgeId: 'b', level: 1, to: 'author' as const }
    const events = [happened({ key: 'one' }), happened({ key: 'two' }, 2)]
    expect(giftsOf(rule({ badge }), events).map((one) => [one.points, one.badge !== null])).toEqual([
      [50, true],
      [50, false],
    ])
    expect(giftsOf(rule({ badge, gives: [] }), events)).toHaveLength(1)
  })
})
