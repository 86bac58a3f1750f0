import { expect, test } from 'vitest'
import { retireCourse } from '#course/contract.ts'
import * as needs from '#need/contract.ts'
import { changeGroup } from '#people/contract.ts'
import type { Endpoint } from '#platform/http/endpoint'
import { giveKudos, withdrawKudos } from '#recognition/contract.ts'
import { documentOf, published } from '#test/course.ts'
import type { Person } from '#test/organization.ts'
import { answer, eightOf } from '#test/setup/surveys.ts'
import { openWorld } from '#test/world.ts'
import { answerAsked, askExperts } from '../asking.contract.ts'
import { claimNeed, getMyDetection, leaveDetection, releaseNeed, returnToDetection } from '../contract.ts'
import { endorse, getProfile, removeProfile, setProfile, unendorse } from '../expert.contract.ts'
import * as held from '../held-lists.contract.ts'
import { closeHandover, openHandover, reopenHandover } from '../map.contract.ts'
import { closeSurvey, declineSurvey } from '../survey.contract.ts'
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

type List = Endpoint & { returns: typeof held.listMyEvidence.returns }

/** What a list holds, read in pages of one, which is what it holds when it is read at once. */
async function whole<E extends Endpoint>(who: Person, list: E) {
  const read = (query: object) => who.does(list as unknown as List, { query } as never)
  const all: unknown[] = []
  for (let after: string | null = ''; after !== null; ) {
    const page: Awaited<ReturnType<typeof read>> = await read({ limit: 1, ...(after && { after }) })
    all.push(...page.items)
    after = page.next
  }
  expect((await read({ limit: 100 })).items).toEqual(all)
  return all
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

test('one reads in which surveys one was asked and what one said, until nobody reads it any more', async () => {
  const { lena, people, open } = await eightOf(world)
  const [ann, ben, cem] = people
  const survey = await open()
  await answer(ann, survey, [ben, 'Torque'], [cem])
  await cem.does(declineSurvey, { params: { surveyId: survey.id } })
  const about = { surveyId: survey.id, group: { name: 'Torque' }, openedBy: { id: lena.id }, isOpen: true }
  const namings = [
    { member: { id: ben.id, name: 'Ben Bauer' }, topic: 'Torque' },
    { member: { id: cem.id }, topic: '' },
  ]
  expect(await whole(ann, held.listMyInvitations)).toMatchObject([
    { ...about, answeredAt: expect.any(String), declinedAt: null, namings },
  ])
  expect(await whole(cem, held.listMyInvitations)).toMatchObject([
    { answeredAt: null, declinedAt: expect.any(String), namings: [] },
  ])
  const bens = await whole(ben, held.listMyInvitations)
  expect(bens).toMatchObject([{ answeredAt: null, declinedAt: null, namings: [] }])
  expect(JSON.stringify(bens)).not.toContain(ann.id)
  expect(await whole(lena, held.listMyInvitations)).toEqual([])
  await lena.does(closeSurvey, { params: { surveyId: survey.id } })
  expect(await whole(ann, held.listMyInvitations)).toMatchObject([
    { isOpen: false, answeredAt: expect.any(String), namings: [] },
  ])
  await ann.does(leaveDetection)
  expect(await whole(ann, held.listMyInvitations)).toEqual([])
})

/** The first of some people of whom something holds. */
async function firstOf(people: readonly Person[], holds: (who: Person) => Promise<boolean>): Promise<Person> {
  for (const who of people) if (await holds(who)) return who
  throw new Error('It holds of nobody.')
}

test('whom a survey asked because somebody named them reads the day of it, and not the wave', async () => {
  const { people, open } = await eightOf(world)
  const survey = await open(undefined, { firstAsked: 'third' })
  const isAsked = async (who: Person) => (await whole(who, held.listMyInvitations)).length > 0
  const [first, named] = [
    await firstOf(people, isAsked),
    await firstOf(people, async (who) => !(await isAsked(who))),
  ]
  await answer(first, survey, [named])
  const [told] = await whole(named, held.listMyInvitations)
  expect(told).toMatchObject({ askedAt: expect.stringMatching(/T00:00:00.000Z$/) })
  expect(Object.keys(told as object)).not.toContain('wave')
  expect(JSON.stringify(told)).not.toContain(first.id)
})

test('one reads when one took no part, after one does again', async () => {
  const { dana } = await company()
  await dana.does(leaveDetection)
  await dana.does(returnToDetection)
  expect(await dana.does(getMyDetection)).toMatchObject({
    ...{ absentSince: null, absentBefore: { since: expect.any(String), until: expect.any(String) } },
  })
})
