import { sql } from 'kysely'
import type { Stream } from '#platform/db/copy'
import type { Quiet } from '#platform/scope'
import type { Acts, LeftOut } from '../expertise/acts.ts'
import { type Abouts, numberedAbouts } from './abouts.ts'
import { assembled } from './assemble.ts'
import { findBase, readAbouts, readChanges, readKept } from './base.ts'
import type { Members } from './members.ts'
import { dayOf, readActs } from './read.ts'

/** What everybody did for others, and what of it a base is to be told. */
export interface Known {
  acts: Acts
  abouts: Abouts
  leftOut: LeftOut
  /** Of whom an act was left out: they are read from the signals each time. */
  odd: ReadonlySet<number>
  base: {
    begunAt: string
    /** Whose acts it is to be told; null for everybody's. */
    helpers: ReadonlySet<number> | null
    number: Int32Array
    /** How many things that signals are about it knows. */
    abouts: number
    /** The changes that are among these acts. */
    changes: readonly number[]
    absences: string
  } | null
}

/** With more changes than a fifth of all acts reading everything is no slower. */
const mostChanges = 0.2

/** Who takes no part, since when and until when: whether somebody left meanwhile. */
export async function readAbsences({ org, db }: Quiet) {
  const { rows } = await sql<{ memberId: string; said: string }>`
    select member_id, concat_ws(' ', member_id, since, until) as said from detection_absences
    where org_id = ${org} order by member_id`.execute(db)
  return rows.map(({ said }) => said).join('\n')
}

/** All of it, read from the signals; for the base that was begun, if one was. */
export async function readAll(scope: Quiet, stream: Stream, members: Members): Promise<Known> {
  const begunAt = await findBase(scope, 'begun')
  const abouts = numberedAbouts()
  const read = await readActs(scope, stream, members, abouts, null)
  if (!begunAt) return { ...read, abouts, base: null }
  const changes = await readChanges(scope, stream, members, numberedAbouts(), dayOf(scope.now))
  const number = Int32Array.from({ length: members.ids.size() }, (_, member) => member)
  const absences = await readAbsences(scope)
  const base = { begunAt, helpers: null, number, abouts: 1, changes: changes.ids, absences }
  return { ...read, abouts, base }
}

/** The same from the base and what changed since; null where there is no base, it is wrong, or too much changed. */
export async function readFromBase(scope: Quiet, stream: Stream, members: Members): Promise<Known | null> {
  const begunAt = await findBase(scope, 'made')
  if (!begunAt) return null
  const today = dayOf(scope.now)
  const abouts = numberedAbouts()
  await readAbouts(scope, stream, abouts)
  const knownAbouts = abouts.size()
  const kept = await readKept(scope, stream, members)
  const changes = await readChanges(scope, stream, members, abouts, today)
  const anew = new Set(changes.strange)
  for (const [member, length] of kept.length.entries()) if (length === -1) anew.add(member)
  const bytes = kept.length.reduce((sum, length) => sum + Math.max(0, length), 0)
  if ((changes.ids.length + anew.size) * 14 > Math.max(bytes * mostChanges, 14_000)) return null
  const { acts: fresh, ...read } = await readActs(scope, stream, members, abouts, anew)
  const acts = await assembled(scope, stream, { members, kept, changes, anew, fresh, today })
  if (!acts) return null
  const helpers = new Set([...changes.byHelper.keys(), ...anew])
  const absences = await readAbsences(scope)
  const base = {
    begunAt,
    helpers,
    number: kept.number,
    abouts: knownAbouts,
    changes: changes.ids,
    absences,
  }
  return { ...read, acts, abouts, base }
}
