import { sql } from 'kysely'
import { laps } from '#platform/laps'
import type { Quiet } from '#platform/scope'
import type { LongWork } from '#platform/threads'
import { lockAbsences } from '../absences.ts'
import { readFewest } from '../fewest.ts'
import { mayKeepFor } from '../purposes.ts'
import { membersIn } from '../radar/audience.ts'
import { placesOf } from '../radar/places.ts'
import type { DetectionSettings } from '../weights.contract.ts'
import { type Found, findScores } from './compute.ts'
import { type Counted, readWhole } from './detect.ts'
import { readSettings, weighed } from './read-settings.ts'
import { weightsOf } from './weights.ts'
import { forgetChanges, readAbsent } from './write.ts'

type Asked = DetectionSettings & { askedBy: string; askedAt: string }

/**
 * Answers those who asked who would be among the first if other things counted: both are counted from the same acts, by
 * what counts now and by what would.
 */
export const work: LongWork<Counted> = async (inTransaction) => {
  const { lap, took } = laps()
  const asked = await inTransaction(true, readAsked)
  const help = asked.length > 0 ? await readWhole(inTransaction) : null
  if (!help) return { isCounted: false, took }
  lap('reading')
  const { settings, isAbsent, members, fewest } = await inTransaction(true, async (scope) => ({
    settings: await readSettings(scope),
    isAbsent: await readAbsent(scope),
    members: await countMembers(scope),
    fewest: await readFewest(scope),
  }))
  const firstBy = (one: DetectionSettings) => {
    const found = findScores({ ...help, weights: weightsOf(one) })
    return firstOf(found, isAbsent, fewest.shown, placesOf(members, one.percent))
  }
  const present = firstBy(settings)
  for (const one of asked) {
    const would = firstBy(one)
    await inTransaction(false, (scope) => writeAnswer(scope, one, present, would))
  }
  lap('scoring')
  return { isCounted: true, took }
}

async function readAsked({ org, db }: Quiet): Promise<Asked[]> {
  const rows = await db
    .selectFrom('detectionPreviews')
    .select(['askedBy', 'askedAt', 'percent', 'memory', 'kinds'])
    .where('orgId', '=', org)
    .where('computedAt', 'is', null)
    .execute()
  return rows.map((row) => ({ ...row, kinds: weighed(row.kinds) }))
}

async function countMembers(scope: Quiet): Promise<number> {
  const { rows } = await sql<{ members: number }>`select ${membersIn(scope, scope.org)} as members`.execute(
    scope.db,
  )
  return rows[0]?.members ?? 0
}

/** Those who would be shown on the radar of the whole organization. */
function firstOf(
  found: Iterable<Pick<Found, 'memberId' | 'score' | 'people'>>,
  isAbsent: ReadonlySet<string>,
  fewest: number,
  places: number,
): Set<string> {
  const known: Pick<Found, 'memberId' | 'score'>[] = []
  for (const { memberId, score, people } of found)
    if (people >= fewest && !isAbsent.has(memberId)) known.push({ memberId, score })
  known.sort((a, b) => b.score - a.score || (a.memberId < b.memberId ? -1 : 1))
  return new Set(known.slice(0, places).map(({ memberId }) => memberId))
}

/** Writes down who would come in and who would drop out, unless it was asked anew meanwhile or detection is off by now. */
async function writeAnswer(scope: Quiet, { askedBy, askedAt }: Asked, now: Set<string>, would: Set<string>) {
  if (!(await mayKeepFor(scope, 'detection'))) return
  await lockAbsences(scope)
  const answered = await scope.db
    .updateTable('detectionPreviews')
    .set({ computedAt: scope.now, staying: [...would].filter((id) => now.has(id)).length })
    .where('orgId', '=', scope.org)
    .where('askedBy', '=', askedBy)
    .where('askedAt', '=', askedAt)
    .executeTakeFirst()
  if (answered.numUpdatedRows === 0n) return
  await forgetChanges(scope, askedBy)
  const isAbsent = await readAbsent(scope)
  const rows = [
    ...[...would].filter((id) => !now.has(id)).map((memberId) => ({ memberId, isComing: true })),
    ...[...now].filter((id) => !would.has(id)).map((memberId) => ({ memberId, isComing: false })),
  ].filter(({ memberId }) => !isAbsent.has(memberId))
  await sql`insert into detection_preview_changes (org_id, asked_by, member_id, is_coming)
    select ${scope.org}::uuid, ${askedBy}::uuid, "memberId", "isComing"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as found ("memberId" uuid, "isComing" boolean)`.execute(
    scope.db,
  )
}
