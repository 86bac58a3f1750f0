import { expect, test } from 'vitest'
import { giveKudos } from '#recognition/contract.ts'
import type { Person } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import { startImport, takeImportPart } from './import.contract.ts'
import { getNetwork } from './network.contract.ts'
import { type Purpose, setPurpose } from './purpose.contract.ts'

const world = openWorld()
const day = 86_400_000

/** Six who each help each other, as a file of another tool says, and the days for which what is for something is kept. */
async function company() {
  const org = await world.organization()
  const admin = await org.admin()
  const people: Person[] = []
  for (const name of ['Ann', 'Ben', 'Cem', 'Dom', 'Eva', 'Fay']) people.push(await org.person(name))
  const keep = (purpose: Purpose, keepDays: number) => {
    const seenBy = purpose === 'imports' ? ('admins' as const) : ('managers' as const)
    const body = { isOn: true, legalNote: 'Agreement of May', keepDays, seenBy }
    return admin.does(setPurpose, { params: { purpose }, body })
  }
  const bring = async (daysAgo: number) => {
    const at = new Date(world.now().getTime() - daysAgo * day).toISOString()
    const lines = people.flatMap((one) =>
      people.flatMap((other) => (one === other ? [] : [`${one.email},${other.email},${at}`])),
    )
    const bytes = new TextEncoder().encode(`helper,helped,at\n${lines.join('\n')}\n`)
    const mapping = { format: 'csv', helper: 'helper', helped: 'helped', at: 'at' } as const
    const body = { source: 'Forum', size: bytes.length, mapping }
    const { id } = await admin.does(startImport, { body })
    return admin.does(takeImportPart, { params: { importId: id, offset: 0 }, body: new Blob([bytes]) })
  }
  const sources = async () =>
    (
      await world.stored<{ source: string; many: number }>(
        org.id,
        'select source, count(*)::int as many from signals group by source order by source',
      )
    ).map(({ source, many }) => `${many} of ${source}`)
  const told = async () => {
    const { links } = await admin.does(getNetwork)
    return links.acts.reduce((sum, acts) => sum + acts, 0)
  }
  return { people, keep, bring, sources, told }
}

test('what was brought in is deleted at night once it is older than imports are kept; what was done in Cairn stays as long as that is', async () => {
  const { people, keep, bring, sources } = await company()
  await keep('imports', 30)
  await keep('detection', 365)
  const [ann, ben] = people
  await ann?.does(giveKudos, { body: { toIds: [ben?.id ?? ''], reason: 'For the torque gauge' } })
  await world.settle()
  expect(await bring(31)).toMatchObject({ kept: 0, rejected: 30 })
  expect(await bring(20)).toMatchObject({ kept: 30, rejected: 0 })
  expect(await bring(5)).toMatchObject({ kept: 30, rejected: 0 })
  await world.cairn.tasks.upkeep?.({})
  expect(await sources()).toEqual(['60 of Forum', '1 of cairn'])
  world.pass({ days: 11 })
  await world.cairn.tasks.upkeep?.({})
  expect(await sources()).toEqual(['30 of Forum', '1 of cairn'])
  world.pass({ days: 20 })
  await world.cairn.tasks.upkeep?.({})
  expect(await sources()).toEqual(['1 of cairn'])
})

test('the picture shows nothing that is older than it may be, though it is kept for something else', async () => {
  const { keep, bring, sources, told } = await company()
  await keep('imports', 365)
  await keep('network', 30)
  await bring(20)
  await bring(5)
  expect(await told()).toBe(60)
  world.pass({ days: 11 })
  expect(await told()).toBe(30)
  expect(await sources()).toEqual(['60 of Forum'])
  await keep('network', 90)
  expect(await told()).toBe(60)
})
