import { expect, test } from 'vitest'
import { getCourse } from '#course/contract.ts'
import * as claims from '#leader/contract.ts'
import * as learning from '#learning/contract.ts'
import * as talk from '#learning/talk.contract.ts'
import * as needs from '#need/contract.ts'
import { endMembership, withdrawRole } from '#people/contract.ts'
import { design, held } from '#test/badge.ts'
import { documentOf, published } from '#test/course.ts'
import type { Person } from '#test/organization.ts'
import { room, say } from '#test/reviewing.ts'
import { type NewRule, pointsOf, ruleOn, validate, validated } from '#test/rules.ts'
import { openWorld } from '#test/world.ts'
import * as badges from '../badge.contract.ts'
import * as results from '../given.contract.ts'
import { listAccounts, listEntries } from '../ledger.contract.ts'
import { heard } from './journal/resolve.ts'

const world = openWorld()

const statement = async (who: Person) => {
  const [account] = (await who.does(listAccounts)).items
  if (!account) return []
  return (await who.does(listEntries, { params: { accountId: account.id } })).items
}

const complete = async (who: Person, courseId: string) => {
  const { stepId } = await who.does(learning.startCourse, { params: { courseId } })
  await who.does(learning.completeStep, { params: { courseId, stepId } })
}

test('who approved in a blind round gets the points, and nobody else learns who that was', async () => {
  const { lab, admin, dana, priya, kofi } = await room(world)
  await say(admin, lab, { approvals: 2, isBlind: true, approvers: ['reviewers'] })
  const badge = await admin.does(badges.designBadge, { body: design })
  const { id: ruleId } = await ruleOn(admin, {
    ...validated,
    badge: { badgeId: badge.id, level: 1, to: 'reviewer' },
  })
  await validate(dana, lab, [priya, kofi], { isBlind: true })
  await world.settle()
  expect([await pointsOf(dana), await pointsOf(priya), await pointsOf(kofi)]).toEqual([50, 10, 10])
  expect((await statement(priya)).map(({ rule }) => rule?.name)).toEqual(['A course is validated'])
  for (const who of [priya, kofi]) expect(await held(admin, who)).toEqual([])

  const params = { ruleId }
  const { items } = await admin.does(results.listRuleGifts, { params })
  const told = items.map(({ role, member, points }) => [role, member?.name ?? null, points])
  expect(told.sort()).toEqual([
    ['author', 'Dana Reyes', 50],
    ['reviewer', null, 10],
    ['reviewer', null, 10],
  ])
  const simulated = await admin.does(results.simulateRule, { params: { ...params, number: '1' } })
  expect(simulated.members.map(({ member }) => member.name)).toEqual(['Dana Reyes'])
  expect(simulated).toMatchObject({ people: 3, points: 70, unnamed: { times: 2, points: 20 } })
  const said = JSON.stringify([items, simulated])
  for (const who of [priya, kofi]) expect(said).not.toContain(who.id)
})

test('whoever reads their statement reads by which rule and for what, as long as they may see that', async () => {
  const { org, admin, dana, priya, kofi } = await room(world)
  const secret = await org.group('Secret lab', { private: true })
  for (const { id } of [dana, priya]) await org.grant(id, secret, 'leader')
  await org.grant(priya.id, secret, 'reviewer')
  await say(admin, secret, { approvals: 1, approvers: ['reviewers'] })
  const audience = [secret]
  await ruleOn(admin, { ...validated, name: 'Of the lab alone', audience })
  await validate(dana, secret, [priya], { title: 'A hidden course' })
  await world.settle()
  expect(await statement(priya)).toMatchObject([
    { kind: 'rule', amount: 10, rule: { name: 'Of the lab alone' }, course: { title: 'A hidden course' } },
  ])
  const names = async (who: Person) =>
    (await who.does(results.listEarningRules)).items.map(({ name, groups }) => [
      name,
      groups.map((one) => one.name),
    ])
  expect(await names(priya)).toEqual([['Of the lab alone', ['Secret lab']]])
  expect(await names(kofi)).toEqual([])
  await admin.does(withdrawRole, { params: { groupId: secret, memberId: priya.id, role: 'leader' } })
  await admin.does(withdrawRole, { params: { groupId: secret, memberId: priya.id, role: 'reviewer' } })
  expect(await statement(priya)).toMatchObject([{ amount: 10, course: null }])
})

test('who left gets nothing, nor whoever made the rule', async () => {
  const { org, lab, admin, dana, priya, kofi } = await room(world)
  await say(admin, lab, { approvals: 2, approvers: ['reviewers'] })
  await ruleOn(admin)
  await org.grant(admin.id, lab, 'leader')
  await validate(dana, lab, [priya, kofi])
  await admin.does(endMembership, { params: { memberId: kofi.id } })
  await say(admin, lab, { approvals: 1, approvers: ['reviewers'] })
  const own = await validate(admin, lab, [priya], { title: 'By who made the rule' })
  await world.settle()
  expect((await admin.does(getCourse, { params: own })).publishedAt).not.toBeNull()
  expect([await pointsOf(dana), await pointsOf(priya), await pointsOf(admin)]).toEqual([50, 20, 0])
  const gifts = await world.stored(org.id, 'select 1 from rule_gifts')
  expect(gifts).toHaveLength(3)
})

test('a course that many completed and most found useful brings its author a badge, once', async () => {
  const org = await world.organization()
  const [admin, dana] = [await org.admin(), await org.person('Dana Reyes', 'leader')]
  const badge = await admin.does(badges.designBadge, { body: design })
  await ruleOn(admin, {
    name: 'Guide',
    when: { is: 'course', people: 3, useful: { percent: 80, voices: 2 }, days: null },
    ...{ about: {}, gives: [], caps: { member: null, month: null } },
    badge: { badgeId: badge.id, level: 2, to: 'author' },
  })
  const courseId = await published(org, dana, documentOf({ s1: [] }))
  const people = []
  for (const name of ['Ann', 'Ben', 'Cem', 'Dom']) people.push(await org.person(`${name} Voss`))
  const [ann, ben, cem, dom] = people as [Person, Person, Person, Person]
  const says = (who: Person, kind: 'useful' | 'wrong') =>
    who.does(talk.reactToCourse, { params: { courseId, kind }, query: {} })
  for (const who of [ann, ben, cem]) await complete(who, courseId)
  await says(ann, 'useful')
  await says(ben, 'wrong')
  await world.settle()
  expect(await held(admin, dana)).toEqual([])
  await ben.does(talk.unreactToCourse, { params: { courseId, kind: 'wrong' }, query: {} })
  await says(cem, 'useful')
  await world.settle()
  expect(await held(admin, dana)).toMatchObject([{ level: 2, awardedBy: null, reason: 'Guide' }])
  await complete(dom, courseId)
  await world.settle()
  expect(await org.countFacts('rule.gave')).toBe(1)
  expect(await pointsOf(dana)).toBe(0)
})

test('what rules give makes no rule act: none of what they record is anything they hear of', async () => {
  const { org, lab, admin, dana, priya, kofi } = await room(world)
  await say(admin, lab, { approvals: 2, approvers: ['reviewers'] })
  const badge = await admin.does(badges.designBadge, { body: design })
  await ruleOn(admin, { ...validated, badge: { badgeId: badge.id, level: 1, to: 'author' } })
  await validate(dana, lab, [priya, kofi])
  await world.settle()
  const caused = await world.stored<{ type: string; actorId: string | null }>(
    ...[org.id, "select distinct type from facts where data ? 'ruleId' or data ? 'awardId'"],
  )
  const types = caused.map(({ type }) => type)
  expect(types).toEqual(expect.arrayContaining(['rule.gave', 'badge.awarded']))
  expect(types.filter((type) => heard.some((one) => one === type))).toEqual([])
  expect(heard.filter((type) => /^(rule|badge|points)\./.test(type))).toEqual([])
  const events = await world.stored<{ kind: string }>(org.id, 'select kind from rule_events')
  expect(events.map(({ kind }) => kind).sort()).toEqual(['course-validated', 'review-given', 'review-given'])
})

test('claiming, answering and asking bring each their part once, and nobody anything for what they asked for', async () => {
  const org = await world.organization()
  const [admin, dana, mei] = [
    await org.admin(),
    await org.person('Dana Reyes', 'leader'),
    await org.person('Mei Tanaka', 'leader'),
  ]
  const member = { times: 5, per: 'month' as const }
  const rule = (event: 'need-claimed' | 'need-raised', gives: NewRule['gives']): NewRule => ({
    ...{ name: event, when: { is: 'event', event }, about: {}, gives, caps: { member, month: null } },
  })
  await ruleOn(admin, rule('need-raised', [{ to: 'raiser', points: 1 }]))
  await ruleOn(admin, rule('need-claimed', [{ to: 'claimer', points: 7 }]))
  const raise = (who: Person) =>
    who.does(needs.raiseNeed, { body: { title: 'How do I zero it?', details: '', groupId: org.root } })
  const [{ id: mine }, { id: theirs }] = [await raise(dana), await raise(mei)]
  for (const needId of [mine, theirs]) await dana.does(claims.claimNeed, { params: { needId } })
  await dana.does(claims.releaseNeed, { params: { needId: theirs } })
  await dana.does(claims.claimNeed, { params: { needId: theirs } })
  await world.settle()
  expect([await pointsOf(dana), await pointsOf(mei)]).toEqual([8, 1])
})
