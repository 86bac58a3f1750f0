import { rmSync } from 'node:fs'
import { loadavg } from 'node:os'
import { isDeepStrictEqual, parseArgs } from 'node:util'
import type pg from 'pg'
import { type Cairn, cairnOn } from '#app/cairn.ts'
import * as imports from '#leader/import.contract.ts'
import { setPurpose } from '#leader/purpose.contract.ts'
import type { Person } from '#test/organization.ts'
import { configOf, log, newFolder, onDatabase } from '../database.ts'
import { addEmpty, enter, type Made } from '../review/enter.ts'
import { expected, members, partFrom, sizeOf } from './file.ts'
import { type Measured, report } from './report.ts'

const { values } = parseArgs({ options: { sizes: { type: 'string', default: '100000,1000000' } } })
/** As large as the browser sends. */
const partBytes = 512 * 1024

/** Everybody whom the lines name. */
async function fill(owner: pg.Pool, { org, groupId }: Made): Promise<void> {
  await owner.query(
    `insert into members (org_id, id, email, name, title, locale, joined_at)
     select $1, gen_random_uuid(), 'm' || n || '@import.example', 'Member ' || n, 'Technician', 'en', now() - interval '1 year'
     from generate_series(0, $2::int) n`,
    [org, members - 1],
  )
  await owner.query(
    `insert into roles (org_id, group_id, member_id, role, granted_at)
     select org_id, $2, id, 'learner', now() from members where org_id = $1 on conflict do nothing`,
    [org, groupId],
  )
  await owner.query('vacuum analyze members, roles')
}

const mapping = {
  format: 'csv',
  helper: 'helper',
  helped: 'helped',
  at: 'at',
  topic: 'topic',
  key: 'id',
} as const

interface Sending {
  admin: Person
  id: string
  lines: number
  now: number
}

/** Sends parts until `end` bytes were taken, each where the server says the next begins; answers where it is then. */
async function sendUntil(end: number, from: number, { admin, id, lines, now }: Sending): Promise<number> {
  let taken = from
  let told = Math.floor((from / sizeOf(lines)) * 20)
  while (taken < end) {
    const body = new Blob([new Uint8Array(partFrom(taken, partBytes, lines, now))])
    ;({ taken } = await admin.does(imports.takeImportPart, { params: { importId: id, offset: taken }, body }))
    const share = Math.floor((taken / sizeOf(lines)) * 20)
    if (share > told) console.log(`${share * 5} % of ${lines} lines`)
    told = share
  }
  return taken
}

/** Brings in a file, with a server that ends half-way and another that goes on, and looks at what came of it. */
async function bring(owner: pg.Pool, open: () => Cairn, made: Made, lines: number): Promise<Measured> {
  const now = Math.floor(Date.now() / 1000)
  const size = sizeOf(lines)
  const source = `Forum ${lines}`
  const first = open()
  const begun = performance.now()
  const before = await enter(first, made, made.memberId)
  const { id } = await before.does(imports.startImport, { body: { source, size, mapping } })
  const half = await sendUntil(size / 2, 0, { admin: before, id, lines, now })
  await first.stop()
  const second = open()
  const admin = await enter(second, made, made.memberId)
  // What the first server took already is refused, with where to go on.
  const again = {
    params: { importId: id, offset: 0 },
    body: new Blob([new Uint8Array(partFrom(0, partBytes, lines, now))]),
  }
  const { taken } = (await admin.isRefused(imports.takeImportPart, again)) as unknown as { taken: number }
  if (taken !== half) throw new Error(`It is to go on at ${taken}, and was read to ${half}.`)
  await sendUntil(size, taken, { admin, id, lines, now })
  const seconds = (performance.now() - begun) / 1000
  const { items } = await admin.does(imports.listImports)
  await second.stop()
  const { rows } = await owner.query<{ stored: number }>(
    'select count(*)::int as stored from signals where org_id = $1 and source = $2',
    [made.org, source],
  )
  const [{ kept, rejected } = { kept: 0, rejected: 0 }] = items
  const found = { rejected, kept, stored: rows[0]?.stored }
  if (!isDeepStrictEqual(found, expected(lines)))
    throw new Error(`${JSON.stringify(found)} came of ${JSON.stringify(expected(lines))}.`)
  return { lines, bytes: size, seconds, ...expected(lines), memory: process.resourceUsage().maxRSS / 1024 }
}

const load = loadavg()[0] ?? 0
const measured: Measured[] = []
for (const lines of values.sizes.split(',').map(Number)) {
  const folder = newFolder('imports')
  try {
    await onDatabase(folder, async (owner, urls) => {
      const open = () => cairnOn({ config: configOf(folder), ...urls, log })
      const cairn = open()
      const made = await addEmpty(cairn)
      await fill(owner, made)
      const admin = await enter(cairn, made, made.memberId)
      await admin.does(setPurpose, {
        params: { purpose: 'imports' },
        body: { isOn: true, legalNote: 'Agreement of May', keepDays: 365, seenBy: 'admins' },
      })
      await cairn.stop()
      measured.push(await bring(owner, open, made, lines))
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
report(measured, load)
console.log('BENCHMARKS.md has the table.')
