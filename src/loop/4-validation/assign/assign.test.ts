import { describe, expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import { getFeed } from '#feed/contract.ts'
import { setProfile } from '#leader/expert.contract.ts'
import { addTopic } from '#leader/topic.contract.ts'
import { raiseNeed } from '#need/contract.ts'
import * as people from '#people/contract.ts'
import type { Person } from '#test/organization.ts'
import { approve, draft, passes, room, say } from '#test/reviewing.ts'
import { openWorld } from '#test/world.ts'
import * as reviews from '../contract.ts'

const world = openWorld()

describe('whoever knows it is asked', () => {
  test('without the author naming anybody, never the author, and hears of it', async () => {
    const { priya, kofi, ask, turnsOf } = await room(world)
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
    const { org, admin, dana, lab } = await room(world)
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
    const { admin, dana, priya, kofi, lab, params, ask, turnsOf } = await room(world)
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

describe('authors who ask in the same moment', () => {
  test('are given different people where nobody may have more', async () => {
    const { org, admin, dana, lab, turnsOf } = await room(world)
    const eight = Array.from({ length: 8 }, (_, at) => at)
    for (const at of eight) await org.person(`Reviewer ${at}`, 'reviewer', lab)
    await say(admin, lab, { mostOpen: 1 })
    const drafts = await Promise.all(eight.map((at) => draft(dana, lab, `Zero gauge ${at}`)))
    const asked = await Promise.all(
      drafts.map((courseId) => dana.does(reviews.askForReview, { params: { courseId }, body: {} })),
    )
    const turns = (await Promise.all(asked.map(({ id }) => turnsOf(id)))).flat()
    expect([turns.length, new Set(turns).size]).toEqual([8, 8])
  })

  test('for the same course have asked once', async () => {
    const { dana, params } = await room(world)
    const ask = () => dana.does(reviews.askForReview, { params, body: {} })
    const asked = await Promise.allSettled([ask(), ask(), ask()])
    expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
    for (const one of asked)
      if (one.status === 'rejected') expect(String(one.reason)).toContain('review.open-already')
  })
})

describe('no course waits for who does not answer', () => {
  test('they are reminded, by mail too; then it is somebody else’s turn, and what they say late still counts', async () => {
    const { org, dana, priya, kofi, ask, turnsOf } = await room(world)
    const id = await ask(priya.id)
    await passes(world, org, id, 1.2)
    await world.settle()
    expect(await org.countFacts('review.reminded')).toBe(1)
    expect((await priya.does(getFeed)).items[0]?.kind).toBe('review.reminded')
    await passes(world, org, id, 2.2)
    expect(await turnsOf(id)).toEqual(['Kofi Mensah: reading', 'Priya Nair: expired'])
    expect((await priya.does(reviews.listWaitingReviews)).items).toEqual([])
    expect((await kofi.does(reviews.listWaitingReviews)).items).toHaveLength(1)
    await priya.does(reviews.giveVerdict, { params: { reviewId: id }, ...approve })
    expect((await dana.does(reviews.getReview, { params: { reviewId: id } })).outcome).toBe('approved')
  })

  test('a click says no, and somebody else is asked at once; who thinks better of it may still judge', async () => {
    const { priya, ask, turnsOf } = await room(world)
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
    const { org, lab, admin, priya, ask, turnsOf } = await room(world)
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
