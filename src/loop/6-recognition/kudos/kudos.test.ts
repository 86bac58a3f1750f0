import { expect, test } from 'vitest'
import * as leaders from '#leader/contract.ts'
import * as needs from '#need/contract.ts'
import { openWorld } from '#test/world.ts'
import { giveKudos, listKudos, withdrawKudos } from '../contract.ts'

const world = openWorld()

async function lab() {
  const org = await world.organization()
  const [ines, mei, tomas] = [
    await org.person('Ines Duarte'),
    await org.person('Mei Tanaka'),
    await org.person('Tomas Lindqvist'),
  ]
  const body = { title: 'Which firmware belongs on which display?', details: '', groupId: org.root }
  const need = await ines.does(needs.raiseNeed, { body })
  return { org, ines, mei, tomas, params: { needId: need.id } }
}

test('what someone is thanked for speaks of what they know, until the thanks are taken back', async () => {
  const { ines, mei, tomas, params } = await lab()
  const reason = 'You took apart eleven displays to find the one with the wrong firmware.'
  const kudos = await mei.does(giveKudos, { body: { toIds: [tomas.id], reason } })
  await world.settle()
  const { items } = await ines.does(leaders.suggestExperts, { params })
  expect(items).toMatchObject([
    { member: { name: 'Tomas Lindqvist' }, reasons: [{ kind: 'thanked', subject: 'thanks', words: reason }] },
  ])
  await mei.does(withdrawKudos, { params: { kudosId: kudos.id } })
  await world.settle()
  expect((await ines.does(leaders.suggestExperts, { params })).items).toEqual([])
})

test('thanks for something else say nothing of a need', async () => {
  const { ines, mei, tomas, params } = await lab()
  const reason = 'You stayed late to help me with the coffee machine.'
  await mei.does(giveKudos, { body: { toIds: [tomas.id], reason } })
  await world.settle()
  expect((await ines.does(leaders.suggestExperts, { params })).items).toEqual([])
})

test('whoever raised a need says there who helped, closed or not; in a private group only its people read it', async () => {
  const { org, ines, mei, tomas, params } = await lab()
  const reason = 'Your table of displays told me which firmware to load.'
  await ines.does(needs.closeNeed, { params })
  const given = await ines.does(giveKudos, { body: { toIds: [tomas.id], reason, ...params } })
  await ines.does(giveKudos, { body: { toIds: [mei.id], reason: 'You carried the displays upstairs.' } })
  const of = async (who: typeof ines, needId: string) =>
    (await who.does(listKudos, { query: { needId } })).items.map(({ to, reason: why }) => [to.name, why])
  expect(await of(mei, params.needId)).toEqual([['Tomas Lindqvist', reason]])
  await world.settle()
  expect((await mei.does(leaders.listEvidence, { params: { memberId: tomas.id } })).items).toMatchObject([
    { kind: 'thanked', words: 'Which firmware belongs on which display?' },
  ])
  await ines.does(withdrawKudos, { params: { kudosId: given.id } })
  expect(await of(mei, params.needId)).toEqual([])

  const vault = await org.group('Vault', { private: true })
  const lena = await org.person('Lena Vogt', 'leader', vault)
  const body = { title: 'Which key opens the vault?', details: '', groupId: vault }
  const secret = await lena.does(needs.raiseNeed, { body })
  await lena.does(giveKudos, { body: { toIds: [tomas.id], reason, needId: secret.id } })
  expect(await of(lena, secret.id)).toHaveLength(1)
  expect(await of(mei, secret.id)).toEqual([])
})

test('nobody thanks themselves, or takes back the thanks of others', async () => {
  const { mei, tomas } = await lab()
  const own = await mei.isRefused(giveKudos, { body: { toIds: [mei.id], reason: 'I did well this week.' } })
  expect(own).toMatchObject({ status: 422 })
  const kudos = await mei.does(giveKudos, { body: { toIds: [tomas.id], reason: 'You did well this week.' } })
  expect((await tomas.isRefused(withdrawKudos, { params: { kudosId: kudos.id } })).status).toBe(404)
})

test('one sees the needs one has taken on, as long as they are open and held', async () => {
  const { ines, tomas, params } = await lab()
  await tomas.does(leaders.claimNeed, { params })
  const held = async () => (await tomas.does(leaders.listMyClaims)).items.map(({ needId }) => needId)
  expect(await held()).toEqual([params.needId])
  expect((await ines.does(leaders.listMyClaims)).items).toEqual([])
  await tomas.does(leaders.releaseNeed, { params })
  expect(await held()).toEqual([])
  await tomas.does(leaders.claimNeed, { params })
  await ines.does(needs.closeNeed, { params })
  expect(await held()).toEqual([])
})
