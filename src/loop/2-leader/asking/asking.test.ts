import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { getFeed } from '#feed/contract.ts'
import { closeNeed, raiseNeed } from '#need/contract.ts'
import { endMembership } from '#people/contract.ts'
import { documentOf, published } from '#test/course.ts'
import type { Organization, Person } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import { answerAsked, askExperts, getAsking, listMyAsked } from '../asking.contract.ts'
import { claimNeed } from '../contract.ts'
import { setProfile } from '../expert.contract.ts'
import { addTopic } from '../topic.contract.ts'

const world = openWorld()

/** A company of eleven who say they can help with torque, and Mei, who asks. */
async function company() {
  const org = await world.organization()
  const admin = await org.admin()
  const mei = await org.person('Mei Tanaka')
  const { id: torque } = await admin.does(addTopic, { body: { name: 'Torque', words: [] } })
  const experts: Person[] = []
  for (let at = 0; at < 11; at += 1) {
    const one = await org.person(`Expert ${at}`)
    await says(one, torque)
    experts.push(one)
  }
  const raise = async (title = 'Which torque transducer fits?', groupId = org.root) => {
    const { id } = await mei.does(raiseNeed, { body: { title, details: '', groupId } })
    await world.settle()
    return { params: { needId: id } }
  }
  return { org, admin, mei, torque, experts, raise }
}

const says = (who: Person, topicId: string, availability: 'open' | 'busy' | 'away' = 'open') =>
  who.does(setProfile, {
    body: { helpsWith: 'Torque', topicIds: [topicId], languages: ['en'], availability, until: null },
  })

const first = { firstId: null }
const askedIn = async (who: Person, at: { params: { needId: string } }) =>
  (await who.does(getAsking, at)).asking?.asked.map(({ member, answer }) => [member.name, answer]) ?? []

/** The circle of a need is widened as if its time had come. */
async function widen(org: Organization, { params: { needId } }: { params: { needId: string } }) {
  await org.as(({ db, now }) =>
    sql`update askings set widens_at = ${now} where org_id = ${org.id} and need_id = ${needId}
      and widens_at is not null`.execute(db),
  )
  await world.cairn.tasks['widen-asking']?.({ org: org.id, needId })
  await world.settle()
}

test('the three who most likely know are asked, told, and answer; whoever asked hears who can help', async () => {
  const { org, mei, experts, raise } = await company()
  const at = await raise()
  expect(await mei.does(getAsking, at)).toEqual({ asking: null, can: { ask: true, answer: false } })
  const { asking, can } = await mei.does(askExperts, { ...at, body: first })
  expect([asking?.asked.length, can.ask]).toEqual([3, false])
  const asked = experts.filter(({ id }) => asking?.asked.some(({ member }) => member.id === id))
  await world.settle()
  const [one] = asked as [Person]
  expect((await one.does(getFeed)).items[0]).toMatchObject({
    kind: 'expert.asked',
    data: { name: 'Mei Tanaka' },
  })
  expect((await one.does(listMyAsked)).items).toMatchObject([
    { needId: at.params.needId, askedBy: { id: mei.id } },
  ])
  const helping = await one.does(answerAsked, { ...at, body: { answer: 'helping' } })
  expect(helping.asking?.asked.map(({ answer }) => answer)).toContain('helping')
  expect((await one.does(listMyAsked)).items).toEqual([])
  await world.settle()
  expect((await mei.does(getFeed)).items.some(({ kind }) => kind === 'expert.answered')).toBe(true)
  // Nobody more is asked once somebody can help.
  await widen(org, at)
  expect(await askedIn(mei, at)).toHaveLength(3)
})

test('whoever has more to answer is asked later, who is busy too, who is away not at all', async () => {
  const { mei, experts, torque, raise } = await company()
  const [one, two, three, four] = experts as [Person, Person, Person, Person]
  for (const other of experts.slice(4)) await says(other, torque, 'away')
  await says(four, torque, 'busy')
  const before = await raise()
  await mei.does(askExperts, { ...before, body: first })
  expect((await askedIn(mei, before)).map(([name]) => name).sort()).toEqual(
    [one, two, three].map((_, at) => `Expert ${at}`),
  )
  // The three have one each to answer: the one who is busy comes level with them, and first by none.
  await one.does(answerAsked, { ...before, body: { answer: 'passed' } })
  const after = await raise('Which torque wrench fits?')
  await mei.does(askExperts, { ...after, body: first })
  const names = (await askedIn(mei, after)).map(([name]) => name)
  expect(names[0]).toBe('Expert 0')
  expect(names).not.toContain('Expert 5')
})

test('passing it on asks the next best; saying it twice asks nobody more; one may change one’s mind', async () => {
  const { org, mei, experts, raise } = await company()
  const at = await raise()
  await mei.does(askExperts, { ...at, body: first })
  const names = (await askedIn(mei, at)).map(([name]) => name)
  const one = experts.find((_, index) => names[0] === `Expert ${index}`) as Person
  for (let times = 0; times < 2; times += 1)
    await one.does(answerAsked, { ...at, body: { answer: 'passed' } })
  expect(await askedIn(mei, at)).toHaveLength(4)
  await one.does(answerAsked, { ...at, body: { answer: 'helping' } })
  expect((await askedIn(mei, at)).filter(([, answer]) => answer === 'helping')).toEqual([
    [names[0], 'helping'],
  ])
  const facts = await world.stored(
    org.id,
    `select * from facts where type in ('expert.asked', 'expert.answered')`,
  )
  expect(facts).toHaveLength(4)
})

test('while nobody can help more are asked: five, then those who lead the group, then nobody; each once', async () => {
  const { org, mei, raise } = await company()
  const lena = await org.person('Lena Vogt', 'manager')
  const at = await raise()
  await mei.does(askExperts, { ...at, body: first })
  await widen(org, at)
  expect(await askedIn(mei, at)).toHaveLength(8)
  await widen(org, at)
  const all = await askedIn(mei, at)
  expect(all).toHaveLength(9)
  expect(all.map(([name]) => name)).toContain('Lena Vogt')
  expect((await mei.does(getAsking, at)).asking?.widensAt).toBeNull()
  await widen(org, at)
  expect(await askedIn(mei, at)).toEqual(all)
  expect((await lena.does(listMyAsked)).items).toHaveLength(1)
})

test('before its time the circle does not widen, nor where the need is closed or somebody took it on', async () => {
  const { org, mei, experts, raise } = await company()
  const [one] = experts as [Person]
  const [at, closed, claimed] = [
    await raise(),
    await raise('What is torque?'),
    await raise('Why torque drifts'),
  ]
  for (const which of [at, closed, claimed]) await mei.does(askExperts, { ...which, body: first })
  await world.cairn.tasks['widen-asking']?.({ org: org.id, needId: at.params.needId })
  expect(await askedIn(mei, at)).toHaveLength(3)
  await mei.does(closeNeed, closed)
  await one.does(claimNeed, claimed)
  for (const which of [closed, claimed]) {
    await widen(org, which)
    expect(await askedIn(mei, which)).toHaveLength(3)
  }
  expect(await mei.isRefused(askExperts, { ...closed, body: first })).toMatchObject({ code: 'need.not-open' })
})

test('where nobody knows it, those who lead the group are asked at once', async () => {
  const { org, mei, raise } = await company()
  await org.person('Lena Vogt', 'manager')
  const at = await raise('Knurling wheels, how?')
  await mei.does(askExperts, { ...at, body: first })
  expect(await askedIn(mei, at)).toEqual([['Lena Vogt', null]])
})

test('what somebody taught counts: who made a course of it is asked first', async () => {
  const { org, mei, raise } = await company()
  const dana = await org.person('Dana Reyes')
  await published(org, dana, documentOf({ s1: [] }))
  await world.settle()
  const at = await raise('Zero it before a torque reading')
  await mei.does(askExperts, { ...at, body: first })
  expect((await askedIn(mei, at)).map(([name]) => name)).toContain('Dana Reyes')
})

test('somebody in particular is asked in any case, unless they may not see it, have left, or are oneself', async () => {
  const { org, admin, mei, raise } = await company()
  const ann = await org.person('Ann Other')
  const at = await raise()
  await mei.does(askExperts, { ...at, body: { firstId: ann.id } })
  expect((await askedIn(mei, at)).map(([name]) => name)).toContain('Ann Other')
  expect(await mei.isRefused(askExperts, { ...at, body: first })).toMatchObject({ code: 'asking.asked' })
  const secret = await org.group('Secret', { private: true })
  await org.grant(mei.id, secret, 'learner')
  const hidden = await raise('Which torque is secret?', secret)
  const code = async (firstId: string) =>
    (await mei.isRefused(askExperts, { ...hidden, body: { firstId } })).code
  expect(await code(ann.id)).toBe('asking.closed-to')
  expect(await code(mei.id)).toBe('asking.oneself')
  await admin.does(endMembership, { params: { memberId: ann.id } })
  expect(await code(ann.id)).toBe('member.not-found')
  // Nobody outside is asked about a need of a private group, nor told of it.
  await mei.does(askExperts, { ...hidden, body: first })
  expect(await askedIn(mei, hidden)).toEqual([])
  expect(await ann.isRefused(getAsking, hidden)).toMatchObject({ status: expect.any(Number) })
})

test('only who was asked answers', async () => {
  const { admin, mei, raise } = await company()
  const at = await raise()
  await mei.does(askExperts, { ...at, body: first })
  for (const who of [admin, mei])
    expect(await who.isRefused(answerAsked, { ...at, body: { answer: 'helping' } })).toMatchObject({
      code: 'asking.not-asked',
    })
})
