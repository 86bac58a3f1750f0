import { expect, test } from 'vitest'
import { getFeed } from '#feed/contract.ts'
import type { Organization } from '#test/organization.ts'
import { at, come, plantIn, volunteerNews, waiting } from '#test/volunteer.ts'
import { openWorld } from '#test/world.ts'
import { getVolunteering, greetVolunteer, listSponsors, withdrawVolunteer } from './contract.ts'
import { volunteer } from './index.ts'

const world = openWorld()
const greeting = { words: 'Welcome! Coffee on Thursday?' }
/** What is due is looked at. */
const remind = async (org: Organization, volunteerId: string) => {
  await world.cairn.tasks['remind-sponsor']?.({ org: org.id, volunteerId })
  await world.settle()
}

test('who volunteers is greeted by somebody, in their words, and only those who look after them know', async () => {
  const { org, lab, dana, mei, admin } = await plantIn(world)
  const other = await org.person('Otto Other', 'learner', lab)
  const elsewhere = await org.person('Elsa Elsewhere', 'manager', await org.group('Sales'))
  expect((await mei.does(getVolunteering)).items).toEqual([])
  const mine = await come(mei)
  expect(mine).toMatchObject({
    group: { id: lab },
    sponsor: { name: 'Dana Reyes' },
    greeting: null,
    done: [],
  })
  await world.settle()
  expect([await volunteerNews(dana), await volunteerNews(mei), await volunteerNews(admin)]).toEqual([
    ['volunteer.came'],
    [],
    [],
  ])
  expect([await waiting(dana), await waiting(admin)]).toEqual([['Mei Tanaka'], ['Mei Tanaka']])
  for (const who of [mei, other, elsewhere]) {
    expect(await waiting(who, 'all')).toEqual([])
    expect(await who.isRefused(greetVolunteer, { ...at(mine.id), body: greeting })).toMatchObject({
      code: 'volunteer.not-found',
    })
    expect((await who.isRefused(listSponsors, at(mine.id))).status).toBe(404)
  }
  await dana.does(greetVolunteer, { ...at(mine.id), body: greeting })
  await world.settle()
  const [told] = (await mei.does(getFeed, { query: { only: 'personal' } })).items
  expect(told).toMatchObject({ kind: 'volunteer.greeted', data: greeting, actor: { name: 'Dana Reyes' } })
  expect((await mei.does(getVolunteering)).items).toMatchObject([{ greeting }])
  expect(await admin.isRefused(greetVolunteer, { ...at(mine.id), body: greeting })).toMatchObject({
    code: 'volunteer.greeted',
    detail: expect.stringContaining('Dana Reyes'),
  })
  expect([await waiting(dana), await waiting(dana, 'all')]).toEqual([[], ['Mei Tanaka']])
})

test('saying it twice, also at once, makes one volunteer, who keeps what they answered first', async () => {
  const { org, lab, mei } = await plantIn(world)
  const [first, second] = [crypto.randomUUID(), crypto.randomUUID()]
  const answer = (campaignId: string) => org.as((scope) => volunteer(scope, { groupId: lab, campaignId }))
  const { id } = await answer(first)
  expect((await answer(second)).id).toBe(id)
  const [a, b] = await Promise.all([come(mei, lab), come(mei, lab)])
  expect(a?.id).toBe(b?.id)
  expect(await org.facts('volunteer.came')).toMatchObject([
    { volunteerId: id, campaignId: first },
    { campaignId: null },
  ])
  const rows = await world.stored<{ campaignId: string }>(
    org.id,
    'select campaign_id from volunteers where id = $1',
    id,
  )
  expect(rows).toEqual([{ campaignId: first }])
})

test('whoever withdraws is known to nobody any more; coming back begins anew in the same place', async () => {
  const { org, dana, mei } = await plantIn(world)
  const { id } = await come(mei)
  await world.settle()
  expect(await dana.isRefused(withdrawVolunteer, at(id))).toMatchObject({ status: 404 })
  await dana.does(greetVolunteer, { ...at(id), body: greeting })
  await mei.does(withdrawVolunteer, at(id))
  await world.settle()
  expect([await volunteerNews(dana), await waiting(dana, 'all')]).toEqual([[], []])
  expect((await mei.isRefused(withdrawVolunteer, at(id))).code).toBe('volunteer.not-found')
  await remind(org, id)
  world.pass({ hours: 1 })
  expect(await come(mei)).toMatchObject({ id, greeting: null })
  await world.settle()
  expect([await volunteerNews(dana), await waiting(dana)]).toEqual([['volunteer.came'], ['Mei Tanaka']])
  expect(await org.countFacts('volunteer.came', 'volunteer.withdrew')).toBe(3)
})

test('after two days without a greeting the sponsor is reminded once, and those who answer for the group see it', async () => {
  const { org, dana, mei, admin } = await plantIn(world)
  const { id } = await come(mei)
  await world.settle()
  world.pass({ hours: 47 })
  await remind(org, id)
  expect(await volunteerNews(dana)).toEqual(['volunteer.came'])
  world.pass({ hours: 2 })
  for (const _ of [1, 2]) await remind(org, id)
  expect([await volunteerNews(dana), await volunteerNews(admin), await volunteerNews(mei)]).toEqual([
    ['volunteer.reminded', 'volunteer.came'],
    ['volunteer.reminded'],
    [],
  ])
  expect(await org.countFacts('volunteer.reminded')).toBe(1)
  const other = await org.person(
    'Olga Other',
    'learner',
    (await mei.does(getVolunteering)).items[0]?.group.id,
  )
  const mine = await come(other)
  const sponsor = await org.again(dana)
  await sponsor.does(greetVolunteer, { ...at(mine.id), body: greeting })
  world.pass({ days: 3 })
  await remind(org, mine.id)
  expect(await org.countFacts('volunteer.reminded')).toBe(1)
})
