import { expect, test } from 'vitest'
import { getFeed } from '#feed/contract.ts'
import * as talk from '#learning/talk.contract.ts'
import { withdrawRole } from '#people/contract.ts'
import { giveKudos } from '#recognition/contract.ts'
import { documentOf, published } from '#test/course.ts'
import { openWorld } from '#test/world.ts'
import { leaveDetection } from '../contract.ts'
import * as held from '../held.contract.ts'

const world = openWorld()

async function company() {
  const org = await world.organization()
  const [admin, dana, mei] = [
    await org.admin(),
    await org.person('Dana Reyes', 'leader'),
    await org.person('Mei Tanaka'),
  ]
  return { org, admin, dana, mei }
}

test('one reads every act that is held on oneself, in both directions, the latest first, page by page', async () => {
  const { org, dana, mei } = await company()
  const params = { courseId: await published(org, mei, documentOf({ s1: [] })) }
  const { id: parentId } = await mei.does(talk.commentOnCourse, { params, body: { body: 'Which way?' } })
  await dana.does(talk.commentOnCourse, { params, body: { body: 'Left.', parentId } })
  await dana.does(giveKudos, { body: { toIds: [mei.id], reason: 'For the good question' } })
  await world.settle()
  const said = async (query = {}) => {
    const { items, next } = await dana.does(held.listMySignals, { query })
    return { next, items: items.map(({ kind, mine, other }) => `${kind} ${mine} ${other?.name}`) }
  }
  const all = ['thanked false Mei Tanaka', 'answered true Mei Tanaka']
  expect((await said()).items).toEqual(all)
  const first = await said({ limit: 1 })
  const second = await said({ limit: 1, after: first.next ?? '' })
  expect([...first.items, ...second.items, second.next]).toEqual([...all, null])
  const [answered] = (await dana.does(held.listMySignals)).items.slice(1)
  expect(answered?.about).toMatchObject({ subject: 'course', subjectId: params.courseId })
  await dana.does(leaveDetection)
  expect((await said()).items).toEqual([])
})

test('a title that one may not see any more is not told, though the act is', async () => {
  const { org, dana, mei } = await company()
  const board = await org.group('Board', { private: true })
  const insider = await org.person('Ines Insider', 'leader', board)
  const courseId = await published(org, insider, documentOf({ s1: [] }), board)
  await insider.does(giveKudos, { body: { toIds: [mei.id], reason: 'For all the help' } })
  await world.settle()
  await world.owner.query(
    `update signals set subject = 'course', subject_id = $2 where org_id = $1 and kind = 'thanked'`,
    [org.id, courseId],
  )
  expect((await mei.does(held.listMySignals)).items).toMatchObject([{ kind: 'thanked', about: null }])
  expect((await dana.does(held.listMySignals)).items).toEqual([])
})

test('what is wrong is contested, answered by somebody else who administers, and heard of', async () => {
  const { org, admin, dana, mei } = await company()
  const body = { body: 'The answers of May are not mine.' }
  const { id } = await dana.does(held.contestHeld, { body })
  expect(await dana.isRefused(held.contestHeld, { body })).toMatchObject({ code: 'contest.open' })
  expect((await admin.does(held.listContests)).items).toMatchObject([{ id, member: { name: 'Dana Reyes' } }])
  const at = { params: { contestId: id }, body: { answer: 'They were taken out, thank you.' } }
  for (const who of [mei, dana])
    expect(await who.isRefused(held.answerContest, at)).toMatchObject({ code: 'contest.not-yours' })
  expect(await mei.isRefused(held.listContests)).toMatchObject({ code: 'contest.not-yours' })
  await admin.does(held.answerContest, at)
  expect(await admin.isRefused(held.answerContest, at)).toMatchObject({ code: 'contest.answered' })
  expect((await dana.does(held.listMyContests)).items).toMatchObject([
    { body: body.body, answered: { by: { name: 'Ada Winter' }, answer: 'They were taken out, thank you.' } },
  ])
  expect((await mei.does(held.listMyContests)).items).toEqual([])
  expect((await admin.does(held.listContests)).items).toEqual([])
  await world.settle()
  expect((await dana.does(getFeed)).items[0]).toMatchObject({ kind: 'contest.answered', reason: 'you-asked' })
  const { id: own } = await admin.does(held.contestHeld, { body })
  const mine = { ...at, params: { contestId: own } }
  const other = await org.person('Otto Other', 'admin')
  expect(await admin.isRefused(held.answerContest, mine)).toMatchObject({ code: 'contest.own' })
  // Where there is nobody else, one cannot be left without an answer.
  await other.does(withdrawRole, { params: { groupId: org.root, memberId: other.id, role: 'admin' } })
  await admin.does(held.answerContest, mine)
  expect(await org.countFacts('contest.made', 'contest.answered')).toBe(4)
})

test('who found a course useful or outdated is not told to its author, nor by what leads to the next page', async () => {
  const { org, dana, mei } = await company()
  const courseId = await published(org, dana, documentOf({ s1: [] }))
  for (const kind of ['useful', 'outdated'] as const)
    await mei.does(talk.reactToCourse, { params: { courseId, kind }, query: { anchor: '' } })
  await world.settle()
  const page = await dana.does(held.listMySignals, { query: { limit: 1 } })
  const rest = await dana.does(held.listMySignals, { query: { limit: 9, after: page.next ?? '' } })
  const all = [...page.items, ...rest.items]
  expect(all.map(({ kind }) => kind).sort()).toEqual(['outdated', 'published', 'useful'])
  expect(all.every(({ other }) => other === null)).toBe(true)
  expect(Buffer.from(page.next ?? '', 'base64url').toString()).not.toContain(mei.id)
  expect((await mei.does(held.listMySignals)).items).toMatchObject([{ other: {} }, { other: {} }])
})
