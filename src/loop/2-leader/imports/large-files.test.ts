import { expect, test } from 'vitest'
import { openWorld } from '#test/world.ts'
import * as imports from '../import.contract.ts'
import { setPurpose } from '../purpose.contract.ts'
import { mostRejections } from './most-rejections.ts'

const world = openWorld()

/** An organization that brings in one file, and how its parts are sent. */
async function company() {
  const org = await world.organization()
  const admin = await org.admin()
  const [dana, mei] = [await org.person('Dana Reyes'), await org.person('Mei Tanaka')]
  await admin.does(setPurpose, {
    params: { purpose: 'imports' },
    body: { isOn: true, legalNote: 'Agreement of May', keepDays: 365, seenBy: 'admins' },
  })
  const start = async (text: string) => {
    const bytes = new TextEncoder().encode(text)
    const mapping = { format: 'csv', helper: 'helper', helped: 'helped', at: 'at' } as const
    const { id } = await admin.does(imports.startImport, {
      body: { source: 'Forum', size: bytes.length, mapping },
    })
    const part = (offset: number, end = bytes.length) => ({
      params: { importId: id, offset },
      body: new Blob([bytes.subarray(offset, end)]),
    })
    return { id, part }
  }
  return { org, admin, dana, mei, start }
}

test('a part that breaks half-way has brought in nothing; sent again each line of it counts once', async () => {
  const { org, admin, dana, mei, start } = await company()
  const lines = [1, 2, 3, 4].map((date) => `2026-02-0${date},${mei.email},${dana.email}\n`)
  const { part } = await start(`at,helped,helper\n${lines.join('')}`)
  const { taken, kept } = await admin.does(imports.takeImportPart, part(0, 150))
  await world.owner.query(`create function refuse() returns trigger language plpgsql as
    $$ begin raise exception 'broken half-way'; end $$`)
  await world.owner.query('create trigger refuse before update on signal_imports execute function refuse()')
  expect((await admin.isRefused(imports.takeImportPart, part(taken))).status).toBe(500)
  await world.owner.query('drop trigger refuse on signal_imports')
  expect(await world.stored(org.id, 'select key from signals')).toHaveLength(kept)
  const done = await admin.does(imports.takeImportPart, part(taken))
  expect(done).toMatchObject({ kept: 4, rejected: 0, lines: 5 })
  expect(await world.stored(org.id, 'select key from signals')).toHaveLength(4)
})

test('of any number of lines that are not taken all are counted, and the first ten thousand are told of', async () => {
  const { org, admin, dana, start } = await company()
  const line = `2026-02-01,nobody@example.org,${dana.email}\n`
  const { part } = await start(`at,helped,helper\n${line.repeat(mostRejections + 30)}`)
  let { taken, finishedAt, ...rest } = await admin.does(imports.takeImportPart, part(0, 400_000))
  while (finishedAt === null)
    ({ taken, finishedAt, ...rest } = await admin.does(imports.takeImportPart, part(taken)))
  expect(rest).toMatchObject({ kept: 0, rejected: mostRejections + 30 })
  const told = await world.stored(org.id, 'select line from signal_rejections')
  expect(told).toHaveLength(mostRejections)
})
