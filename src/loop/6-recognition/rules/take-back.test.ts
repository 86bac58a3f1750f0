import { expect, test } from 'vitest'
import { design, held } from '#test/badge.ts'
import type { Organization, Person } from '#test/organization.ts'
import { room, say } from '#test/reviewing.ts'
import { pointsOf, ruleOn, validate, validated } from '#test/rules.ts'
import { openWorld } from '#test/world.ts'
import * as badges from '../badge.contract.ts'
import * as results from '../given.contract.ts'
import { pointsOf as accountOf } from '../kudos/allowance.ts'
import { findBroken } from '../ledger/check.ts'
import { post } from '../ledger/post.ts'
import { listAccounts, listEntries } from '../ledger.contract.ts'
import * as rules from '../rule.contract.ts'

const world = openWorld()
const reason = 'The points were set ten times too high.'

/** A course was validated by a rule that gives points to three people and a badge to its author. */
async function given() {
  const all = await room(world)
  const { lab, admin, dana, priya, kofi } = all
  await say(admin, lab, { approvals: 2, approvers: ['reviewers'] })
  const badge = await admin.does(badges.designBadge, { body: design })
  const rule = { ...validated, badge: { badgeId: badge.id, level: 1, to: 'author' as const } }
  const { id: ruleId } = await ruleOn(admin, rule)
  await validate(dana, lab, [priya, kofi])
  await world.settle()
  const points = () => Promise.all([dana, priya, kofi].map(pointsOf))
  const gifts = async () => (await admin.does(results.listRuleGifts, { params: { ruleId } })).items
  return { ...all, ruleId, rule, points, gifts }
}

const spend = (org: Organization, who: Person, amount: number) =>
  org.as((scope) =>
    post(scope, {
      ...{ kind: 'redeemed', key: `lunch ${who.id}`, about: {} },
      legs: [
        { account: accountOf(who.id), amount: -amount },
        { account: { kind: 'redeemed', unit: 'points', ownerId: org.id }, amount },
      ],
    }),
  )

test('what one was given is taken back with a reason that they read, once', async () => {
  const { org, admin, dana, gifts, points } = await given()
  const giftId = (await gifts()).find(({ role }) => role === 'author')?.id ?? ''
  expect(await held(admin, dana)).toHaveLength(1)
  const taking = { params: { giftId }, body: { reason } }
  expect(await admin.does(results.takeBackGift, taking)).toMatchObject({
    taken: { reason, missing: 0, by: { name: 'Ada Winter' } },
  })
  expect((await admin.isRefused(results.takeBackGift, taking)).code).toBe('rule-gift.taken')
  expect([await points(), await held(admin, dana)]).toEqual([[0, 10, 10], []])
  expect(await org.facts('rule.took-back')).toMatchObject([
    { giftId, memberId: dana.id, points: 50, missing: 0, reason, isPrivate: false },
  ])
  const [account] = (await dana.does(listAccounts)).items
  const { items } = await dana.does(listEntries, { params: { accountId: account?.id ?? '' } })
  expect(items[0]).toMatchObject({
    ...{ kind: 'rule-back', amount: -50, by: { name: 'Ada Winter' } },
    ...{ rule: { name: 'A course is validated' }, course: { title: 'Zero it' } },
  })
  expect(await org.as(findBroken)).toEqual([])
})

test('all that a rule gave is taken back as far as it is not spent, and it is said how much is missing', async () => {
  const { org, admin, dana, ruleId, points, gifts } = await given()
  await spend(org, dana, 35)
  const params = { ruleId }
  expect(await admin.does(results.takeBackRule, { params, body: { reason } })).toEqual({
    ...{ times: 3, points: 35, missing: 35, withdrawn: 0, approved: 0, left: 0 },
  })
  expect(await points()).toEqual([0, 0, 0])
  expect((await gifts()).map(({ role, taken }) => [role, taken?.missing]).sort()).toEqual([
    ['author', 35],
    ['reviewer', 0],
    ['reviewer', 0],
  ])
  const again = await admin.isRefused(results.takeBackRule, { params, body: { reason } })
  expect(again.code).toBe('rule.all-taken')
  expect(await org.as(findBroken)).toEqual([])
})

test('what one version gave is taken back alone, and is not given again', async () => {
  const { org, lab, admin, dana, priya, kofi, ruleId, rule, points } = await given()
  const params = { ruleId }
  const body = { ...rule, version: 1, gives: [{ to: 'author' as const, points: 7 }] }
  await admin.does(rules.changeRule, { params, body })
  await admin.does(rules.switchRuleOn, { params, body: { version: 2 } })
  await validate(dana, lab, [priya, kofi], { title: 'By the second version' })
  await world.settle()
  expect(await points()).toEqual([57, 10, 10])
  await admin.does(results.takeBackRule, { params, body: { reason, version: 1 } })
  expect(await points()).toEqual([7, 0, 0])
  const facts = await world.stored<{ id: string }>(
    ...[org.id, "select id from facts where type = 'course.published'"],
  )
  for (const { id } of facts)
    await world.cairn.tasks.react?.({ org: org.id, fact: id, reaction: 'recognition.course-validated' })
  expect(await points()).toEqual([7, 0, 0])
  const { items } = await admin.does(results.listRuleVersions, { params })
  expect(items.map(({ version, given: sums }) => [version, sums])).toEqual([
    [2, { times: 1, points: 7, bonuses: 0, takenBack: 0 }],
    [1, { times: 3, points: 70, bonuses: 0, takenBack: 3 }],
  ])
  expect(items.map(({ periods }) => periods.map(({ to }) => to === null))).toEqual([[true], [false]])
})

test('only who administers the whole organization makes rules, simulates them, switches them or takes back', async () => {
  const { org, admin, dana, priya, ruleId, rule, gifts } = await given()
  const other = await org.person('Otto Lang', 'admin', await org.group('Sales'))
  const manager = await org.person('Lena Vogt', 'manager')
  const [{ id: giftId = '' } = {}] = await gifts()
  const params = { ruleId }
  for (const who of [dana, priya, other, manager]) {
    const refused = [
      await who.isRefused(rules.listRules),
      await who.isRefused(rules.makeRule, { body: rule }),
      await who.isRefused(rules.changeRule, { params, body: { ...rule, version: 1 } }),
      await who.isRefused(rules.switchRuleOff, { params }),
      await who.isRefused(results.simulateRule, { params: { ...params, number: '1' } }),
      await who.isRefused(results.listRuleGifts, { params }),
      await who.isRefused(results.listRuleVersions, { params }),
      await who.isRefused(results.takeBackGift, { params: { giftId }, body: { reason } }),
      await who.isRefused(results.takeBackRule, { params, body: { reason } }),
    ]
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 403))
  }
  expect((await admin.does(rules.getRule, { params })).active).toMatchObject({ version: 1 })
})

test('a rule says what it gives and to whom, names what is here, and limits what one can do again and again', async () => {
  const org = await world.organization()
  const admin = await org.admin()
  const faultOf = async (more: object) => {
    const problem = await admin.isRefused(rules.makeRule, { body: { ...validated, ...more } })
    return problem.faults?.[0]?.code ?? problem.code
  }
  const caps = { member: null, month: null }
  const gone = crypto.randomUUID()
  expect(await faultOf({ gives: [] })).toBe('rule.gives-nothing')
  expect(await faultOf({ gives: [{ to: 'learner', points: 5 }] })).toBe('rule.no-part')
  expect(await faultOf({ gives: [validated.gives[0], validated.gives[0]] })).toBe('rule.twice')
  expect(
    await faultOf({
      ...{ when: { is: 'event', event: 'comment-made' }, gives: [{ to: 'commenter', points: 1 }], caps },
    }),
  ).toBe('rule.cap-needed')
  expect(await faultOf({ audience: [gone] })).toBe('group.not-found')
  expect(await faultOf({ about: { topicIds: [gone] } })).toBe('topic.not-found')
  expect(await faultOf({ badge: { badgeId: gone, level: 1, to: 'author' } })).toBe('badge.not-found')
  const badge = await admin.does(badges.designBadge, { body: design })
  expect(await faultOf({ badge: { badgeId: badge.id, level: 5, to: 'author' } })).toBe('badge.no-level')
  const body = { ...validated, badge: { badgeId: badge.id, level: 1, to: 'author' as const } }
  const { id: ruleId } = await admin.does(rules.makeRule, { body })
  await admin.does(badges.archiveBadge, { params: { badgeId: badge.id } })
  const problem = await admin.isRefused(rules.switchRuleOn, { params: { ruleId }, body: { version: 1 } })
  expect(problem.code).toBe('rule.badge-unusable')
})
