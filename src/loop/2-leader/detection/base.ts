import { sql } from 'kysely'
import { int32At, type Stream } from '#platform/db/copy'
import { holdAlone, holdTogether } from '#platform/db/locks'
import type { Quiet } from '#platform/scope'
import { nobody } from '../expertise/acts.ts'
import { baseOf } from '../signals/note.ts'
import type { Abouts } from './abouts.ts'
import type { Members } from './members.ts'
import { signalFields, takeSignal } from './read.ts'

/** What a base says of members, by their numbers now. */
export interface Kept {
  /** By which number each is kept; -1 for who is not yet. */
  number: Int32Array
  /** How many bytes their acts are; -1 where they are to be read from the signals, -2 where nothing is kept. */
  length: Int32Array
  /** The member of each number. */
  member: Int32Array
}

/** Since when there is a base; undefined where there is none, or it was never done. */
export async function findBase({ org, db }: Quiet, state: 'made' | 'begun'): Promise<string | undefined> {
  const row = await db
    .selectFrom('countedBases')
    .select('begunAt')
    .where('orgId', '=', org)
    .where('madeAt', state === 'made' ? 'is not' : 'is', null)
    .executeTakeFirst()
  return row?.begunAt
}

/** From now on changes of signals are noted: whoever is changing some is waited for. */
export async function beginBase(scope: Quiet): Promise<void> {
  await holdAlone(scope, baseOf(scope))
  await forgetBase(scope)
  await scope.db.insertInto('countedBases').values({ orgId: scope.org, begunAt: scope.now }).execute()
}

/** Deletes all that is known of an organization's signals; the next count reads them all. None is begun until the transaction ends. */
export async function forgetBase(scope: Quiet): Promise<void> {
  const { org, db } = scope
  await holdTogether(scope, baseOf(scope))
  await db.deleteFrom('countedBases').where('orgId', '=', org).execute()
  await db.deleteFrom('countedActs').where('orgId', '=', org).execute()
  await db.deleteFrom('countedAbouts').where('orgId', '=', org).execute()
  await db.deleteFrom('signalChanges').where('orgId', '=', org).execute()
}

/** Runs what deletes a member's signals, and forgets with it what was packed of them and of those who helped them. */
export async function forgettingPacked(
  scope: Quiet,
  memberId: string,
  forget: () => Promise<void>,
): Promise<void> {
  const { org, db } = scope
  await holdTogether(scope, baseOf(scope))
  const { rows } = await sql<{ helperId: string }>`
    select helper_id from signals where org_id = ${org} and helped_id = ${memberId}
    union select helper_id from signals where org_id = ${org} and veiled_id = ${memberId}
    union select helper_id from signal_changes where org_id = ${org} and helped_id = ${memberId}
    union select ${memberId}::uuid`.execute(db)
  await forget()
  const those = rows.map(({ helperId }) => helperId)
  await sql`insert into counted_acts (org_id, member_id) select ${org}, helper_id from unnest(${those}::uuid[]) helper_id
    where exists (select from counted_bases b where b.org_id = ${org})
    on conflict (org_id, member_id) do update set acts = null`.execute(db)
  await sql`delete from signal_changes where org_id = ${org} and helper_id = any(${those}::uuid[])`.execute(
    db,
  )
}

export async function readAbouts({ org }: Quiet, stream: Stream, abouts: Abouts): Promise<void> {
  await stream(
    `select subject_id, tag from counted_abouts where org_id = '${org}' order by number`,
    (bytes, at) => {
      abouts.add(bytes, at)
    },
  )
}

export async function readKept({ org }: Quiet, stream: Stream, { ids }: Members): Promise<Kept> {
  const members = ids.size()
  const kept = { number: new Int32Array(members).fill(-1), length: new Int32Array(members).fill(-2) }
  const member: number[] = []
  await stream(
    `select member_id, coalesce(number, -1), coalesce(octet_length(acts), -1) from counted_acts where org_id = '${org}'`,
    (bytes, at) => {
      const who = ids.find(bytes, at + 4)
      const number = int32At(bytes, at + 24)
      kept.number[who] = number
      kept.length[who] = int32At(bytes, at + 32)
      if (number >= 0) member[number] = who
    },
  )
  return { ...kept, member: Int32Array.from(member) }
}

/** One act that came or went. */
export interface Change {
  comes: boolean
  helped: number
  day: number
  kind: number
  useful: number
}

/** What changed since, by helper, in the order in which it did; of which not all can be applied, and the ids of all. */
export interface Changes {
  byHelper: Map<number, Change[]>
  strange: Set<number>
  ids: number[]
}

export async function readChanges(
  { org }: Quiet,
  stream: Stream,
  members: Members,
  abouts: Abouts,
  today: number,
): Promise<Changes> {
  const changes: Changes = { byHelper: new Map(), strange: new Set(), ids: [] }
  const query = `select id, times, ${signalFields('helped_id')} from signal_changes where org_id = '${org}' order by id`
  await stream(query, (bytes, at) => {
    changes.ids.push(Number(bytes.readBigInt64BE(at + 4)))
    const comes = int32At(bytes, at + 16) === 1
    takeSignal(bytes, at + 20, members, abouts, (helper, helped, day, kind, useful) => {
      const isUsual = helped !== helper && helped < members.ids.size() && helped >= nobody
      if (!isUsual || day < 0 || day > today) changes.strange.add(helper)
      const those = changes.byHelper.get(helper) ?? []
      those.push({ comes, helped, day, kind, useful: Math.max(0, useful) })
      changes.byHelper.set(helper, those)
    })
  })
  return changes
}
