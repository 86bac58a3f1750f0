import { expect, test } from 'vitest'
import { retireCourse } from '#course/contract.ts'
import * as needs from '#need/contract.ts'
import { changeGroup } from '#people/contract.ts'
import { giveKudos, withdrawKudos } from '#recognition/contract.ts'
import { documentOf, published } from '#test/course.ts'
import type { Person } from '#test/organization.ts'
import { whole } from '#test/setup/whole-list.ts'
import { openWorld } from '#test/world.ts'
import { answerAsked, askExperts } from '../asking.contract.ts'
import { claimNeed, getMyDetection, leaveDetection, releaseNeed, returnToDetection } from '../contract.ts'
import { endorse, getProfile, removeProfile, setProfile, unendorse } from '../expert.contract.ts'
import * as held from '../held-lists.contract.ts'
import { closeHandover, openHandover, reopenHandover } from '../map.contract.ts'
import { addTopic } from '../topic.contract.ts'

const world = openWorld()

async function company() {
  const org = await world.organization()
  const [admin, dana, mei] = [
    await org.admin(),
    await org.person('Dana Reyes', 'leader'),
    await org.person('Mei Tanaka'),
  ]
  const topic = await admin.does(addTopic, { body: { name: 'Torque', words: ['torque transducer'] } })
  const raise = (who: Person, title: string, groupId = org.root) =>
    who.does(needs.raiseNeed, { body: { title, details: '', groupId } })
  return { org, admin, dana, mei, topic, raise }
}

test('one reads every trace of what one knows, with its topics, and a link to what still stands', async () => {
  const { org, admin, dana, mei, raise, topic } = await company()
  const courseId = await published(org, dana, documentOf({ s1: [] }))
  const need = await raise(mei, 'Reading a torque transducer')
  await dana.does(claimNeed, { params: { needId: need.id } })
  const thanks = await mei.does(giveKudos, {
    body: { toIds: [dana.id], reason: 'For the good question' },
  })
  await world.settle()
  expect(await whole(dana, held.listMyEvidence)).toMatchObject([
    { kind: 'thanked', about: { subject: 'thanks', words: 'For the good question' }, topics: [] },
    {
      kind: 'claimed',
      about: { subject: 'need', subjectId: need.id, isThere: true },
      topics: [{ id: topic.id, name: 'Torque' }],
    },
    { kind: 'published', about: { subject: 'course', subjectId: courseId, isThere: true } },
  ])
  for (const who of [mei, admin]) expect(await whole(who, held.listMyEvidence)).toEqual([])
  await mei.does(withdrawKudos, { params: { kudosId: thanks.id } })
  await world.settle()
  expect(await whole(dana, held.listMyEvidence)).toHaveLength(2)
  await dana.does(leaveDetection)
  expect(await whole(dana, held.listMyEvidence)).toEqual([])
})

test('a trace on what one may not see any more is told without what it is on, and one on what is gone without a way there', async () => {
  const { org, admin, dana, mei } = await company()
  const lab = await org.group('Lab')
  const body = { title: 'Zeroing a gauge', details: '', groupId: lab }
  const need = await admin.does(needs.raiseNeed, { body })
  await mei.does(claimNeed, { params: { needId: need.id } })
  const courseId = await published(org, dana, documentOf({ s1: [] }))
  const toMei = { toIds: [mei.id], reason: 'For the help with this', courseId }
  await dana.does(giveKudos, { body: toMei })
  await world.settle()
  await dana.does(retireCourse, { params: { courseId } })
  await admin.does(changeGroup, { params: { groupId: lab }, body: { private: true } })
  const told = await whole(mei, held.listMyEvidence)
  const gone = { subjectId: courseId, isThere: false }
  expect(told).toMatchObject([
    { kind: 'thanked', about: gone },
    { kind: 'claimed', about: null, topics: [] },
  ])
  // What one made oneself one may look at still.
  expect(await whole(dana, held.listMyEvidence)).toMatchObject([{ about: { ...gone, isThere: true } }])
  const had = await whole(mei, held.listMyAskings)
  expect(had).toMatchObject([{ kind: 'claimed', need: null }])
  expect(JSON.stringify([told, had])).not.toContain(need.id)
})

test('one reads about which needs one was asked, asked others, or took on, and what one said', async () => {
  const { dana, mei, admin, raise } = await company()
  const asked = await raise(mei, 'Reading a torque transducer')
  const taken = await raise(mei, 'Zeroing a gauge')
  const at = { params: { needId: asked.id } }
  await mei.does(askExperts, { ...at, body: { firstId: dana.id } })
  await dana.does(answerAsked, { ...at, body: { answer: 'helping' } })
  await dana.does(claimNeed, { params: { needId: taken.id } })
  await dana.does(releaseNeed, { params: { needId: taken.id } })
  expect(await whole(dana, held.listMyAskings)).toMatchObject([
    {
      kind: 'claimed',
      need: { id: taken.id },
      askedBy: null,
      answer: 'released',
      answeredAt: expect.any(String),
    },
    {
      kind: 'asked',
      need: { id: asked.id, title: 'Reading a torque transducer' },
      askedBy: { id: mei.id },
      answer: 'helping',
    },
  ])
  expect(await whole(mei, held.listMyAskings)).toMatchObject([
    { kind: 'asks', need: { id: asked.id }, askedBy: null, answer: null },
  ])
  expect(await whole(admin, held.listMyAskings)).toEqual([])
})

test('one reads who said what one can help with, and of whom one said so, until it is taken back', async () => {
  const { dana, mei, admin, topic } = await company()
  const say = (who: Person) =>
    who.does(setProfile, {
      body: {
        helpsWith: 'Torque',
        topicIds: [topic.id],
        languages: ['en'],
        availability: 'open',
        until: null,
      },
    })
  await say(dana)
  await say(mei)
  const of = (who: Person) => ({ params: { memberId: who.id, topicId: topic.id } })
  await mei.does(endorse, of(dana))
  await dana.does(endorse, of(mei))
  const other = (who: Person) => ({ id: who.id })
  expect(await whole(dana, held.listMyEndorsements)).toMatchObject([
    { mine: true, other: other(mei), topic: { name: 'Torque' } },
    { mine: false, other: other(mei), topic: { name: 'Torque' } },
  ])
  expect(await whole(admin, held.listMyEndorsements)).toEqual([])
  await mei.does(unendorse, of(dana))
  expect(await whole(dana, held.listMyEndorsements)).toMatchObject([{ mine: true }])
  await mei.does(removeProfile)
  expect(await whole(dana, held.listMyEndorsements)).toEqual([])
  await dana.does(removeProfile)
  expect((await admin.does(getProfile, { params: { memberId: mei.id } })).profile).toBeNull()
})

test('whoever takes no part is not named as having said what one can help with, nor is the moment told', async () => {
  const { org, dana, mei, topic } = await company()
  const kofi = await org.person('Kofi Mensah')
  const body = { helpsWith: 'Torque', topicIds: [topic.id], languages: ['en' as const] }
  await dana.does(setProfile, { body: { ...body, availability: 'open', until: null } })
  for (const who of [mei, kofi]) await who.does(endorse, { params: { memberId: dana.id, topicId: topic.id } })
  await mei.does(leaveDetection)
  await kofi.does(leaveDetection)
  const day = `${world.now().toISOString().slice(0, 10)}T00:00:00.000Z`
  const told = await whole(dana, held.listMyEndorsements)
  expect(told).toMatchObject([1, 2].map(() => ({ mine: false, other: null, at: day })))
  const { next } = await dana.does(held.listMyEndorsements, { query: { limit: 1 } })
  for (const { id } of [mei, kofi])
    expect(JSON.stringify(told) + Buffer.from(next ?? '', 'base64url')).not.toContain(id)
})

test('one reads what one hands over and why, and who takes over reads from whom, as long as it stands', async () => {
  const { admin, dana, mei, topic } = await company()
  const { id } = await admin.does(openHandover, { body: { memberId: dana.id, topicId: topic.id } })
  const at = { params: { handoverId: id } }
  const opened = { why: 'leaving', by: { name: 'Ada Winter' } }
  expect(await whole(dana, held.listMyHandovers)).toMatchObject([{ id, mine: true, opened, closed: null }])
  expect(await whole(mei, held.listMyHandovers)).toEqual([])
  await admin.does(closeHandover, { ...at, body: { successorId: mei.id, note: 'Agreed in May' } })
  const closed = { by: { name: 'Ada Winter' }, successor: { id: mei.id }, note: 'Agreed in May' }
  expect(await whole(dana, held.listMyHandovers)).toMatchObject([{ mine: true, opened, closed }])
  expect(await whole(mei, held.listMyHandovers)).toMatchObject([
    { mine: false, member: { id: dana.id }, topic: { name: 'Torque' }, opened: null, closed },
  ])
  expect(await whole(admin, held.listMyHandovers)).toEqual([])
  await admin.does(reopenHandover, at)
  expect(await whole(mei, held.listMyHandovers)).toEqual([])
})

test('one reads when one took no part, after one does again', async () => {
  const { dana } = await company()
  await dana.does(leaveDetection)
  await dana.does(returnToDetection)
  expect(await dana.does(getMyDetection)).toMatchObject({
    ...{ absentSince: null, absentBefore: { since: expect.any(String), until: expect.any(String) } },
  })
})
