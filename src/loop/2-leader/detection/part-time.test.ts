import fc from 'fast-check'
import { expect, test } from 'vitest'
import { setWorkingTime } from '#people/time.contract.ts'
import type { Organization, Person } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import { startImport, takeImportPart } from '../import.contract.ts'
import { type Purpose, setPurpose } from '../purpose.contract.ts'
import { computeRadar } from '../radar.contract.ts'

const world = openWorld()
const column = { helper: 'helper', helped: 'helped', at: 'at', kind: 'answered', key: 'id' } as const
const days = 40
const usualHelped = 24

/** A company in which `helped` ask, and everybody has been there for as long. */
async function company() {
  const org = await world.organization()
  const admin = await org.admin()
  for (const purpose of ['detection', 'imports'] as Purpose[]) {
    const seenBy = purpose === 'imports' ? ('admins' as const) : ('managers' as const)
    const body = { isOn: true, legalNote: 'Agreement of May', keepDays: 365, seenBy }
    await admin.does(setPurpose, { params: { purpose }, body })
  }
  const helped: Person[] = []
  for (let at = 0; at < usualHelped; at += 1) helped.push(await org.person(`Helped ${at}`))
  return { org, admin, helped }
}

interface Line {
  helper: Person
  helped: Person
  daysAgo: number
}

async function bring(admin: Person, lines: readonly Line[]) {
  const at = (daysAgo: number) => new Date(world.now().getTime() - daysAgo * 86_400_000).toISOString()
  const rows = lines.map(
    ({ helper, helped, daysAgo }) => `${crypto.randomUUID()},${helper.email},${helped.email},${at(daysAgo)}`,
  )
  const bytes = new TextEncoder().encode(`id,helper,helped,at\n${rows.join('\n')}\n`)
  const mapping = { format: 'csv' as const, ...column }
  const { id } = await admin.does(startImport, { body: { source: 'Forum', size: bytes.length, mapping } })
  await admin.does(takeImportPart, { params: { importId: id, offset: 0 }, body: new Blob([bytes]) })
}

async function scoresBy(org: Organization): Promise<Map<string, number>> {
  const rows = await world.stored<{ memberId: string; score: number }>(
    org.id,
    'select member_id, score from expertise',
  )
  return new Map(rows.map(({ memberId, score }) => [memberId, score]))
}

/** A share of full time of which a day in so many is worked, and what somebody who works full time does on those days. */
const share = fc.constantFrom({ percent: 50, every: 2 }, { percent: 25, every: 4 }, { percent: 20, every: 5 })
const aDay = fc.integer({ min: 1, max: 3 })

test('twins of whom one works part time and does as much on each day there rank alike, once it is said; the real count does it', async () => {
  await fc.assert(
    fc.asyncProperty(share, aDay, async ({ percent, every }, acts) => {
      const { org, admin, helped } = await company()
      const [full, part, less] = [
        await org.person('Full'),
        await org.person('Part'),
        await org.person('Less'),
      ]
      const lines: Line[] = []
      for (let ago = 1; ago <= days; ago += 1)
        for (let act = 0; act < acts; act += 1) {
          const asks = (by: number) => helped[(ago * by + act * 7) % helped.length] as Person
          lines.push({ helper: full, helped: asks(1), daysAgo: ago })
          if (ago % every === 0) lines.push({ helper: part, helped: asks(5), daysAgo: ago - 1 })
          // Who is there every day, and helps on two of three.
          if (ago % 3 > 0) lines.push({ helper: less, helped: asks(11), daysAgo: ago })
        }
      await bring(admin, lines)
      const count = async () => {
        await admin.does(computeRadar)
        await world.settle()
        const by = await scoresBy(org)
        return [full, part, less].map(({ id }) => by.get(id) ?? 0) as [number, number, number]
      }
      const [, unsaid, lower] = await count()
      expect(unsaid).toBeLessThan(lower)
      // Saying it has everybody's help counted anew.
      await admin.does(setWorkingTime, { params: { memberId: part.id }, body: { percent } })
      await world.settle()
      const by = await scoresBy(org)
      const [whole, twin] = [by.get(full.id) ?? 0, by.get(part.id) ?? 0]
      expect(Math.abs(Math.log(twin / whole))).toBeLessThan(0.25)
      expect(by.get(less.id)).toBeLessThan(Math.min(whole, twin))
    }),
    { numRuns: 4 },
  )
})
