import { expect, test } from 'vitest'
import { getFeed } from '#feed/contract.ts'
import * as talk from '#learning/talk.contract.ts'
import { raiseNeed, voiceNeed } from '#need/contract.ts'
import { endMembership, returnMember } from '#people/contract.ts'
import { reportMiss } from '#search/contract.ts'
import { documentOf, published } from '#test/course.ts'
import type { Person } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import { leaveDetection } from '../contract.ts'
import {
  closeHandover,
  getKnowledgeMap,
  listHandovers,
  openHandover,
  reopenHandover,
} from '../map.contract.ts'
import { setPurpose } from '../purpose.contract.ts'
import { computeRadar } from '../radar.contract.ts'
import { addTopic, changeTopic, mergeTopic, removeTopic } from '../topic.contract.ts'

const world = openWorld()

/** A company that asks about zero points and thread gauges; Dana answers everybody on zero points, Kofi half of them. */
async function company() {
  const org = await world.organization()
  const admin = await org.admin()
  const lab = await org.group('Lab')
  const dana = await org.person('Dana Reyes', 'learner', lab)
  const kofi = await org.person('Kofi Mensah')
  const others: Person[] = []
  for (const name of ['Ann', 'Ben', 'Cem', 'Dom', 'Eva', 'Fay'])
    others.push(await org.person(name, 'learner', lab))
  const courseId = await published(org, await org.person('Mei Tanaka'), documentOf({ s1: [] }))
  const params = { courseId }
  const ask = async (one: Person, body = 'Which way?') =>
    (await one.does(talk.commentOnCourse, { params, body: { body } })).id
  const answer = (by: Person, parentId: string) =>
    by.does(talk.commentOnCourse, { params, body: { body: 'Left.', parentId } })
  for (const [at, one] of others.entries()) {
    await answer(dana, await ask(one))
    if (at % 2 === 0) await answer(kofi, await ask(one))
  }
  const topic = async (name: string, words: string[] = []) =>
    (await admin.does(addTopic, { body: { name, words } })).id
  const [zero, threads] = [await topic('Zero points', ['zeroing', 'zero']), await topic('Thread gauges')]
  const compute = async () => {
    await admin.does(computeRadar)
    await world.settle()
  }
  await world.settle()
  return { org, admin, lab, dana, kofi, others, courseId, ask, answer, zero, threads, compute }
}

const rowOf = async (who: Person, topicId: string, query: { groupId?: string } = {}) =>
  (await who.does(getKnowledgeMap, { query })).items.find(({ topic }) => topic.id === topicId)

test('needs, voices, questions without an answer and searches in vain stand beside those who know the topic', async () => {
  const { org, admin, others, ask, zero, threads, compute } = await company()
  const [ann, ben, cem] = others as [Person, Person, Person]
  const body = { title: 'Which thread gauges wear?', details: '', groupId: org.root }
  const { id: needId } = await ann.does(raiseNeed, { body })
  await ben.does(voiceNeed, { params: { needId } })
  await ask(cem, 'How often?')
  await ask(cem, 'A remark, and no question.')
  for (const one of [ann, ben, cem]) await one.does(reportMiss, { body: { words: 'thread gauges  M6' } })
  await compute()
  expect(await rowOf(admin, threads)).toMatchObject({
    ...{ needs: 1, voices: 1, questions: 0, searches: 3, courses: 0 },
    ...{ experts: 0, leaders: 0, hangsOn: null },
  })
  expect(await rowOf(admin, zero)).toMatchObject({
    needs: 0,
    questions: 1,
    courses: 1,
    experts: 2,
    searches: 0,
  })
  const [first] = (await admin.does(getKnowledgeMap)).items
  expect(first?.topic.name).toBe('Thread gauges')
})

test('a question is unanswered until somebody else answers it, and again when that is taken away', async () => {
  const { admin, others, ask, answer, kofi, zero, courseId, compute } = await company()
  const [ann] = others as [Person]
  await compute()
  const id = await ask(ann, 'How often?')
  expect((await rowOf(admin, zero))?.questions).toBe(1)
  await answer(ann, id)
  expect((await rowOf(admin, zero))?.questions).toBe(1)
  const { id: commentId } = await answer(kofi, id)
  expect((await rowOf(admin, zero))?.questions).toBe(0)
  await kofi.does(talk.removeCourseComment, { params: { courseId, commentId } })
  expect((await rowOf(admin, zero))?.questions).toBe(1)
})

test('what was looked for is kept once a day each, as nobody’s, and only where there is nothing to find', async () => {
  const { org, admin, others, threads, compute } = await company()
  const [ann, ben, cem, dom] = others as [Person, Person, Person, Person]
  for (let times = 0; times < 3; times += 1) await ann.does(reportMiss, { body: { words: 'Thread Gauges' } })
  await ben.does(reportMiss, { body: { words: 'zx' } })
  await ben.does(reportMiss, { body: { words: 'Dana Reyes' } })
  const kept = await world.stored<{ words: string; asker: string }>(org.id, 'select * from search_misses')
  expect(kept.map(({ words }) => words)).toEqual(['thread gauges'])
  expect(JSON.stringify(kept)).not.toContain(ann.id)
  // One or two are not told; three are.
  expect((await rowOf(admin, threads))?.searches).toBeNull()
  for (const one of [ben, cem]) await one.does(reportMiss, { body: { words: 'thread gauges' } })
  expect((await rowOf(admin, threads))?.searches).toBe(3)
  // Words of no topic are told once three people looked for them, and become a topic's when it is named.
  for (const one of [ann, ben]) await one.does(reportMiss, { body: { words: 'Knurling wheels' } })
  expect((await admin.does(getKnowledgeMap)).unfound).toEqual([])
  await dom.does(reportMiss, { body: { words: 'knurling wheels' } })
  expect((await admin.does(getKnowledgeMap)).unfound).toEqual([{ words: 'knurling wheels', people: 3 }])
  const { id } = await admin.does(addTopic, { body: { name: 'Knurling', words: ['knurling wheels'] } })
  await compute()
  expect((await admin.does(getKnowledgeMap)).unfound).toEqual([])
  expect((await rowOf(admin, id))?.searches).toBe(3)
  await admin.does(mergeTopic, { params: { topicId: id }, body: { into: threads } })
  expect((await rowOf(admin, threads))?.searches).toBe(4)
  const later = (days: number) => new Date(world.now().getTime() + days * 86_400_000)
  const left = async () =>
    Number((await world.stored<{ n: string }>(org.id, 'select count(*) as n from search_misses'))[0]?.n)
  await world.owner.query('select forget_old_misses($1)', [later(179)])
  expect(await left()).toBe(6)
  await world.owner.query('select forget_old_misses($1)', [later(182)])
  expect(await left()).toBe(0)
})

test('a group has its own map: its needs and those in it who know; who looks on may not', async () => {
  const { org, admin, lab, dana, zero, compute } = await company()
  await compute()
  expect(await rowOf(admin, zero, { groupId: lab })).toMatchObject({ experts: 1, searches: null })
  const manager = await org.person('Mara Lind', 'manager', lab)
  expect((await manager.does(getKnowledgeMap)).groups).toEqual([{ id: lab, name: 'Lab' }])
  expect(await manager.isRefused(getKnowledgeMap, { query: { groupId: org.root } })).toMatchObject({
    status: 403,
  })
  expect(await dana.isRefused(getKnowledgeMap)).toMatchObject({ code: 'radar.not-yours' })
})

test('a topic hangs on who gives most of the help; on nobody where two share it', async () => {
  const { org, admin, dana, kofi, others, ask, answer, zero, compute } = await company()
  await compute()
  expect((await rowOf(admin, zero))?.hangsOn).toMatchObject({ id: dana.id })
  // What Kofi does for others elsewhere has a part in his score there, and takes nothing off what hangs on Dana.
  await org.as(({ db }) =>
    db.updateTable('topicExpertise').set({ score: 1000 }).where('memberId', '=', kofi.id).execute(),
  )
  expect((await rowOf(admin, zero))?.hangsOn).toMatchObject({ id: dana.id })
  for (const one of others) await answer(kofi, await ask(one))
  await world.settle()
  await compute()
  expect((await rowOf(admin, zero))?.hangsOn).toBeNull()
  await kofi.does(leaveDetection)
  expect((await rowOf(admin, zero))?.hangsOn).toMatchObject({ id: dana.id })
})

test('when that person leaves, those who answer for their group are told, and say who takes over', async () => {
  const { org, admin, lab, dana, kofi, zero, compute } = await company()
  const manager = await org.person('Mara Lind', 'manager', lab)
  await compute()
  await admin.does(endMembership, { params: { memberId: dana.id } })
  await world.settle()
  const story = (await manager.does(getFeed)).items.find(({ kind }) => kind === 'handover.opened')
  expect(story?.data).toMatchObject({ name: 'Dana Reyes', topic: 'Zero points', why: 'left' })
  const { items } = await manager.does(listHandovers)
  expect(items).toMatchObject([
    {
      member: { id: dana.id },
      topic: { id: zero },
      why: 'left',
      openedBy: null,
      proposals: [{ id: kofi.id }],
    },
  ])
  const params = { handoverId: items[0]?.id ?? '' }
  const without = { params, body: { successorId: null, note: '' } }
  expect(await manager.isRefused(closeHandover, without)).toMatchObject({ status: 422 })
  const same = { params, body: { successorId: dana.id, note: '' } }
  expect(await manager.isRefused(closeHandover, same)).toMatchObject({ code: 'handover.same' })
  const body = { successorId: kofi.id, note: 'He knows the bench.' }
  const closed = await manager.does(closeHandover, { params, body })
  expect(closed.closed).toMatchObject({ by: { id: manager.id }, successor: { id: kofi.id } })
  expect(await manager.isRefused(closeHandover, { params, body })).toMatchObject({ code: 'handover.closed' })
  await world.settle()
  const told = (await kofi.does(getFeed)).items.find(({ kind }) => kind === 'handover.closed')
  expect(told?.data).toMatchObject({ topic: 'Zero points', words: 'He knows the bench.' })
  expect((await manager.does(listHandovers)).items).toEqual([])
  await manager.does(reopenHandover, { params })
  expect(await manager.isRefused(reopenHandover, { params })).toMatchObject({ code: 'handover.not-closed' })
  expect((await manager.does(listHandovers)).items).toHaveLength(1)
  // Whoever comes back has nothing to hand over.
  await admin.does(returnMember, { params: { memberId: dana.id } })
  await world.settle()
  expect((await manager.does(listHandovers)).items).toEqual([])
})

test('who is leaving says so, or those who see what is found out about them do, once', async () => {
  const { org, admin, dana, kofi, zero, compute } = await company()
  await compute()
  const body = { memberId: dana.id, topicId: zero }
  expect(await kofi.isRefused(openHandover, { body })).toMatchObject({ code: 'radar.not-yours' })
  const { id, openedBy } = await dana.does(openHandover, { body })
  expect(openedBy?.id).toBe(dana.id)
  const isLeaving = async () =>
    (await admin.does(getKnowledgeMap)).items.find(({ topic }) => topic.id === zero)?.isLeaving
  expect(await isLeaving()).toBe(true)
  expect(await admin.isRefused(openHandover, { body })).toMatchObject({ code: 'handover.open' })
  const settle = (who: Person) => ({ params: { handoverId: id }, body: { successorId: who.id, note: '' } })
  expect(await kofi.isRefused(closeHandover, settle(kofi))).toMatchObject({ status: 404 })
  const gone = await org.person('Gone Already')
  await admin.does(endMembership, { params: { memberId: gone.id } })
  expect(await admin.isRefused(closeHandover, settle(gone))).toMatchObject({ status: 404 })
  await dana.does(closeHandover, settle(kofi))
  expect(await isLeaving()).toBe(false)
  await dana.does(openHandover, { body })
  expect(await dana.isRefused(reopenHandover, { params: { handoverId: id } })).toMatchObject({
    code: 'handover.open',
  })
})

test('a topic that is taken away takes its hand-overs along; a renamed one is called anew', async () => {
  const { admin, dana, zero, compute } = await company()
  await compute()
  await dana.does(openHandover, { body: { memberId: dana.id, topicId: zero } })
  await admin.does(changeTopic, { params: { topicId: zero }, body: { name: 'Zeroing', words: [] } })
  expect((await admin.does(listHandovers)).items).toMatchObject([{ topic: { name: 'Zeroing' } }])
  await admin.does(removeTopic, { params: { topicId: zero } })
  expect((await admin.does(listHandovers)).items).toEqual([])
})

test('where detection is off nothing hangs on anybody, and what was found out about it is gone', async () => {
  const { org, admin, dana, zero, compute } = await company()
  await compute()
  await admin.does(endMembership, { params: { memberId: dana.id } })
  await world.settle()
  const decision = { isOn: false, legalNote: '', keepDays: 90, seenBy: 'managers' as const }
  await admin.does(setPurpose, { params: { purpose: 'detection' }, body: decision })
  await world.settle()
  const map = await admin.does(getKnowledgeMap)
  expect(map.isOn).toBe(false)
  expect(map.items.every(({ experts, hangsOn }) => experts === 0 && hangsOn === null)).toBe(true)
  expect(await world.stored(org.id, 'select * from handovers')).toEqual([])
  const body = { memberId: admin.id, topicId: zero }
  expect(await admin.isRefused(openHandover, { body })).toMatchObject({ code: 'handover.off' })
})
