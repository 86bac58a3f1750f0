import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FactData } from '#facts'
import { record } from '#record'
import { terms } from '#test/bonus.ts'
import { documentOf, published } from '#test/course.ts'
import type { Organization, Person } from '#test/organization.ts'
import { type NewRule, ruleOn } from '#test/rules.ts'
import { openWorld } from '#test/world.ts'
import * as bonuses from '../bonus.contract.ts'
import * as results from '../given.contract.ts'
import { findBroken } from '../ledger/check.ts'
import { ruleReactions } from './reactions.ts'

const world = openWorld()

/** Two courses of Dana's, and six people who learn. */
async function school() {
  const org = await world.organization()
  const [admin, dana] = [await org.admin(), await org.person('Dana Reyes', 'leader')]
  const courses = [
    await published(org, dana, documentOf({ s1: [] })),
    await published(org, dana, documentOf({ s2: [] })),
  ]
  const people: Person[] = []
  for (const name of ['Ann', 'Ben', 'Cem', 'Dom', 'Eva', 'Fay'])
    people.push(await org.person(`${name} Voss`, 'learner', name < 'D' ? await org.group(name) : org.root))
  await world.settle()
  return { org, admin, dana, courses, people }
}
type School = Awaited<ReturnType<typeof school>>

const happening = fc.record({
  kind: fc.constantFrom('completed', 'useful', 'wrong', 'withdrawn', 'thanked'),
  who: fc.nat(5),
  course: fc.nat(1),
  days: fc.constantFrom(0, 0, 1, 9),
})
type Happening = typeof happening extends fc.Arbitrary<infer One> ? One : never

/** Records that something happened, as the verb for it does, and nobody has heard of it yet. */
async function happen(
  { org, courses, people }: School,
  { kind, who, course, days }: Happening,
): Promise<string> {
  world.pass({ days })
  const [courseId = '', one, other] = [courses[course], people[who], people[(who + 1) % 6]]
  const said = (mark: string): FactData<'reaction.given'> => ({
    ...{ subject: 'course', subjectId: courseId, anchor: '', kind: mark },
  })
  return org.as((admin) => {
    const scope = { ...admin, actor: { ...admin.actor, id: one?.id ?? '' } }
    if (kind === 'completed') return record(scope, 'course.completed', { courseId, memberId: scope.actor.id })
    if (kind === 'withdrawn') return record(scope, 'reaction.withdrawn', said('useful'))
    if (kind !== 'thanked') return record(scope, 'reaction.given', said(kind))
    const of = { fromId: scope.actor.id, toId: other?.id ?? '', courseId, needId: null }
    return record(scope, 'kudos.given', { kudosId: crypto.randomUUID(), ...of })
  })
}

const ofCourse = (when: Partial<NewRule['when']>, more: Partial<NewRule> = {}): NewRule => ({
  name: 'Found useful',
  when: { is: 'course', people: 3, useful: null, days: null, ...when } as NewRule['when'],
  ...{ about: {}, gives: [{ to: 'author', points: 20 }], caps: { member: null, month: null }, ...more },
})
const learner: Pick<NewRule, 'gives'> = { gives: [{ to: 'learner', points: 10 }] }

const all: NewRule[] = [
  ofCourse({}),
  ofCourse({ useful: { percent: 60, voices: 2 }, days: 15 } as never),
  {
    ...{ name: 'Completed', when: { is: 'event', event: 'course-completed' }, about: {}, ...learner },
    caps: { member: { times: 1, per: 'month' }, month: 40 },
  },
  {
    ...{ name: 'Thanked often', when: { is: 'member', event: 'kudos-given', times: 3, days: 20 }, about: {} },
    ...{ gives: [{ to: 'member', points: 5 }], caps: { member: null, month: null } },
  },
]

/** An hour off for each who completes a course, from what everybody may be given: as far as limits go. */
const hourOff = (groupId: string): NewRule => ({
  ...{ name: 'An hour off', when: { is: 'event', event: 'course-completed' }, about: {}, gives: [] },
  bonus: { unit: 'minutes', amount: 60, to: 'learner', groupId },
  caps: { member: { times: 2, per: 'year' }, month: null },
})

/** What rules gave, as sums of members: points, minutes that were proposed, and how often. */
async function givenBy(org: Organization, ruleId: string) {
  const rows = await world.stored<{ memberId: string; points: string; minutes: string; times: string }>(
    ...[
      org.id,
      `select g.member_id, sum(g.points) as points, coalesce(sum(b.amount), 0) as minutes, count(*) as times from rule_gifts g
        left join bonuses b on b.id = g.bonus_id where g.rule_id = $1 and g.bonus_against is null group by 1`,
    ],
    ruleId,
  )
  return Object.fromEntries(
    rows.map(({ memberId, points, minutes, times }) => [memberId, [points, minutes, times].map(Number)]),
  )
}

/** Tells every reaction of what happened, in some order, and some of it again. */
async function deliver(org: Organization, facts: readonly string[], order: readonly number[]): Promise<void> {
  const types = await world.stored<{ id: string; type: string }>(
    ...[org.id, 'select id, type from facts where id = any($1)'],
    facts,
  )
  const byId = new Map(types.map(({ id, type }) => [id, type]))
  for (const place of order) {
    const fact = facts[place % Math.max(1, facts.length)]
    const heard = ruleReactions.find(({ on }) => on === byId.get(fact ?? ''))
    if (heard) await world.cairn.tasks.react?.({ org: org.id, fact, reaction: heard.name })
  }
}

let [given, minutes] = [0, 0]

test('a simulation over what happened says exactly what the rule gave for it, in whatever order and how often it was delivered', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(happening, { minLength: 12, maxLength: 30 }),
      fc.array(fc.nat(29), { maxLength: 20 }),
      async (happenings, order) => {
        const place = await school()
        const { org, admin } = place
        const made = []
        await admin.does(bonuses.setBonusSettings, { body: { ...terms, every: 'year' } })
        const year = world.now().getUTCFullYear()
        const params = { groupId: org.root }
        for (const period of [`${year}`, `${year + 1}`])
          await admin.does(bonuses.setBudget, { params, body: { kind: 'time', amount: 10_000, period } })
        for (const rule of [...all, hourOff(org.root)]) made.push(await ruleOn(admin, rule))
        const facts: string[] = []
        for (const one of happenings) facts.push(await happen(place, one))
        await deliver(org, facts, order)
        await world.settle()
        await deliver(org, facts, order.toReversed())
        // So much later that whoever was signed in is not any more.
        const later = await org.admin()
        for (const { id: ruleId, active } of made) {
          const params = { ruleId, number: '1' }
          const { members, points } = await later.does(results.simulateRule, { params, query: { days: 730 } })
          const simulated = Object.fromEntries(
            members.map(({ member, points: sum, bonus, times }) => [member.id, [sum, bonus, times]]),
          )
          expect(active?.version).toBe(1)
          expect(simulated).toEqual(await givenBy(org, ruleId))
          given += points
          minutes += Object.values(simulated).reduce((sum, [, own = 0]) => sum + own, 0)
          expect(points).toBe(Object.values(simulated).reduce((sum, [own = 0]) => sum + own, 0))
        }
        expect(await org.as(findBroken)).toEqual([])
      },
    ),
    { numRuns: 6 },
  )
  // So that it does not say so of nothing.
  expect(given).toBeGreaterThan(100)
  expect(minutes).toBeGreaterThan(60)
}, 120_000)
