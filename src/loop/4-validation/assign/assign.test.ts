import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import { getFeed } from '#feed/contract.ts'
import { setProfile } from '#leader/expert.contract.ts'
import { addTopic } from '#leader/topic.contract.ts'
import { raiseNeed } from '#need/contract.ts'
import * as people from '#people/contract.ts'
import { documentOf, words, write } from '#test/course.ts'
import type { Organization, Person } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import * as reviews from '../contract.ts'
import * as policies from '../policy.contract.ts'
import { afterWorkingDays, workingDaysBetween } from '../queue/clock.ts'
import { type Policy, usualPolicy } from '../queue/policy.ts'
import { turnDays } from '../queue/turn.ts'
import * as queue from '../queue.contract.ts'

const world = openWorld()
const approve = { body: { verdict: 'approve' as const } }
const changes = { body: { verdict: 'changes' as const, note: 'Say where it is from.' } }

/** A course of Dana's that is ready, in a group with two reviewers and a manager. */
async function room() {
  const org = await world.organization()
  const lab = await org.group('Lab')
  const admin = await org.admin()
  const dana = await org.person('Dana Reyes', 'leader', lab)
  const priya = await org.person('Priya Nair', 'reviewer', lab)
  const kofi = await org.person('Kofi Mensah', 'reviewer', lab)
  const params = { courseId: await draft(dana, lab) }
  const ask = async (...reviewerIds: string[]) =>
    (await dana.does(reviews.askForReview, { params, body: { reviewerIds } })).id
  const turnsOf = async (reviewId: string) => {
    const { reviewers } = await dana.does(reviews.getReview, { params: { reviewId } })
    return reviewers.map(({ member, verdict, ended }) => `${member.name}: ${verdict ?? ended ?? 'reading'}`)
  }
  return { org, lab, admin, dana, priya, kofi, params, ask, turnsOf }
}

async function draft(author: Person, groupId: string, title = 'Zero it') {
  const { course } = await author.does(courses.createCourse, {
    body: { title, objective: 'You zero a gauge in the cold.', groupId },
  })
  await write(author, course.id, documentOf({ s1: [words('w1', 'First words')] }))
  return course.id
}

const say = (who: Person, groupId: string, what: Partial<Policy> = {}) =>
  who.does(policies.setPolicy, { params: { groupId, kind: 'any' }, body: { ...usualPolicy, ...what } })

/** As if some working days had passed since somebody was asked. */
async function passes(org: Organization, reviewId: string, days: number) {
  await org.as(async ({ db, now }) => {
    const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
    let hours = 1
    while (workingDaysBetween(ago(hours), now) < days) hours += 1
    const asked = ago(hours)
    await sql`update reviews set asked_at = ${asked}, due_at = ${afterWorkingDays(asked, 5)}, looks_at = ${asked}
      where org_id = ${org.id} and id = ${reviewId}`.execute(db)
    await sql`update reviewers set asked_at = ${asked}, due_at = ${afterWorkingDays(asked, turnDays({ days: 5 }))}
      where org_id = ${org.id} and review_id = ${reviewId}`.execute(db)
  })
  await world.cairn.tasks['review-turn']?.({ org: org.id, reviewId })
  await world.settle()
}

describe('whoever knows it is asked', () => {
  test('without the author naming anybody, never the author, and hears of it', async () => {
    const { priya, kofi, ask, turnsOf } = await room()
    const id = await ask()
    const [turn, ...more] = await turnsOf(id)
    expect(more).toEqual([])
    expect(['Priya Nair: reading', 'Kofi Mensah: reading']).toContain(turn)
    await world.settle()
    const asked = turn?.startsWith('Priya') ? priya : kofi
    expect((await asked.does(getFeed)).items[0]).toMatchObject({
      kind: 'review.asked',
      actor: { name: 'Dana Reyes' },
    })
    expect((await asked.does(reviews.listWaitingReviews)).items).toMatchObject([
      { id, dueAt: expect.any(String) },
    ])
  })

  test('who says they know the topic comes before who only holds the role', async () => {
    const { org, admin, dana, lab } = await room()
    const { id: topicId } = await admin.does(addTopic, { body: { name: 'Torque', words: [] } })
    const mei = await org.person('Mei Tanaka', 'learner', lab)
    const said = { helpsWith: 'Torque', languages: ['en' as const], availability: 'open' as const }
    await mei.does(setProfile, { body: { ...said, topicIds: [topicId], until: null } })
    await say(admin, lab, { approvers: ['experts'] })
    const need = await dana.does(raiseNeed, { body: { title: 'Torque, how?', details: '', groupId: lab } })
    await world.settle()
    const { course } = await dana.does(courses.createCourse, {
      body: { title: 'Torque', objective: 'You read torque in the cold.', groupId: lab, needId: need.id },
    })
    const { items } = await dana.does(reviews.suggestReviewers, { params: { courseId: course.id } })
    expect([items[0]?.name, items.length]).toEqual(['Mei Tanaka', 4])
  })

  test('nobody who is away or has enough to read; whoever wishes for them is told why', async () => {
    const { admin, dana, priya, kofi, lab, params, ask, turnsOf } = await room()
    await say(admin, lab, { mostOpen: 1 })
    const away = { helpsWith: 'Torque', languages: ['en' as const], availability: 'away' as const }
    await priya.does(setProfile, { body: { ...away, topicIds: [], until: null } })
    expect(
      (await dana.isRefused(reviews.askForReview, { params, body: { reviewerIds: [priya.id] } })).code,
    ).toBe('review.away')
    expect(await turnsOf(await ask())).toEqual(['Kofi Mensah: reading'])
    const next = { params: { courseId: await draft(dana, lab, 'Another') } }
    const full = await dana.isRefused(reviews.askForReview, { ...next, body: { reviewerIds: [kofi.id] } })
    expect([full.code, full.detail]).toEqual(['review.full', expect.stringContaining('1')])
  })
})

describe('no course waits for who does not answer', () => {
  test('they are reminded, by mail too; then it is somebody else’s turn, and what they say late still counts', async () => {
    const { org, dana, priya, kofi, ask, turnsOf } = await room()
    const id = await ask(priya.id)
    await passes(org, id, 1.2)
    await world.settle()
    expect(await org.countFacts('review.reminded')).toBe(1)
    expect((await priya.does(getFeed)).items[0]?.kind).toBe('review.reminded')
    await passes(org, id, 2.2)
    expect(await turnsOf(id)).toEqual(['Kofi Mensah: reading', 'Priya Nair: expired'])
    expect((await priya.does(reviews.listWaitingReviews)).items).toEqual([])
    expect((await kofi.does(reviews.listWaitingReviews)).items).toHaveLength(1)
    await priya.does(reviews.giveVerdict, { params: { reviewId: id }, ...approve })
    expect((await dana.does(reviews.getReview, { params: { reviewId: id } })).outcome).toBe('approved')
  })

  test('a click says no, and somebody else is asked at once; who thinks better of it may still judge', async () => {
    const { priya, ask, turnsOf } = await room()
    const id = await ask(priya.id)
    await priya.does(reviews.declineReview, { params: { reviewId: id } })
    expect(await turnsOf(id)).toEqual(['Kofi Mensah: reading', 'Priya Nair: declined'])
    const at = { params: { reviewId: id } }
    expect((await priya.does(reviews.getReview, at)).can.judge).toBe(true)
    await priya.does(reviews.giveVerdict, { ...at, ...approve })
    expect(await turnsOf(id)).toContain('Priya Nair: approve')
  })

  test.each([
    [
      'leaves',
      'gone',
      (admin: Person, one: Person) => admin.does(people.endMembership, { params: { memberId: one.id } }),
    ],
    [
      'loses the role',
      'unfit',
      (admin: Person, one: Person, groupId: string) =>
        admin.does(people.withdrawRole, { params: { groupId, memberId: one.id, role: 'reviewer' } }),
    ],
    [
      'goes away',
      'away',
      (_: Person, one: Person) =>
        one.does(setProfile, {
          body: { helpsWith: 'x', languages: ['en'], availability: 'away', topicIds: [], until: null },
        }),
    ],
  ] as const)('whoever %s in the midst of it is replaced, on record', async (_, why, happens) => {
    const { org, lab, admin, priya, ask, turnsOf } = await room()
    const id = await ask(priya.id)
    await happens(admin, priya, lab)
    await world.settle()
    expect(await turnsOf(id)).toEqual(['Kofi Mensah: reading', `Priya Nair: ${why}`])
    expect(await org.countFacts('review.turn-ended')).toBe(1)
  })

  test('where nobody is left, who manages the group is told; it goes on when somebody can again', async () => {
    const org = await world.organization()
    const admin = await org.admin()
    const lab = await org.group('Lab')
    const params = { courseId: await draft(admin, lab) }
    const { id } = await admin.does(reviews.askForReview, { params, body: {} })
    const at = { params: { reviewId: id } }
    expect(await admin.does(reviews.getReview, at)).toMatchObject({ isStranded: true, reviewers: [] })
    expect(await org.countFacts('review.stranded')).toBe(1)
    await org.person('Priya Nair', 'reviewer', lab)
    await world.settle()
    expect(await admin.does(reviews.getReview, at)).toMatchObject({
      isStranded: false,
      reviewers: [{ member: { name: 'Priya Nair' } }],
    })
  })
})

describe('what a policy asks for', () => {
  test('two approvals are asked of two, and nothing is published by one', async () => {
    const { admin, dana, priya, kofi, lab, ask, turnsOf } = await room()
    await say(admin, lab, { approvals: 2 })
    const id = await ask()
    expect(await turnsOf(id)).toEqual(['Kofi Mensah: reading', 'Priya Nair: reading'])
    await priya.does(reviews.giveVerdict, { params: { reviewId: id }, ...approve })
    expect((await dana.does(reviews.getReview, { params: { reviewId: id } })).outcome).toBeNull()
    await kofi.does(reviews.giveVerdict, { params: { reviewId: id }, ...approve })
    expect((await dana.does(reviews.getReview, { params: { reviewId: id } })).outcome).toBe('approved')
  })

  test('fewer approvals are enough where fewer people are there, on record', async () => {
    const org = await world.organization()
    const [dana, priya] = [
      await org.person('Dana Reyes', 'leader'),
      await org.person('Priya Nair', 'reviewer'),
    ]
    const admin = await org.admin()
    await say(admin, org.root, { approvals: 3 })
    const params = { courseId: await draft(dana, org.root) }
    const { id } = await dana.does(reviews.askForReview, { params, body: {} })
    for (const one of [priya, admin])
      await one.does(reviews.giveVerdict, { params: { reviewId: id }, ...approve })
    expect((await dana.does(reviews.getReview, { params: { reviewId: id } })).outcome).toBe('approved')
    expect(await org.countFacts('review.relaxed')).toBe(1)
  })

  test('an open round keeps what it was asked under when the policy changes; the next one does not', async () => {
    const { admin, dana, priya, lab, params, ask } = await room()
    const id = await ask(priya.id)
    await say(admin, lab, { approvals: 2 })
    const at = { params: { reviewId: id } }
    expect((await dana.does(reviews.getReview, at)).approvalsNeeded).toBe(1)
    await priya.does(reviews.giveVerdict, { ...at, ...changes })
    const next = await dana.does(reviews.askForReview, { params, body: {} })
    expect((await dana.does(reviews.getReview, { params: { reviewId: next.id } })).approvalsNeeded).toBe(2)
  })

  test('a blind review names nobody to its author, and shows reviewers what others found when they have said theirs', async () => {
    const { org, admin, dana, priya, kofi, lab, params, ask } = await room()
    await say(admin, lab, { approvals: 2, isBlind: true })
    const suggested = await dana.does(reviews.suggestReviewers, { params })
    expect([suggested.items, suggested.policy.isBlind]).toEqual([[], true])
    const choice = { params, body: { reviewerIds: [priya.id] } }
    expect((await dana.isRefused(reviews.askForReview, choice)).status).toBe(422)
    const at = { params: { reviewId: await ask() } }
    const found = { ...at, body: { blockId: 'w1'.padEnd(12, '0'), severity: 'must' as const, body: 'Why?' } }
    const { document } = await priya.does(reviews.getReview, at)
    const blockId = document.content[0]?.content[0]?.attrs?.id ?? ''
    await priya.does(reviews.makeFinding, { ...found, body: { ...found.body, blockId } })
    const seen = await dana.does(reviews.getReview, at)
    expect(JSON.stringify(seen)).not.toMatch(/Priya|Kofi/)
    expect([seen.reviewers.length, seen.findings.length]).toEqual([2, 1])
    expect(JSON.stringify(seen)).not.toContain(priya.id)
    expect((await kofi.does(reviews.getReview, at)).findings).toEqual([])
    await kofi.does(reviews.giveVerdict, { ...at, ...approve })
    expect((await kofi.does(reviews.getReview, at)).findings).toMatchObject([{ author: { name: '' } }])
    await priya.does(reviews.giveVerdict, { ...at, ...approve })
    await world.settle()
    const feed = JSON.stringify((await dana.does(getFeed)).items)
    expect(feed).toContain('review.given')
    expect(feed).not.toMatch(/Priya|Kofi/)
    expect(
      (await org.person('Ann', 'learner', lab).then((ann) => ann.does(reviews.listApprovals, { params })))
        .items,
    ).toEqual([])
  })

  test('a leader who was approved often enough publishes without a review, nobody else does', async () => {
    const { org, admin, dana, priya, lab, params, ask } = await room()
    expect((await dana.isRefused(policies.publishTrusted, { params })).code).toBe('review.not-trusted')
    await say(admin, lab, { trustedAfter: 1 })
    expect((await dana.does(reviews.suggestReviewers, { params })).mayPublish).toBe(false)
    await priya.does(reviews.giveVerdict, { params: { reviewId: await ask(priya.id) }, ...approve })
    const next = { params: { courseId: await draft(dana, lab, 'Another') } }
    expect((await dana.does(reviews.suggestReviewers, next)).mayPublish).toBe(true)
    await dana.does(policies.publishTrusted, next)
    expect((await priya.does(courses.getCourse, next)).state).toBe('published')
    expect(await org.countFacts('review.waived')).toBe(1)
    const own = { params: { courseId: await draft(await org.person('Ann', 'learner', lab), lab) } }
    expect((await dana.isRefused(policies.publishTrusted, own)).status).toBe(404)
  })

  test('whose courses the author has just checked is not the only one who approves them', async () => {
    const { dana, priya, lab, ask, turnsOf } = await room()
    const hers = { params: { courseId: await draft(priya, lab, 'Priya’s') } }
    const { id: first } = await priya.does(reviews.askForReview, {
      ...hers,
      body: { reviewerIds: [dana.id] },
    })
    await dana.does(reviews.giveVerdict, { params: { reviewId: first }, ...approve })
    expect(await turnsOf(await ask())).toEqual(['Kofi Mensah: reading'])
    const again = { params: { courseId: await draft(dana, lab, 'Another') } }
    const { id } = await dana.does(reviews.askForReview, { ...again, body: { reviewerIds: [priya.id] } })
    expect(await turnsOf(id)).toEqual(['Kofi Mensah: reading', 'Priya Nair: reading'])
    await priya.does(reviews.giveVerdict, { params: { reviewId: id }, ...approve })
    expect((await dana.does(reviews.getReview, { params: { reviewId: id } })).outcome).toBeNull()
  })
})

describe('a further opinion', () => {
  test('keeps a round that was sent back going: one who asks for changes does not end it, two do', async () => {
    const { dana, priya, kofi, ask, turnsOf } = await room()
    const id = await ask(priya.id)
    const at = { params: { reviewId: id } }
    await priya.does(reviews.giveVerdict, { ...at, ...changes })
    const asked = await dana.does(queue.askForOpinion, at)
    expect([asked.outcome, asked.can.ask]).toEqual([null, false])
    expect(await turnsOf(id)).toEqual(['Kofi Mensah: reading', 'Priya Nair: changes'])
    expect((await dana.isRefused(queue.askForOpinion, at)).code).toBe('review.no-opinion')
    await kofi.does(reviews.giveVerdict, { ...at, ...approve })
    expect((await dana.does(reviews.getReview, at)).outcome).toBe('approved')
  })
})

describe('those who manage a group', () => {
  test('see what waits and how it goes, and ask somebody by hand', async () => {
    const { org, admin, dana, priya, lab, ask, turnsOf } = await room()
    const id = await ask(priya.id)
    await passes(org, id, 9)
    const at = { params: { groupId: lab } }
    expect((await admin.does(queue.listReviewQueue, at)).items).toMatchObject([
      { id, group: { name: 'Lab' }, approvals: 0, approvalsNeeded: 1, isStranded: false },
    ])
    expect(await admin.does(queue.getReviewFigures, at)).toMatchObject({
      ...{ waiting: 1, late: 1, stranded: 0, decided: 0, median: null, ranOut: 1 },
    })
    for (const one of [dana, priya]) {
      expect((await one.isRefused(queue.listReviewQueue, at)).status).toBe(403)
      expect((await one.isRefused(queue.getReviewFigures, at)).status).toBe(403)
    }
    const mei = await org.person('Mei Tanaka', 'learner', lab)
    const hand = (memberId: string) => ({ params: { reviewId: id, memberId } })
    await admin.does(queue.assignReviewer, hand(mei.id))
    expect(await turnsOf(id)).toContain('Mei Tanaka: reading')
    expect((await admin.isRefused(queue.assignReviewer, hand(dana.id))).code).toBe('review.own-course')
    await mei.does(reviews.giveVerdict, { params: { reviewId: id }, ...approve })
    const { decided, median, weeks } = await admin.does(queue.getReviewFigures, at)
    expect([decided, median !== null && median > 4, weeks.at(-1)?.decided]).toEqual([1, true, 1])
  })
})
