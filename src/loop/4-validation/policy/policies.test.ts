import { describe, expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import * as own from '#course/own-template.contract.ts'
import { getFeed } from '#feed/contract.ts'
import { setProfile } from '#leader/expert.contract.ts'
import { approve, changes, draft, passes, room, say } from '#test/reviewing.ts'
import { openWorld } from '#test/world.ts'
import * as reviews from '../contract.ts'
import * as policies from '../policy.contract.ts'
import { usualPolicy } from '../queue/policy.ts'
import * as queue from '../queue.contract.ts'

const world = openWorld()

describe('what a policy asks for', () => {
  test('two approvals are asked of two, and nothing is published by one', async () => {
    const { admin, dana, priya, kofi, lab, ask, turnsOf } = await room(world)
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
    const { admin, dana, priya, lab, params, ask } = await room(world)
    const id = await ask(priya.id)
    await say(admin, lab, { approvals: 2 })
    const at = { params: { reviewId: id } }
    expect((await dana.does(reviews.getReview, at)).approvalsNeeded).toBe(1)
    await priya.does(reviews.giveVerdict, { ...at, ...changes })
    const next = await dana.does(reviews.askForReview, { params, body: {} })
    expect((await dana.does(reviews.getReview, { params: { reviewId: next.id } })).approvalsNeeded).toBe(2)
  })

  test('a blind review names nobody to its author, and shows reviewers what others found when they have said theirs', async () => {
    const { org, admin, dana, priya, kofi, lab, params, ask } = await room(world)
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
    const { org, admin, dana, priya, lab, params, ask } = await room(world)
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
    const { dana, priya, lab, ask, turnsOf } = await room(world)
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

test('who manages the group and wrote the course chooses nobody for its blind review by hand', async () => {
  const { org, admin, lab } = await room(world)
  await say(admin, lab, { isBlind: true })
  const params = { courseId: await draft(admin, lab, 'Of the administrator') }
  const { id: reviewId } = await admin.does(reviews.askForReview, { params, body: {} })
  const mei = await org.person('Mei Tanaka', 'learner', lab)
  const refused = await admin.isRefused(queue.assignReviewer, { params: { reviewId, memberId: mei.id } })
  expect(refused.code).toBe('review.blind-choice')
})

test('what a reviewer writes to the author is told to nobody who only manages the group', async () => {
  const { admin, priya, lab, ask } = await room(world)
  await say(admin, lab, { approvals: 2 })
  const note = 'Between you and me: shorter.'
  await priya.does(reviews.giveVerdict, {
    params: { reviewId: await ask() },
    body: { verdict: 'approve', note },
  })
  const waiting = await admin.does(queue.listReviewQueue, { params: { groupId: lab } })
  expect(waiting.items).toMatchObject([{ approvals: 1 }])
  expect(JSON.stringify(waiting)).not.toContain(note)
})

test.each([
  ['as the policy wants it', ['anyone' as const], null],
  ['where nobody else is there', ['named' as const, 'experts' as const], 'anyone'],
] as const)(
  'a member of the group without a role there is asked %s, and judges',
  async (_, approvers, gaveWay) => {
    const org = await world.organization()
    const admin = await org.admin()
    const lab = await org.group('Lab')
    const dana = await org.person('Dana Reyes', 'learner', lab)
    const mei = await org.person('Mei Tanaka', 'learner', lab)
    await admin.does(setProfile, {
      body: { helpsWith: 'x', languages: ['en'], availability: 'away', topicIds: [], until: null },
    })
    await say(admin, lab, {
      approvers: [...approvers],
      ...(gaveWay && { namedIds: [dana.id] }),
    })
    const params = { courseId: await draft(dana, lab) }
    const { id: reviewId } = await dana.does(reviews.askForReview, { params, body: {} })
    const at = { params: { reviewId } }
    const { reviewers } = await dana.does(reviews.getReview, at)
    expect(reviewers).toMatchObject([{ member: { name: 'Mei Tanaka' }, gaveWay }])
    expect((await mei.does(reviews.getReview, at)).can.judge).toBe(true)
    await mei.does(reviews.giveVerdict, { ...at, ...approve })
    expect((await dana.does(reviews.getReview, at)).outcome).toBe('approved')
  },
)

test('of an organization’s own template something is said by its name, and holds for what follows it; of none that is not there', async () => {
  const { admin, dana, lab } = await room(world)
  const { template, revision } = await admin.does(own.makeTemplate, {
    body: { name: 'Calibration', groupId: lab },
  })
  await admin.does(own.publishTemplate, { params: { templateId: template.id }, body: { revision } })
  const set = (kind: string) => ({
    params: { groupId: lab, kind },
    body: { ...usualPolicy, approvals: 2 },
  })
  const { items } = await admin.does(policies.setPolicy, set(template.id))
  expect(items.at(-1)).toMatchObject({ kind: template.id, name: 'Calibration', approvals: 2 })
  const follows = { title: 'Zero it', groupId: lab, template: template.id }
  const { course } = await dana.does(courses.createCourse, { body: follows })
  const suggested = await dana.does(reviews.suggestReviewers, { params: { courseId: course.id } })
  expect(suggested.policy.approvals).toBe(2)
  expect((await admin.isRefused(policies.setPolicy, set(crypto.randomUUID()))).status).toBe(404)
})

describe('a further opinion', () => {
  test('is of the last round: of one that another has followed there is nothing to decide', async () => {
    const { dana, priya, params, ask } = await room(world)
    const at = { params: { reviewId: await ask(priya.id) } }
    await priya.does(reviews.giveVerdict, { ...at, ...changes })
    expect((await dana.does(reviews.getReview, at)).can.ask).toBe(true)
    await dana.does(reviews.askForReview, { params, body: {} })
    expect((await dana.does(reviews.getReview, at)).can.ask).toBe(false)
    expect((await dana.isRefused(queue.askForOpinion, at)).code).toBe('review.no-opinion')
  })

  test('keeps a round that was sent back going: one who asks for changes does not end it, two do', async () => {
    const { dana, priya, kofi, ask, turnsOf } = await room(world)
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
    const { org, admin, dana, priya, lab, ask, turnsOf } = await room(world)
    const id = await ask(priya.id)
    await passes(world, org, id, 9)
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
