import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { courses, day, giftsOf, history, rule, timeZone } from '#test/rule-events.ts'
import type { RuleBody } from '../language.ts'
import type { RuleEvent } from './event.ts'
import { periodOf } from './period.ts'

const body = fc.record({
  when: fc.oneof(
    fc.constant({ is: 'event', event: 'course-validated' } as const),
    fc.record({
      is: fc.constant('course' as const),
      people: fc.integer({ min: 1, max: 4 }),
      useful: fc.option(
        fc.record({ percent: fc.constantFrom(50, 80), voices: fc.integer({ min: 1, max: 2 }) }),
      ),
      days: fc.option(fc.integer({ min: 1, max: 40 })),
    }),
    fc.record({
      is: fc.constant('member' as const),
      event: fc.constant('answer-accepted' as const),
      times: fc.integer({ min: 2, max: 4 }),
      days: fc.option(fc.integer({ min: 1, max: 40 })),
    }),
  ),
  audience: fc.constantFrom([], ['lab']),
  member: fc.option(
    fc.record({
      times: fc.integer({ min: 1, max: 2 }),
      per: fc.constantFrom('day', 'week', 'month', 'year', 'ever'),
    }),
  ),
  month: fc.option(fc.constantFrom(60, 120)),
})
const rules = body.map(({ when, audience, member, month }) =>
  rule({
    ...{ when, audience: [...audience], caps: { member, month } as RuleBody['caps'] },
    gives:
      when.is === 'event'
        ? [
            { to: 'author', points: 50 },
            { to: 'reviewer', points: 10 },
          ]
        : [{ to: when.is === 'course' ? 'author' : 'member', points: 20 }],
  }),
)

describe('what a rule gives', () => {
  test('for what happened first does not depend on what happens later', () => {
    fc.assert(
      fc.property(rules, history, fc.nat(60), (one, events, cut) => {
        const early = giftsOf(one, events.slice(0, cut))
        expect(giftsOf(one, events).slice(0, early.length)).toEqual(early)
      }),
    )
  })

  test('is given to nobody twice, and changes by nothing that comes again', () => {
    fc.assert(
      fc.property(rules, history, (one, events) => {
        const gifts = giftsOf(one, events)
        expect(new Set(gifts.map(({ key, memberId }) => `${key} ${memberId}`)).size).toBe(gifts.length)
        if (one.body.when.is === 'event') expect(giftsOf(one, [...events, ...events])).toEqual(gifts)
      }),
    )
  })

  test('never exceeds its limits', () => {
    fc.assert(
      fc.property(rules, history, (one, events) => {
        const { member, month } = one.body.caps
        const gifts = giftsOf(one, events)
        const byMonth = Map.groupBy(gifts, ({ at }) => periodOf(at, 'month', timeZone))
        for (const own of byMonth.values())
          expect(own.reduce((sum, { points }) => sum + points, 0)).toBeLessThanOrEqual(month ?? Infinity)
        const byTurn = Map.groupBy(gifts, ({ at, memberId }) =>
          member ? `${memberId} ${periodOf(at, member.per, timeZone)}` : '',
        )
        for (const own of byTurn.values()) expect(own.length).toBeLessThanOrEqual(member?.times ?? Infinity)
      }),
    )
  })

  test('goes to a course’s author when its count is reached, counted from everything anew', () => {
    fc.assert(
      fc.property(rules, history, (one, events) => {
        const { when, audience } = one.body
        if (when.is !== 'course') return
        const reached = (event: RuleEvent, place: number) => {
          const own = events.slice(0, place + 1).filter(({ courseId, at, memberGroups }) => {
            const isNear = when.days === null || Date.parse(at) > Date.parse(event.at) - when.days * day
            return courseId === event.courseId && isNear && audience.every((on) => memberGroups.includes(on))
          })
          const completed = own
            .filter(({ kind }) => kind === 'course-completed')
            .map(({ memberId }) => memberId)
          const standing = [
            ...Map.groupBy(
              own.filter(({ kind }) => kind === 'course-judged'),
              ({ memberId, mark }) => `${memberId} ${mark}`,
            ).values(),
          ].flatMap((said) => (said.at(-1)?.stands ? (said.at(-1) ?? []) : []))
          const voices = new Set(standing.map(({ memberId }) => memberId))
          const glad = new Set(
            standing.filter(({ mark }) => /useful|learned/.test(mark ?? '')).map(({ memberId }) => memberId),
          )
          const { useful } = when
          const isUseful =
            !useful || (voices.size >= useful.voices && glad.size / voices.size >= useful.percent / 100)
          return new Set(completed).size >= when.people && isUseful
        }
        const expected = courses.filter((courseId) =>
          events.some(
            (event, place) =>
              event.courseId === courseId && /completed|judged/.test(event.kind) && reached(event, place),
          ),
        )
        const unlimited = { ...one, body: { ...one.body, caps: { member: null, month: null } } }
        const given = new Set(giftsOf(unlimited, events).map(({ key }) => key.replace('course ', '')))
        expect([...given].sort()).toEqual(expected)
      }),
    )
  })
})
