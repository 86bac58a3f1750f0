import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import { holdAlone } from '#platform/db/locks'
import type { Quiet } from '#platform/scope'
import { lockAbsences } from '../absences.ts'
import type { LeftOut } from '../expertise/acts.ts'
import { mayKeepFor } from '../purposes.ts'
import type { Found } from './compute.ts'
import type { Topics } from './topics.ts'
import type { DetectionWeights } from './weights.ts'

/** What a run says of itself. */
export interface Summary {
  signals: number
  leftOut: LeftOut
  members: number
  weights: DetectionWeights
}

const atOnce = 500

/** Whoever writes scores or topics waits for who does so at the same time. */
export const lockScores = (scope: Quiet): Promise<void> => holdAlone(scope, `scores ${scope.org}`)

/** Puts what was found in the place of what was, unless detection was switched off meanwhile; of who takes no part nothing is written. */
export async function writeFound(
  scope: Quiet,
  found: Iterable<Found>,
  { leftOut, weights, ...rest }: Summary,
): Promise<boolean> {
  await lockScores(scope)
  if (!(await mayKeepFor(scope, 'detection'))) return false
  await lockAbsences(scope)
  await forgetScores(scope)
  await writeEach(scope, found, await readAbsent(scope))
  const told = { leftOut: JSON.stringify(leftOut), weights: JSON.stringify(weights) }
  await scope.db
    .insertInto('detections')
    .values({ orgId: scope.org, computedAt: scope.now, ...rest, ...told })
    .execute()
  return true
}

/** Who took no part at the scope's moment. */
export async function readAbsent(scope: Quiet): Promise<Set<string>> {
  const absent = await scope.db
    .selectFrom('detectionAbsences')
    .select('memberId')
    .where('orgId', '=', scope.org)
    .where((e) => e.or([e('until', 'is', null), e('until', '>', scope.now.toISOString())]))
    .execute()
  return new Set(absent.map(({ memberId }) => memberId))
}

/** Writes in batches; while the database works on one, the next is made. */
async function writeEach(scope: Quiet, found: Iterable<Found>, isAbsent: ReadonlySet<string>): Promise<void> {
  let batch: Found[] = []
  let writing = Promise.resolve()
  for (const one of found) {
    if (isAbsent.has(one.memberId)) continue
    batch.push(one)
    if (batch.length < atOnce) continue
    await writing
    writing = writeBatch(scope, batch)
    batch = []
    // It is sent before anything else is done.
    await setImmediate()
  }
  await writing
  if (batch.length > 0) await writeBatch(scope, batch)
}

async function writeBatch({ org, db }: Quiet, batch: readonly Found[]): Promise<void> {
  await sql`insert into expertise (org_id, member_id, score, low, high, people, acts, recent, former, parts)
    select ${org}::uuid, "memberId", score, low, high, people, acts, recent, former, parts
    from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) as found ("memberId" uuid, score float8, low float8,
      high float8, people int, acts int, recent int, former int, parts jsonb)`.execute(db)
  await sql`insert into topic_expertise (org_id, topic_id, member_id, score, people, acts)
    select ${org}::uuid, "topicId", "memberId", score, people, acts
    from jsonb_to_recordset(${JSON.stringify(batch.flatMap(topicRows))}::jsonb) as found ("topicId" uuid,
      "memberId" uuid, score float8, people int, acts int)
    where exists (select from topics t where t.org_id = ${org} and t.id = "topicId")`.execute(db)
}

/** The part of a score that is of each topic. */
function topicRows({ memberId, parts }: Found) {
  const ofTopics = parts.filter((part) => part.topicId !== null)
  return [...Map.groupBy(ofTopics, ({ topicId }) => topicId as string)].map(([topicId, those]) => ({
    topicId,
    memberId,
    score: those.reduce((sum, { part }) => sum + part, 0),
    // Someone helped in two ways is one of the greater number.
    people: those.reduce((most, { people }) => Math.max(most, people), 0),
    acts: those.reduce((sum, { acts }) => sum + acts, 0),
  }))
}

/** Says anew of which topic each need and course is. */
export async function writeTopics(scope: Quiet, { ids, bySubject }: Topics): Promise<void> {
  const { org, db } = scope
  const rows = [...bySubject].map(([subjectId, topic]) => ({ subjectId, topicId: ids[topic - 1] }))
  await lockScores(scope)
  await sql`delete from subject_topics where org_id = ${org}`.execute(db)
  for (let start = 0; start < rows.length; start += atOnce)
    await sql`insert into subject_topics (org_id, subject_id, topic_id)
      select ${org}::uuid, "subjectId", "topicId"
      from jsonb_to_recordset(${JSON.stringify(rows.slice(start, start + atOnce))}::jsonb)
        as found ("subjectId" uuid, "topicId" uuid)
      where exists (select from topics t where t.org_id = ${org} and t.id = "topicId")`.execute(db)
}

/** Deletes every score of the organization. */
export async function forgetScores(scope: Quiet): Promise<void> {
  await scope.db.deleteFrom('topicExpertise').where('orgId', '=', scope.org).execute()
  await scope.db.deleteFrom('expertise').where('orgId', '=', scope.org).execute()
  await scope.db.deleteFrom('detections').where('orgId', '=', scope.org).execute()
}

/** Deletes the scores of a member who takes no part any more. */
export async function forgetScoreOf(scope: Quiet, memberId: string): Promise<void> {
  const those = sql`org_id = ${scope.org} and member_id = ${memberId}`
  await sql`delete from topic_expertise where ${those}`.execute(scope.db)
  await sql`delete from expertise where ${those}`.execute(scope.db)
  await sql`delete from detection_preview_changes where ${those}`.execute(scope.db)
  await sql`delete from handovers where ${those} and why = 'left'`.execute(scope.db)
}

/** Deletes what came of somebody's question who would be among the first. */
export async function forgetChanges({ org, db }: Quiet, askedBy: string): Promise<void> {
  await sql`delete from detection_preview_changes where org_id = ${org} and asked_by = ${askedBy}`.execute(db)
}

/** Deletes every such question and what came of it. */
export async function forgetPreviews({ org, db }: Quiet): Promise<void> {
  await db.deleteFrom('detectionPreviewChanges').where('orgId', '=', org).execute()
  await db.deleteFrom('detectionPreviews').where('orgId', '=', org).execute()
}
