import { sql } from 'kysely'
import type { Quiet } from '#platform/scope'
import type { LongWork } from '#platform/threads'
import { lockAbsences } from '../absences.ts'
import { mayKeepFor } from '../purposes.ts'
import { fewestShown } from '../radar/fewest.ts'
import { placesOf } from '../radar/places.ts'
import type { DetectionSettings } from '../weights.contract.ts'
import { type Found, findHelpers } from './compute.ts'
import { readHelp } from './detect.ts'
import { readSettings, readTopics } from './read.ts'
import { weightsOf } from './weights.ts'
import { forgetChanges, readAbsent } from './write.ts'

type Asked = DetectionSettings & { askedBy: string; askedAt: string }

/**
 * Answers those who asked who would be among the first if other things counted: both are counted from the same acts, by
 * what counts now and by what would. Answers whether anybody was answered.
 */
export const work: LongWork<boolean> = async (inTransaction) => {
  const asked = await inTransaction(true, readAsked)
  const topics = await inTransaction(true, readTopics)
  const help = await inTransaction(true, (scope) => readHelp(scope, topics))
  if (!help || asked.length === 0) return false
  const now = await inTransaction(true, async (scope) => {
    const isAbsent = await readAbsent(scope)
    const here = help.members.ids.filter((id, at) => help.members.isHere[at] && !isAbsent.has(id))
    return { isAbsent, members: here.length, percent: (await readSettings(scope)).percent }
  })
  const first = (found: readonly Found[], percent: number) =>
    firstOf(
      found.filter(({ memberId }) => !now.isAbsent.has(memberId)),
      placesOf(now.members, percent),
    )
  const present = first(findHelpers({ ...help, topics }), now.percent)
  for (const one of asked) {
    const would = first(findHelpers({ ...help, topics, weights: weightsOf(one) }), one.percent)
    await inTransaction(false, (scope) => writeAnswer(scope, one, present, would))
  }
  return true
}

async function readAsked({ org, db }: Quiet): Promise<Asked[]> {
  const rows = await db
    .selectFrom('detectionPreviews')
    .select(['askedBy', 'askedAt', 'percent', 'memory', 'kinds'])
    .where('orgId', '=', org)
    .where('computedAt', 'is', null)
    .execute()
  return rows.map((row) => ({ ...row, kinds: row.kinds as DetectionSettings['kinds'] }))
}

/** Those who would be shown on the radar of the whole organization. */
function firstOf(found: readonly Found[], places: number): Set<string> {
  const known = found.filter(({ people }) => people >= fewestShown)
  const order = known.sort((a, b) => b.score - a.score || (a.memberId < b.memberId ? -1 : 1))
  return new Set(order.slice(0, places).map(({ memberId }) => memberId))
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
