import { expect, test } from 'vitest'
import { withdrawRole } from '#people/contract.ts'
import { designBadge } from '#recognition/badge.contract.ts'
import * as results from '#recognition/given.contract.ts'
import { design } from '#test/badge.ts'
import type { Person } from '#test/organization.ts'
import { room, say } from '#test/reviewing.ts'
import { ruleOn, validate, validated } from '#test/rules.ts'
import { openWorld } from '#test/world.ts'
import { countUnread, getFeed, markRead } from './contract.ts'

/** What people hear of the points that rules give them. */
const world = openWorld()
const reason = 'The points were set ten times too high.'
const unread = async (who: Person) => (await who.does(countUnread)).unread

async function heard(who: Person) {
  await world.settle()
  const { items } = await who.does(getFeed, { query: { limit: 100 } })
  return items
    .filter(({ kind }) => kind.startsWith('rule.'))
    .map(({ kind, actor, course, data: { name, points, times, words } }) => ({
      ...{ kind, by: actor?.name ?? null, course: course?.title ?? null },
      ...{ name, points, times, words },
    }))
}
const gave = (points: number, course: string | null, times = 1) => ({
  ...{ kind: 'rule.gave', by: null, course, name: 'A course is validated', points, times, words: '' },
})

/** A lab in which two approve, and a rule for courses that are validated. */
async function company({ isBlind = false } = {}) {
  const all = await room(world)
  const { admin, lab, dana, priya, kofi } = all
  await say(admin, lab, { approvals: 2, approvers: ['reviewers'], isBlind })
  const { id: ruleId } = await ruleOn(admin)
  const publish = (title: string) => validate(dana, lab, [priya, kofi], { title, isBlind })
  return { ...all, ruleId, publish }
}

test('whoever is given points by a rule hears how many and for what, and nobody else does', async () => {
  const { org, admin, dana, priya, kofi, publish } = await company()
  const mei = await org.person('Mei Tanaka')
  await publish('Zero it')
  expect(await heard(dana)).toEqual([gave(50, 'Zero it')])
  for (const who of [priya, kofi]) expect(await heard(who)).toEqual([gave(10, 'Zero it')])
  for (const who of [admin, mei]) expect(await heard(who)).toEqual([])
})

test('who read a blind round hears of their points, and nobody is told who that was', async () => {
  const { admin, dana, priya, kofi, publish } = await company({ isBlind: true })
  await publish('Zero it')
  for (const who of [priya, kofi]) expect(await heard(who)).toEqual([gave(10, 'Zero it')])
  for (const who of [admin, dana]) {
    const { items } = await who.does(getFeed, { query: { limit: 100 } })
    const ofRules = JSON.stringify(items.filter(({ kind }) => kind.startsWith('rule.')))
    for (const other of [priya, kofi]) expect(ofRules).not.toContain(other.id)
  }
})

test('what a rule gives within a day is one piece of news, until it is read; what it gives later is another', async () => {
  const { priya, publish } = await company()
  await publish('Zero it')
  world.pass({ hours: 5 })
  await publish('Load it')
  expect(await heard(priya)).toEqual([gave(20, null, 2)])
  const before = await unread(priya)
  world.pass({ hours: 5 })
  await publish('Cool it')
  expect(await heard(priya)).toEqual([gave(30, null, 3)])
  const [newest] = (await priya.does(getFeed, { query: { only: 'personal' } })).items
  expect(newest).toMatchObject({ kind: 'rule.gave', unread: true, reason: 'given-you' })
  // One more course asks for a review and is published: the points add nothing.
  expect(await unread(priya)).toBe(before + 2)
  await priya.does(markRead, { body: { upTo: newest?.id ?? '' } })
  await publish('Heat it')
  expect(await heard(priya)).toEqual([gave(10, 'Heat it'), gave(30, null, 3)])
  world.pass({ days: 2 })
  await publish('Weigh it')
  expect(await heard(priya)).toEqual([gave(10, 'Weigh it'), gave(10, 'Heat it'), gave(30, null, 3)])
})

test('whose points are taken back hears it once, by whom and why; nothing is told of what was spent', async () => {
  const { admin, dana, priya, ruleId, publish } = await company()
  await publish('Zero it')
  await publish('Load it')
  expect(await heard(dana)).toEqual([gave(100, null, 2)])
  await admin.does(results.takeBackRule, { params: { ruleId }, body: { reason, version: null } })
  const taken = { kind: 'rule.took-back', by: 'Ada Winter', course: null, words: reason, times: 2 }
  const name = 'A course is validated'
  expect(await heard(dana)).toEqual([{ ...taken, name, points: 100 }, gave(100, null, 2)])
  expect(await heard(priya)).toEqual([{ ...taken, name, points: 20 }, gave(20, null, 2)])
  expect(await heard(admin)).toEqual([])
})

test('points for what is in a private group are told by its name only to who may enter it', async () => {
  const { org, admin, dana, priya } = await company()
  const secret = await org.group('Secret lab', { private: true })
  for (const { id } of [dana, priya]) await org.grant(id, secret, 'leader')
  await org.grant(priya.id, secret, 'reviewer')
  await say(admin, secret, { approvals: 1, approvers: ['reviewers'] })
  await validate(dana, secret, [priya], { title: 'A hidden course' })
  expect(await heard(priya)).toEqual([gave(10, 'A hidden course')])
  for (const role of ['leader', 'reviewer'] as const)
    await admin.does(withdrawRole, { params: { groupId: secret, memberId: priya.id, role } })
  expect(await heard(priya)).toEqual([])
})

test('of a badge that a rule awards one hears as of a badge, with nobody who awarded it', async () => {
  const { admin, lab, dana, priya, kofi } = await room(world)
  await say(admin, lab, { approvals: 2, approvers: ['reviewers'] })
  const { id: badgeId } = await admin.does(designBadge, { body: design })
  await ruleOn(admin, { ...validated, gives: [], badge: { badgeId, level: 1, to: 'author' } })
  await validate(dana, lab, [priya, kofi])
  expect(await heard(dana)).toEqual([])
  const [badge] = (await dana.does(getFeed, { query: { only: 'personal' } })).items.filter(
    ({ kind }) => kind === 'badge.awarded',
  )
  expect(badge).toMatchObject({
    actor: null,
    reason: 'awarded-you',
    data: { words: 'A course is validated' },
  })
})
