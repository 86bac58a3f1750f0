import fc from 'fast-check'
import type { RuleEvent, RuleVersion } from '#recognition/rules/engine/event.ts'
import { replay } from '#recognition/rules/engine/replay.ts'
import type { RuleBody } from '#recognition/rules/language.ts'

export const timeZone = 'Europe/Paris'
const begin = Date.parse('2026-01-01T00:00:00Z')
export const day = 86_400_000
const people = ['ann', 'ben', 'cem', 'dom', 'eva']
export const courses = ['c1', 'c2']

/** A rule, of which only what matters is said. */
export const rule = (body: Partial<RuleBody>): RuleVersion => ({
  ...{ ruleId: 'r', version: 1, madeBy: 'ada' },
  body: {
    when: { is: 'event', event: 'course-validated' },
    about: { groupIds: [], topicIds: [], tags: [] },
    audience: [],
    gives: [{ to: 'author', points: 50 }],
    badge: null,
    bonus: null,
    caps: { member: null, month: null },
    ...body,
  },
})

/** Something that somebody completed, judged or had validated, some days after the beginning. */
const happening = fc.record({
  kind: fc.constantFrom('course-validated', 'course-completed', 'course-judged', 'answer-accepted'),
  who: fc.constantFrom(...people),
  courseId: fc.constantFrom(...courses),
  day: fc.integer({ min: 0, max: 80 }),
  mark: fc.constantFrom('useful p1', 'learned p2', 'wrong p1'),
  stands: fc.boolean(),
  group: fc.constantFrom('lab', 'sales'),
})
type Happening = typeof happening extends fc.Arbitrary<infer One> ? One : never

export const part = (role: RuleEvent['people'][number]['role'], id: string, group = 'lab') => ({
  ...{ role, id, groups: ['root', group] },
})

export function eventOf(
  { kind, who, courseId, mark, stands, group, ...when }: Happening,
  number: number,
): RuleEvent {
  const of = {
    'course-validated': [part('author', who, group), part('reviewer', who === 'eva' ? 'dom' : 'eva')],
    'course-completed': [part('learner', who, group), part('author', 'aut')],
    'course-judged': [part('learner', who, group), part('author', 'aut')],
    'answer-accepted': [part('answerer', who, group)],
  }
  return {
    ...{ number, kind, at: new Date(begin + when.day * day + number).toISOString() },
    key: kind === 'course-validated' ? `${courseId} ${when.day % 7}` : `${kind} ${number}`,
    ...{ courseId, needId: null, path: ['root', group], topicId: null, tags: [] },
    ...{ memberId: who, memberGroups: ['root', group], people: of[kind] },
    ...(kind === 'course-judged' ? { mark, stands } : { mark: null, stands: null }),
  }
}

/** In the order of their moments, as things happen. */
export const history = fc
  .array(happening, { maxLength: 60 })
  .map((all) => all.toSorted((a, b) => a.day - b.day).map((one, at) => eventOf(one, at + 1)))

const from = new Date(begin).toISOString()
export const giftsOf = (one: RuleVersion, events: readonly RuleEvent[]) =>
  replay(one, events, { from, timeZone }).given.map(({ event, gift }) => ({ at: event.at, ...gift }))
