import { expect, test } from 'vitest'
import { getFeed } from '#feed/contract.ts'
import { endMembership, getMember } from '#people/contract.ts'
import type { Person } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import {
  answerNomination,
  confirmNomination,
  dismissNomination,
  listMyNominations,
  listNominations,
  nominate,
  reopenNomination,
} from '../nomination.contract.ts'

const world = openWorld()
const reason = 'Whoever works with torque asks her first.'

async function laboratory() {
  const org = await world.organization()
  const lab = await org.group('Torque')
  const [dana, mei, lena] = [
    await org.person('Dana Reyes', 'learner', lab),
    await org.person('Mei Tanaka', 'learner', lab),
    await org.person('Lena Vogt', 'manager', lab),
  ]
  const propose = (who: Person, memberId = dana.id, isAsked = false) =>
    who.does(nominate, { body: { memberId, groupId: lab, reason, isAsked } })
  const at = (nominationId: string) => ({ params: { nominationId } })
  const decide = (id: string) => lena.does(confirmNomination, { ...at(id), body: { reason } })
  const leads = async () =>
    (await lena.does(getMember, { params: { memberId: dana.id } })).roles.some(
      ({ role }) => role === 'leader',
    )
  return { org, lab, dana, mei, lena, propose, decide, at, leads }
}

const accepted = { answer: 'accepted', note: 'Gladly.' } as const

test('a peer proposes, a named person confirms with a reason, the member accepts: and leads', async () => {
  const { org, dana, mei, lena, propose, decide, at, leads } = await laboratory()
  const { id, state } = await propose(mei)
  expect([state, await leads()]).toEqual(['proposed', false])
  expect((await lena.does(listNominations)).items).toMatchObject([
    { id, can: { decide: true, answer: false }, voices: [{ member: { name: 'Mei Tanaka' }, reason }] },
  ])
  expect((await decide(id)).decided).toMatchObject({ by: { name: 'Lena Vogt' }, reason })
  await world.settle()
  expect((await dana.does(getFeed)).items[0]).toMatchObject({
    ...{ kind: 'nomination.asked', reason: 'asked-you', data: { words: reason } },
    actor: { name: 'Lena Vogt' },
  })
  const [mine] = (await dana.does(listMyNominations)).items
  expect(mine).toMatchObject({ id, state: 'asked', can: { answer: true } })
  expect(await leads()).toBe(false)
  expect((await dana.does(answerNomination, { ...at(id), body: accepted })).state).toBe('accepted')
  expect(await leads()).toBe(true)
  await world.settle()
  expect((await lena.does(getFeed)).items[0]).toMatchObject({
    ...{ kind: 'nomination.answered', reason: 'you-asked', data: { answer: 'accepted' } },
    actor: { name: 'Dana Reyes' },
  })
  for (const type of ['nomination.made', 'nomination.decided', 'nomination.answered'] as const)
    expect([type, await org.countFacts(type)]).toEqual([type, 1])
})

test('a manager asks at once in their own name; nobody else may, and nobody asks themselves', async () => {
  const { lab, dana, mei, lena, propose } = await laboratory()
  expect((await propose(lena, dana.id, true)).state).toBe('asked')
  const body = { groupId: lab, reason, isAsked: true }
  expect(await mei.isRefused(nominate, { body: { ...body, memberId: mei.id } })).toMatchObject({
    code: 'nomination.own',
  })
  expect(await dana.isRefused(nominate, { body: { ...body, memberId: mei.id } })).toMatchObject({
    code: 'nomination.not-yours',
  })
  // Refused whole: nothing of it stays.
  expect((await lena.does(listNominations, { query: { memberId: mei.id } })).items).toEqual([])
  const { id } = await propose(lena, lena.id)
  expect(
    await lena.isRefused(confirmNomination, { params: { nominationId: id }, body: { reason } }),
  ).toMatchObject({
    code: 'nomination.own',
  })
})

test('declining changes nothing, and one may change one’s mind; later is asked again when it has come', async () => {
  const { org, dana, lena, propose, at, leads } = await laboratory()
  const { id } = await propose(lena, dana.id, true)
  let self = dana
  const answer = (body: object) => self.does(answerNomination, { ...at(id), body: body as typeof accepted })
  const mine = async () => (await self.does(listMyNominations)).items[0]
  expect((await answer({ answer: 'declined', note: '' })).state).toBe('declined')
  expect(await leads()).toBe(false)
  expect((await answer({ answer: 'later', note: 'After the audit', months: 1 })).state).toBe('later')
  world.pass({ days: 20 })
  expect(await mine()).toMatchObject({ state: 'later', can: { answer: true } })
  const askAgain = async () => {
    await world.cairn.tasks['ask-again']?.({ org: org.id, nominationId: id })
    await world.settle()
  }
  await askAgain()
  expect(await org.facts('nomination.asked-again')).toEqual([])
  world.pass({ days: 12 })
  self = await org.again(dana)
  expect(await mine()).toMatchObject({ state: 'asked' })
  for (const _ of ['once', 'again']) await askAgain()
  expect(await org.facts('nomination.asked-again')).toMatchObject([{ memberId: dana.id, askedBy: lena.id }])
  expect(await mine()).toMatchObject({ state: 'asked', answered: null })
  const asked = (await self.does(getFeed)).items.filter(({ kind }) => kind === 'nomination.asked')
  expect(asked).toMatchObject([{ actor: { id: lena.id } }, { actor: { id: lena.id } }])
  expect((await answer(accepted)).state).toBe('accepted')
  expect(await self.isRefused(answerNomination, { ...at(id), body: accepted })).toMatchObject({
    code: 'nomination.not-asked',
  })
})

test('several voices are one nomination; what is dismissed may be taken up again', async () => {
  const { org, dana, mei, lena, propose, at } = await laboratory()
  const { id } = await propose(mei)
  const kofi = await org.person('Kofi Mensah')
  expect(await propose(kofi)).toMatchObject({ id, voices: [{}, {}] })
  await propose(kofi)
  const dismissed = await lena.does(dismissNomination, {
    ...at(id),
    body: { reason: 'On leave until June.' },
  })
  expect([dismissed.state, dismissed.voices.length]).toEqual(['dismissed', 2])
  expect((await lena.does(listNominations)).items).toEqual([])
  // They read that, too: nothing about them is hidden from them.
  expect((await dana.does(listMyNominations)).items).toMatchObject([
    { state: 'dismissed', decided: { reason: 'On leave until June.' } },
  ])
  expect((await lena.does(reopenNomination, at(id))).state).toBe('proposed')
  await lena.does(dismissNomination, { ...at(id), body: { reason: 'On leave until June.' } })
  const again = await propose(mei)
  expect(again.id).not.toBe(id)
  expect(await lena.isRefused(reopenNomination, at(id))).toMatchObject({ code: 'nomination.asked-already' })
})

test('whoever leads already, was asked already, or is not there, is not proposed', async () => {
  const { org, lab, dana, mei, lena, propose, decide, at } = await laboratory()
  const refusal = (memberId: string, groupId = lab) =>
    mei.isRefused(nominate, { body: { memberId, groupId, reason } })
  const { id } = await propose(mei)
  await decide(id)
  expect(await refusal(dana.id)).toMatchObject({ code: 'nomination.asked-already' })
  expect(await lena.isRefused(confirmNomination, { ...at(id), body: { reason } })).toMatchObject({
    code: 'nomination.decided',
  })
  await dana.does(answerNomination, { ...at(id), body: accepted })
  expect(await refusal(dana.id)).toMatchObject({ code: 'nomination.leads-already' })
  expect((await refusal(crypto.randomUUID())).status).toBe(404)
  const board = await org.group('Board', { private: true })
  const insider = await org.person('Ines Insider', 'learner', board)
  expect((await refusal(insider.id, board)).status).toBe(404)
  expect(
    await insider.isRefused(nominate, { body: { memberId: mei.id, groupId: board, reason } }),
  ).toMatchObject({
    status: 404,
  })
  expect((await refusal(mei.id, crypto.randomUUID())).status).toBe(404)
})

test('whoever has left is neither waited for nor asked', async () => {
  const { org, dana, mei, lena, propose, at } = await laboratory()
  const { id } = await propose(mei)
  await (await org.admin()).does(endMembership, { params: { memberId: dana.id } })
  expect((await lena.does(listNominations)).items).toEqual([])
  expect(await lena.isRefused(confirmNomination, { ...at(id), body: { reason } })).toMatchObject({
    status: 404,
  })
})

test('what was proposed is seen by who decides, who proposed and who it is about, and by nobody else', async () => {
  const { org, dana, mei, propose, at } = await laboratory()
  const { id } = await propose(mei)
  const kofi = await org.person('Kofi Mensah')
  const elsewhere = await org.person('Otto Other', 'manager', await org.group('Sales'))
  const seen = async (who: Person) => (await who.does(listNominations)).items.length
  expect([await seen(mei), await seen(kofi), await seen(elsewhere)]).toEqual([1, 0, 0])
  for (const who of [kofi, elsewhere])
    expect(await who.isRefused(confirmNomination, { ...at(id), body: { reason } })).toMatchObject({
      status: 404,
    })
  expect(await mei.isRefused(confirmNomination, { ...at(id), body: { reason } })).toMatchObject({
    status: 403,
  })
  expect(await mei.isRefused(answerNomination, { ...at(id), body: accepted })).toMatchObject({ status: 409 })
  expect(await dana.isRefused(answerNomination, { ...at(id), body: accepted })).toMatchObject({
    code: 'nomination.not-asked',
  })
})
