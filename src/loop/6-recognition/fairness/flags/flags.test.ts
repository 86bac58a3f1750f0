import { expect, test } from 'vitest'
import { setPurpose } from '#leader/purpose.contract.ts'
import * as rings from '#recognition/fairness.contract.ts'
import type { Organization, Person } from '#test/organization.ts'
import { flagIn, switchOnRings } from '#test/ring-flag.ts'
import { openWorld, type World } from '#test/world.ts'
import { giveKudos } from '../../contract.ts'
import { listAccounts } from '../../ledger.contract.ts'
import { setRecognition } from '../../settings.contract.ts'
import { keepFound } from './keep.ts'
import { hasGrown, isSame } from './same.ts'

const world = openWorld()
const off = { isOn: false, legalNote: '', keepDays: 365, seenBy: 'admins' as const }
const decision = { decision: 'nothing' as const, note: 'They ran the autumn audit together.' }

/** Fourteen people, ten of whom thank anybody, and four each other, once a week each. */
async function company(at: World) {
  const org = await at.organization()
  const admin = await org.admin()
  await admin.does(setRecognition, { body: { allowance: 100, timeZone: 'UTC' } })
  const names = 'Ann Ben Cem Dom Eva Fay Gil Hal Ian Jan Kay Lou Max Nia'.split(' ')
  const people: Person[] = []
  for (const name of names) people.push(await org.person(name))
  return { org, admin, people, ring: people.slice(0, 4), others: people.slice(4) }
}

async function thankForWeeks(
  { org, ring, others, people }: Awaited<ReturnType<typeof company>>,
  weeks: number,
) {
  const give = async (from: Person, to: Person, points: number) =>
    (await org.again(from)).does(giveKudos, {
      body: { toIds: [to.id], reason: 'For all the help this week', points },
    })
  for (let week = 0; week < weeks; week += 1) {
    for (const [at, from] of ring.entries()) {
      const to = ring[(at + 1 + (week % 3)) % 4] as Person
      await give(from, to, 10)
    }
    for (const [at, from] of others.entries())
      await give(from, people[(4 + at + 1 + week) % people.length] as Person, 0)
    world.pass({ days: 7 })
  }
  await give(ring[0] as Person, others[0] as Person, 0)
}

const read = (admin: Person, state: 'open' | 'decided' = 'open') =>
  admin.does(rings.listRingFlags, { query: { state } })
const anew = (org: Organization) => org.admin()

test('switched on, thanks are looked through, and who thanks mostly one another is shown to administrators with what is known', async () => {
  const made = await company(world)
  await thankForWeeks(made, 12)
  const { org, ring, people } = made
  expect(await (await anew(org)).does(rings.getRingSearch)).toMatchObject({ isOn: false, searchedAt: null })
  await org.settle()
  expect((await read(await anew(org))).items).toEqual([])
  await switchOnRings(org)
  await org.settle()
  const admin = await anew(org)
  const { items } = await read(admin)
  expect(items).toHaveLength(1)
  expect(items[0]).toMatchObject({
    members: ring.map(({ id, name }) => ({ id, name, title: '' })),
    ...{ thanks: 48, allThanks: 49, points: 480, allPoints: 480, grounded: 0, decided: null },
  })
  expect(await admin.does(rings.getRingSearch)).toMatchObject({ isOn: true, thanks: 169, open: 1 })
  expect(await org.facts('rings.searched')).toEqual([{ thanks: 169, found: 1, flagged: 1 }])
  expect(await org.facts('ring.flagged')).toMatchObject([{ thanks: 48, allThanks: 49 }])
  // It took nothing from anybody.
  const [ann] = people as [Person]
  const accounts = (await (await org.again(ann)).does(listAccounts)).items
  expect(accounts.find(({ kind }) => kind === 'points')?.balance).toBe(120)
})

test('nobody but an administrator of the whole organization reads or decides anything, those whom it is about least of all', async () => {
  const org = await world.organization()
  const lab = await org.group('Lab')
  const [ann, ben, lena] = [
    await org.person('Ann'),
    await org.person('Ben'),
    await org.person('Lena', 'manager', lab),
  ]
  await org.grant(lena.id, lab, 'admin')
  const { flagId } = await flagIn(org, [ann.id, ben.id])
  const params = { flagId }
  for (const who of [ann, ben, lena]) {
    const refusals = [
      await who.isRefused(rings.getRingSearch),
      await who.isRefused(rings.searchRings),
      await who.isRefused(rings.listRingFlags),
      await who.isRefused(rings.decideRingFlag, { params, body: decision }),
      await who.isRefused(rings.reopenRingFlag, { params }),
    ]
    expect(refusals.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403])
    expect((await who.does(rings.listMyRingFlags)).items).toEqual([])
  }
})

test('what is decided is on record, and read by those whom it is about, without the others’ names; it can be taken back', async () => {
  const org = await world.organization()
  const admin = await org.admin()
  const [ann, ben, cem] = [await org.person('Ann'), await org.person('Ben'), await org.person('Cem')]
  const { flagId } = await flagIn(org, [ann.id, ben.id])
  const params = { flagId }
  const decided = { ...decision, by: { id: admin.id, name: 'Ada Winter', title: '' } }
  expect(await admin.does(rings.decideRingFlag, { params, body: decision })).toMatchObject({ decided })
  await admin.does(rings.decideRingFlag, { params, body: decision })
  expect(await org.facts('ring.decided')).toEqual([{ flagId, memberIds: [ann.id, ben.id], ...decision }])
  expect((await read(admin)).items).toEqual([])
  expect((await read(admin, 'decided')).items).toMatchObject([{ id: flagId, decided }])
  const own = (await ann.does(rings.listMyRingFlags)).items
  expect(own).toMatchObject([{ id: flagId, people: 2, thanks: 31, allThanks: 34, decided }])
  expect(JSON.stringify(own)).not.toContain(ben.id)
  expect((await cem.does(rings.listMyRingFlags)).items).toEqual([])
  expect(await admin.does(rings.reopenRingFlag, { params })).toMatchObject({ decided: null })
  await admin.does(rings.reopenRingFlag, { params })
  expect(await org.countFacts('ring.reopened')).toBe(1)
  expect((await ann.does(rings.listMyRingFlags)).items).toEqual([])
  const unknown = { flagId: crypto.randomUUID() }
  expect(await admin.isRefused(rings.reopenRingFlag, { params: unknown })).toMatchObject({ status: 404 })
})

test('an administrator does not decide about a circle they are in, where there is another', async () => {
  const org = await world.organization()
  const admin = await org.admin()
  const ann = await org.person('Ann')
  const { flagId } = await flagIn(org, [admin.id, ann.id])
  const input = { params: { flagId }, body: decision }
  const other = await org.person('Bea', 'admin')
  expect(await admin.isRefused(rings.decideRingFlag, input)).toMatchObject({ code: 'ring-flag.own' })
  expect(await other.does(rings.decideRingFlag, input)).toMatchObject({ id: flagId })
})

test('what was decided about is not flagged again until it grows; what is open says what is known now', async () => {
  const org = await world.organization()
  const admin = await org.admin()
  const [ann, ben, cem] = [await org.person('Ann'), await org.person('Ben'), await org.person('Cem')]
  const two = [ann.id, ben.id]
  const { flagId } = await flagIn(org, two)
  const found = (memberIds: string[], thanks: number) => ({
    ...{ memberIds, thanks, allThanks: 60, points: 0, allPoints: 0, grounded: 0 },
    ...{ first: 20_000, last: 20_400 },
  })
  const keep = (memberIds: string[], thanks: number) =>
    org.as((scope) => keepFound(scope, { thanks: 100, rings: [found(memberIds, thanks)] }))
  await keep(two, 40)
  expect((await read(admin)).items).toMatchObject([{ id: flagId, thanks: 40, allThanks: 60 }])
  await admin.does(rings.decideRingFlag, { params: { flagId }, body: decision })
  await keep(two, 59)
  expect((await read(admin)).items).toEqual([])
  await keep(two, 60)
  expect((await read(admin)).items).toMatchObject([{ thanks: 60 }])
  const again = (await read(admin)).items[0]?.id ?? ''
  await admin.does(rings.decideRingFlag, { params: { flagId: again }, body: decision })
  await keep([...two, cem.id], 60)
  expect((await read(admin)).items).toMatchObject([
    { members: [{ name: 'Ann' }, { name: 'Ben' }, { name: 'Cem' }] },
  ])
})

test('two flags are about the same people when most of all of them are in both', () => {
  expect(isSame(['a', 'b'], ['a', 'b'])).toBe(true)
  expect(isSame(['a', 'b'], ['a', 'b', 'c'])).toBe(true)
  expect(isSame(['a', 'b'], ['a', 'b', 'c', 'd'])).toBe(false)
  expect(hasGrown({ memberIds: ['a', 'b', 'c'], thanks: 10 }, { memberIds: ['a', 'b'], thanks: 14 })).toBe(
    false,
  )
})

test('it is done once a week, whenever it is asked of it, and at once for an administrator', async () => {
  const org = await world.organization()
  await switchOnRings(org)
  await org.settle()
  const count = () => org.countFacts('rings.searched')
  expect(await count()).toBe(1)
  const night = async () => {
    world.pass({ days: 1 })
    await world.cairn.tasks['ring-search']?.({ org: org.id })
  }
  for (let at = 0; at < 6; at += 1) await night()
  expect(await count()).toBe(1)
  // As any night begins.
  world.pass({ days: 1 })
  await world.cairn.tasks.upkeep?.({})
  await org.settle()
  expect(await count()).toBe(2)
  await night()
  expect(await count()).toBe(2)
  const admin = await anew(org)
  await admin.does(rings.searchRings)
  await org.settle()
  expect(await count()).toBe(3)
  expect(await org.countFacts('rings.asked')).toBe(1)
})

test('switched off it is shown at once to nobody, deleted, and not looked for; old flags are forgotten', async () => {
  const org = await world.organization()
  const admin = await org.admin()
  const [ann, ben] = [await org.person('Ann'), await org.person('Ben')]
  const { flagId } = await flagIn(org, [ann.id, ben.id])
  await admin.does(rings.decideRingFlag, { params: { flagId }, body: decision })
  await admin.does(setPurpose, { params: { purpose: 'fairness' }, body: off })
  expect((await read(admin, 'decided')).items).toEqual([])
  expect((await ann.does(rings.listMyRingFlags)).items).toEqual([])
  expect(await admin.isRefused(rings.searchRings)).toMatchObject({ code: 'fairness.off' })
  await org.settle()
  const rows = () => world.stored(org.id, 'select id from ring_flags')
  expect(await rows()).toEqual([])
  await org.as((scope) => keepFound(scope, { thanks: 1, rings: [] }))
  expect(await org.countFacts('rings.searched')).toBe(1)
  await flagIn(org, [ann.id, ben.id])
  world.pass({ days: 366 })
  await org.as((scope) => keepFound(scope, { thanks: 1, rings: [] }))
  expect(await rows()).toEqual([])
})
