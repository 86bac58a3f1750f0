import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Quiet } from '#platform/scope'
import { lockAbsences } from '../absences.ts'
import { nobody } from '../expertise/acts.ts'
import { mayKeepFor } from '../purposes.ts'
import { type Known, readAbsences } from './known.ts'
import type { Members } from './members.ts'
import { packed } from './pack.ts'

const atOnce = 500

/** Gives a number to who has none. */
function numberAll(number: Int32Array): number[] {
  const added: number[] = []
  let next = number.reduce((most, one) => Math.max(most, one), -1) + 1
  for (let member = 0; member < number.length; member += 1)
    if (number[member] === -1) {
      number[member] = next
      next += 1
      added.push(member)
    }
  return added
}

/**
 * Tells the base what was found in the signals, so that the next count reads what changes from now on. Where somebody left
 * meanwhile it is told nothing: what is known of them may be among these acts.
 */
export async function keepBase(scope: Quiet, known: Known, members: Members): Promise<void> {
  const { base } = known
  if (!base || !(await mayKeepFor(scope, 'detection'))) return
  await lockAbsences(scope)
  const { rows } = await sql<{ begunAt: string }>`
    select begun_at from counted_bases where org_id = ${scope.org} for update`.execute(scope.db)
  if (rows[0]?.begunAt !== base.begunAt || (await readAbsences(scope)) !== base.absences) return
  const added = base.helpers ? numberAll(base.number) : []
  const those = base.helpers
    ? [...new Set([...base.helpers, ...added])]
    : Array.from(base.number, (_, member) => member)
  await writeAbouts(scope, known)
  await writeActs(scope, known, members, those)
  await sql`delete from signal_changes where org_id = ${scope.org} and id = any(${[...base.changes]}::bigint[])`.execute(
    scope.db,
  )
  await sql`update counted_bases set made_at = ${scope.now.toISOString()} where org_id = ${scope.org}`.execute(
    scope.db,
  )
}

async function writeAbouts({ org, db }: Quiet, { abouts, base }: Known): Promise<void> {
  const isNew = ([number]: readonly [number, string]) => number >= (base?.abouts ?? 0)
  const rows = [
    ...[...abouts.subjects()].filter(isNew).map(([number, subjectId]) => ({ number, subjectId })),
    ...[...abouts.tags()].filter(isNew).map(([number, tag]) => ({ number, tag })),
  ]
  for (let start = 0; start < rows.length; start += 10 * atOnce)
    await sql`insert into counted_abouts (org_id, number, subject_id, tag)
      select ${org}::uuid, number, "subjectId", tag
      from jsonb_to_recordset(${JSON.stringify(rows.slice(start, start + 10 * atOnce))}::jsonb)
        as found (number int, "subjectId" uuid, tag text)`.execute(db)
}

async function writeActs(scope: Quiet, known: Known, members: Members, those: number[]): Promise<void> {
  let writing = Promise.resolve()
  for (let start = 0; start < those.length; start += atOnce) {
    const batch = those.slice(start, start + atOnce)
    const rows = batch.map((member) => packedOf(known, member))
    await writing
    writing = writeBatch(scope, known, members, batch, rows)
    await setImmediate()
  }
  await writing
}

const packedOf = ({ acts, odd, base }: Known, member: number): Buffer | null =>
  odd.has(member)
    ? null
    : packed(acts, acts.from[member] as number, acts.from[member + 1] as number, (helped) =>
        helped === nobody ? nobody : (base?.number[helped] as number),
      )

async function writeBatch(
  { org, db }: Quiet,
  { base }: Known,
  { ids }: Members,
  batch: readonly number[],
  rows: readonly (Buffer | null)[],
): Promise<void> {
  const those = sql`select ${org}::uuid, id, number, acts from unnest(${batch.map(ids.idOf)}::uuid[],
    ${batch.map((member) => base?.number[member])}::int[], ${rows}::bytea[]) as told (id, number, acts)`
  // Whoever is there already while all are told had their acts forgotten in between.
  const change = base?.helpers
    ? sql`number = excluded.number, acts = excluded.acts`
    : sql`number = excluded.number`
  await sql`insert into counted_acts (org_id, member_id, number, acts) ${those}
    on conflict (org_id, member_id) do update set ${change}`.execute(db)
}
