import { expect, test } from 'vitest'
import { giveKudos } from '#recognition/contract.ts'
import { openWorld } from '#test/world.ts'
import { getMyDetection, listEvidence } from './contract.ts'
import { listPurposes, type Purpose, setPurpose } from './purpose.contract.ts'

const world = openWorld()

const decision = { isOn: true, legalNote: 'Agreement of May', keepDays: 90, seenBy: 'managers' as const }

async function company() {
  const org = await world.organization()
  const [admin, dana, mei] = [
    await org.admin(),
    await org.person('Dana Reyes'),
    await org.person('Mei Tanaka'),
  ]
  const decide = (purpose: Purpose, part: Partial<typeof decision> = {}) =>
    admin.does(setPurpose, { params: { purpose }, body: { ...decision, ...part } })
  const thank = (reason: string) => mei.does(giveKudos, { body: { toIds: [dana.id], reason } })
  const kept = async () => {
    const rows = await world.stored<{ words: string }>(org.id, 'select words from evidence order by at')
    return rows.map(({ words }) => words)
  }
  const shown = async () => (await mei.does(listEvidence, { params: { memberId: dana.id } })).items.length
  return { org, admin, dana, mei, decide, thank, kept, shown }
}

test('until somebody decides, experts are found, and nothing else is looked at', async () => {
  const { mei } = await company()
  const { items, can } = await mei.does(listPurposes)
  expect(items.map(({ purpose, onSince }) => [purpose, onSince !== null])).toEqual([
    ['detection', true],
    ['survey', false],
    ['network', false],
    ['imports', false],
    ['fairness', false],
  ])
  expect([can, items.every(({ changed }) => changed === null)]).toEqual([{ set: false }, true])
})

test('every member reads who decided what, when, by what right, for how long and for whom', async () => {
  const { org, admin, mei, decide } = await company()
  const { onSince } = await decide('detection')
  const { items } = await mei.does(listPurposes)
  const mayBeSeenBy = ['managers', 'leaders', 'everyone']
  const changed = { by: { id: admin.id, name: 'Ada Winter', title: '' }, at: expect.any(String) }
  expect(items[0]).toEqual({
    purpose: 'detection',
    onSince,
    ...{ legalNote: 'Agreement of May', keepDays: 90, seenBy: 'managers', mayBeSeenBy, changed },
  })
  await decide('detection', { keepDays: 60 })
  // Still on since the beginning; deciding the same again is not a decision.
  expect(await decide('detection', { keepDays: 60 })).toMatchObject({ onSince, keepDays: 60 })
  expect(await org.countFacts('purpose.set')).toBe(2)
})

test('switched off, nothing is stored or shown; on again, it begins with what is done from then on', async () => {
  const { dana, decide, thank, kept, shown } = await company()
  await thank('For the first')
  await world.settle()
  expect([await kept(), await shown()]).toEqual([['For the first'], 1])
  await thank('For the second, which is noticed later')
  await decide('detection', { isOn: false })
  expect([await shown(), await dana.does(getMyDetection)]).toMatchObject([0, { isOn: false }])
  await thank('For the third')
  await world.settle()
  expect(await kept()).toEqual([])
  await thank('For the fourth, which is noticed when it is on again')
  await decide('detection')
  await world.settle()
  expect(await kept()).toEqual([])
  await thank('For the fifth')
  await world.settle()
  expect([await kept(), await shown()]).toEqual([['For the fifth'], 1])
})

test('what is deleted is what was stored up to the switch, however late the deleting comes', async () => {
  const { decide, thank, kept } = await company()
  await thank('Long before')
  await world.settle()
  await decide('detection', { isOn: false })
  await decide('detection')
  await thank('Long after')
  await world.settle()
  expect(await kept()).toEqual(['Long after'])
})

test('what is kept longer than was decided is deleted at night', async () => {
  const { decide, thank, kept } = await company()
  await decide('detection', { keepDays: 30 })
  await thank('Long ago, too')
  await world.settle()
  world.pass({ days: 20 })
  await thank('Not so long ago')
  await world.settle()
  world.pass({ days: 11 })
  await world.cairn.tasks.upkeep?.({})
  expect(await kept()).toEqual(['Not so long ago'])
})

test('only an administrator of the whole organization decides, with a reason, and shows it to no more than may see it', async () => {
  const { org, admin, mei, dana } = await company()
  const groupId = await org.group('Torque')
  await org.grant(dana.id, groupId, 'admin')
  const params = { purpose: 'imports' as const }
  const body = { ...decision, seenBy: 'admins' as const }
  expect(await mei.isRefused(setPurpose, { params, body })).toMatchObject({ status: 403 })
  expect(await dana.isRefused(setPurpose, { params, body })).toMatchObject({ code: 'purpose.admin-needed' })
  const faultOf = async (wrong: object) =>
    (await admin.isRefused(setPurpose, { params, body: { ...body, ...wrong } })).faults?.[0]?.pointer
  expect(await faultOf({ seenBy: 'everyone' })).toBe('/seenBy')
  expect(await faultOf({ legalNote: ' ' })).toBe('/legalNote')
  expect(await faultOf({ keepDays: 3 })).toBe('/keepDays')
  expect((await admin.does(listPurposes)).items[2]?.onSince).toBeNull()
})
