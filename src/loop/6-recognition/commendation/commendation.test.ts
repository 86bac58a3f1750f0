import { expect, test } from 'vitest'
import { getFeed } from '#feed/contract.ts'
import { setPurpose } from '#leader/purpose.contract.ts'
import * as learning from '#learning/contract.ts'
import * as talk from '#learning/talk.contract.ts'
import { changeMember } from '#people/contract.ts'
import { blockId, documentOf, published, truth, words } from '#test/course.ts'
import type { Person } from '#test/organization.ts'
import { approve, room, say } from '#test/reviewing.ts'
import { openWorld } from '#test/world.ts'
import { giveVerdict, makeFinding, resolveFinding } from '#validation/contract.ts'
import * as commendations from '../commendation.contract.ts'
import { giveKudos, listKudos, withdrawKudos } from '../contract.ts'
import { listUnthanked } from './reminders.ts'

const world = openWorld()
const reason = 'You taught half the lab to zero a gauge.'

/** Dana wrote a course that some learned from and said so of; Mira manages the lab, Omar leads elsewhere. */
async function lab({ learners = 3 } = {}) {
  const org = await world.organization()
  const group = await org.group('Lab')
  const [admin, mira, dana, omar] = [
    await org.admin(),
    await org.person('Mira Holt', 'manager', group),
    await org.person('Dana Reyes', 'learner', group),
    await org.person('Omar Said', 'leader', await org.group('Sales')),
  ]
  const courseId = await published(
    org,
    dana,
    documentOf({ s1: [words('w1', 'Zero it'), truth('q1')] }),
    group,
  )
  const people = []
  for (let n = 0; n < learners; n += 1) {
    const mei = await org.person(`Mei ${n}`, 'learner', group)
    await mei.does(learning.startCourse, { params: { courseId } })
    const kind = n === 0 ? ('outdated' as const) : ('useful' as const)
    await mei.does(talk.reactToCourse, { params: { courseId, kind }, query: { anchor: 'w1AAAAAAAAAA' } })
    people.push(mei)
  }
  await world.settle()
  const params = { memberId: dana.id }
  return { org, group, admin, mira, dana, omar, courseId, people, params }
}

const commend = (toId: string, more: object = {}) => ({
  body: { toIds: [toId], reason, isCommendation: true, ...more },
})
const due = async (who: Person) =>
  (await who.does(commendations.listUnthanked)).items.map(({ member, ...did }) => ({
    ...did,
    who: member.name,
  }))

test('a manager is given what somebody of theirs did as a beginning; whoever leads others only is not', async () => {
  const { mira, dana, omar, people, params } = await lab()
  const { can, suggestion } = await mira.does(commendations.getCommendation, { params })
  expect(can).toEqual({ commend: true })
  expect(suggestion?.deeds).toEqual({
    ...{ courses: 1, learners: 3, useful: { percent: 67, people: 3 }, accepted: 0, reviews: 0, findings: 0 },
  })
  expect(suggestion?.text).toBe(
    'Dana Reyes: a course published, 3 people who learned from it, 67 % found it useful.',
  )
  for (const who of [omar, people[0], dana])
    expect(await who?.does(commendations.getCommendation, { params })).toEqual({
      ...{ can: { commend: false }, suggestion: null },
    })
})

test('how useful it was is not told where fewer said so than are told of anywhere', async () => {
  const { mira, params } = await lab({ learners: 2 })
  const { suggestion } = await mira.does(commendations.getCommendation, { params })
  expect(suggestion?.deeds.useful).toBeNull()
  expect(suggestion?.text).not.toContain('%')
})

test('the beginning is in the reader’s language, and says what came since the last commendation', async () => {
  const { mira, dana, params } = await lab()
  await mira.does(changeMember, { params: { memberId: mira.id }, body: { locale: 'fr' } })
  const before = await mira.does(commendations.getCommendation, { params })
  expect(before.suggestion?.text).toContain('un cours publié')
  world.pass({ minutes: 1 })
  await mira.does(giveKudos, commend(dana.id))
  world.pass({ minutes: 1 })
  const after = await mira.does(commendations.getCommendation, { params })
  expect(after.suggestion).toMatchObject({ text: '', deeds: { courses: 0, learners: 0 } })
})

test('only who leads or manages a group of each commends them; a commendation says that it is one, until it is taken back', async () => {
  const { org, mira, dana, omar, people } = await lab()
  for (const who of [omar, people[0]])
    expect(await who?.isRefused(giveKudos, commend(dana.id))).toMatchObject({ code: 'kudos.not-superior' })
  expect(
    await mira.isRefused(giveKudos, { body: { ...commend(dana.id).body, toIds: [dana.id, omar.id] } }),
  ).toMatchObject({ code: 'kudos.not-superior' })
  expect(await org.countFacts('kudos.given')).toBe(0)
  const { id, isCommendation } = await mira.does(giveKudos, commend(dana.id))
  expect(isCommendation).toBe(true)
  await world.settle()
  const { items } = await dana.does(getFeed, { query: { only: 'personal' } })
  expect(items[0]).toMatchObject({ kind: 'kudos.given', data: { isCommendation: true, reason } })
  const signals = () =>
    world.stored<{ helperId: string; helpedId: string }>(
      org.id,
      "select helper_id, helped_id from signals where kind = 'commended'",
    )
  expect(await signals()).toEqual([{ helperId: dana.id, helpedId: mira.id }])
  await mira.does(withdrawKudos, { params: { kudosId: id } })
  await world.settle()
  expect(await signals()).toEqual([])
  expect((await dana.does(listKudos, { query: { toId: dana.id } })).items).toEqual([])
})

test('who helped and was not thanked since is told to who leads them, until somebody thanks them or it is put off', async () => {
  const { org, group, mira, dana, omar, people } = await lab()
  expect(await due(mira)).toMatchObject([{ who: 'Dana Reyes', courses: 1, thankedAt: null }])
  for (const who of [omar, dana, ...people]) expect(await due(who)).toEqual([])

  const params = { memberId: dana.id }
  await mira.does(commendations.putOffCommendation, { params })
  expect(await due(mira)).toEqual([])
  await mira.does(commendations.recallCommendation, { params })
  expect(await due(mira)).toHaveLength(1)
  await mira.does(commendations.putOffCommendation, { params })
  expect(await omar.isRefused(commendations.putOffCommendation, { params })).toMatchObject({
    code: 'kudos.not-superior',
  })
  world.pass({ days: 31 })
  const later = { id: mira.id, name: mira.name, locale: 'en', session: null }
  const grants = [{ on: group, role: 'manager', private: false }]
  const { items } = await org.as((scope) => listUnthanked({ ...scope, actor: { ...later, grants } }))
  expect(items).toMatchObject([{ member: { name: 'Dana Reyes' } }])
})

test('private thanks that somebody else gave are known to nobody who leads', async () => {
  const { mira, dana, people } = await lab()
  world.pass({ minutes: 1 })
  await people[0]?.does(giveKudos, { body: { toIds: [dana.id], reason, isPrivate: true } })
  expect(await due(mira)).toMatchObject([{ who: 'Dana Reyes', thankedAt: null }])
  await people[0]?.does(giveKudos, { body: { toIds: [dana.id], reason } })
  expect(await due(mira)).toEqual([])
})

test('nobody is reminded of anybody where detection is switched off', async () => {
  const { admin, mira } = await lab()
  const decision = { isOn: false, legalNote: 'Agreement of May', keepDays: 90, seenBy: 'managers' as const }
  await admin.does(setPurpose, { params: { purpose: 'detection' }, body: decision })
  await world.settle()
  expect(await due(mira)).toEqual([])
})

test('what was read in a blind round is neither told nor reminded of', async () => {
  const { org, lab: group, admin, priya, kofi, ask } = await room(world)
  await say(admin, group, { approvals: 2, isBlind: true, approvers: ['reviewers'] })
  const params = { reviewId: await ask() }
  for (const who of [priya, kofi]) await who.does(giveVerdict, { params, ...approve })
  await world.settle()
  expect(await org.countFacts('review.given')).toBe(2)
  for (const { id: memberId } of [priya, kofi]) {
    const { suggestion } = await admin.does(commendations.getCommendation, { params: { memberId } })
    expect(suggestion?.deeds.reviews).toBe(0)
  }
  expect(await due(admin)).toMatchObject([{ who: 'Dana Reyes', courses: 1, reviews: 0 }])
})

test('what was read in the open is, and so are remarks that the author took up', async () => {
  const { admin, dana, priya, ask } = await room(world)
  const params = { reviewId: await ask(priya.id) }
  const finding = { blockId: blockId('w1'), severity: 'note' as const, body: 'Say where this is from.' }
  const { id: findingId } = await priya.does(makeFinding, { params, body: finding })
  await priya.does(giveVerdict, { params, ...approve })
  await dana.does(resolveFinding, { params: { findingId }, body: { resolution: 'accepted' } })
  await world.settle()
  expect(await due(admin)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ who: 'Priya Nair', reviews: 1, findings: 1, accepted: 0 }),
    ]),
  )
  const { suggestion } = await admin.does(commendations.getCommendation, { params: { memberId: priya.id } })
  expect(suggestion?.deeds).toMatchObject({ reviews: 1, findings: 1, accepted: 0 })
})
