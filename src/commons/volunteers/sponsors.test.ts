import { expect, test } from 'vitest'
import { changeMember, endMembership, returnMember, withdrawRole } from '#people/contract.ts'
import type { Organization, Person } from '#test/organization.ts'
import { at, come, leaderIn, plantIn, sponsorOf, volunteerNews, waiting } from '#test/volunteer.ts'
import { openWorld } from '#test/world.ts'
import { greetVolunteer, handOverVolunteer, listSponsors } from './contract.ts'

const world = openWorld()
const greeting = { words: 'Welcome! Coffee on Thursday?' }

test('of leaders who have taught, who reads the same language and has the fewest volunteers; else the nearest administrator', async () => {
  const { org, lab, dana, mei, admin } = await plantIn(world)
  await org.person('Nils New', 'leader', lab)
  expect(await sponsorOf(await volunteers(org, lab, 'Vic One'))).toBe('Dana Reyes')
  const kofi = await leaderIn(org, 'Kofi Mensah', lab)
  expect(await sponsorOf(await volunteers(org, lab, 'Vic Two'))).toBe('Kofi Mensah')
  await kofi.does(changeMember, { params: { memberId: kofi.id }, body: { locale: 'fr' } })
  await mei.does(changeMember, { params: { memberId: mei.id }, body: { locale: 'fr' } })
  const again = await org.again(mei)
  await come(again)
  expect(await sponsorOf(again)).toBe('Kofi Mensah')
  // Nobody greets themselves.
  await come(dana)
  expect(await sponsorOf(dana)).toBe('Kofi Mensah')
  const sales = await org.group('Sales')
  expect(await sponsorOf(await volunteers(org, sales, 'Sal Seller'))).toBe('Ada Winter')
  const near = await org.person('Nea Near', 'admin', sales)
  expect(await sponsorOf(await volunteers(org, sales, 'Sam Seller'))).toBe('Nea Near')
  await come(near, sales)
  expect(await sponsorOf(near)).toBe('Ada Winter')
  await come(admin, org.root)
  expect(await sponsorOf(admin)).toBe(null)
  const helper = await org.person('Hal Helper', 'admin')
  await world.settle()
  expect([await sponsorOf(admin), await volunteerNews(helper)]).toEqual([
    'Hal Helper',
    ['volunteer.sponsored'],
  ])
})

async function volunteers(org: Organization, groupId: string, name: string): Promise<Person> {
  const who = await org.person(name, 'learner', groupId)
  await come(who, groupId)
  return who
}

test('when a sponsor leaves, or leads no more, somebody else is found and told', async () => {
  const { org, lab, dana, mei, admin } = await plantIn(world)
  await come(mei)
  const kofi = await leaderIn(org, 'Kofi Mensah', lab)
  await admin.does(endMembership, { params: { memberId: dana.id } })
  await world.settle()
  expect([await sponsorOf(mei), await volunteerNews(kofi)]).toEqual(['Kofi Mensah', ['volunteer.sponsored']])
  const params = { memberId: kofi.id, groupId: lab, role: 'leader' as const }
  await admin.does(withdrawRole, { params })
  await world.settle()
  expect([await sponsorOf(mei), await waiting(kofi)]).toEqual(['Ada Winter', []])
  // Whoever volunteers and leaves is waited for by nobody.
  await admin.does(endMembership, { params: { memberId: mei.id } })
  await world.settle()
  expect(await waiting(admin, 'all')).toEqual([])
  await admin.does(returnMember, { params: { memberId: mei.id } })
  expect(await waiting(admin)).toEqual(['Mei Tanaka'])
})

test('a volunteer is handed over to somebody who may greet them, and to nobody else', async () => {
  const { org, lab, dana, mei, admin } = await plantIn(world)
  const { id } = await come(mei)
  const kofi = await leaderIn(org, 'Kofi Mensah', lab)
  const names = (await dana.does(listSponsors, at(id))).items.map(({ name }) => name)
  expect(names).toEqual(['Kofi Mensah', 'Ada Winter'])
  const to = (memberId: string) => ({ ...at(id), body: { memberId } })
  for (const nobody of [mei.id, crypto.randomUUID(), (await org.person('Otto Other', 'leader', lab)).id])
    expect(await dana.isRefused(handOverVolunteer, to(nobody))).toMatchObject({
      code: 'volunteer.no-sponsor',
    })
  expect(await dana.does(handOverVolunteer, to(kofi.id))).toMatchObject({ sponsor: { name: 'Kofi Mensah' } })
  await world.settle()
  expect([await volunteerNews(kofi), await waiting(dana), await waiting(kofi)]).toEqual([
    ['volunteer.sponsored'],
    [],
    ['Mei Tanaka'],
  ])
  expect((await dana.isRefused(handOverVolunteer, to(dana.id))).status).toBe(404)
  await kofi.does(greetVolunteer, { ...at(id), body: greeting })
  expect(await admin.isRefused(handOverVolunteer, to(dana.id))).toMatchObject({ code: 'volunteer.greeted' })
})
