import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import { holdAlone } from '#platform/db/locks'
import type { Quiet } from '#platform/scope'
import { lockAbsences } from '../absences.ts'
import type { LeftOut } from '../expertise/acts.ts'
import { mayKeepFor } from '../purposes.ts'
import type { Found, OnTopic } from './compute.ts'
import { packParts } from './parts.ts'
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
  const run = 1 + (await lastRun(scope))
  await writeEach(scope, found, { run, isAbsent: await readAbsent(scope) })
  await forgetOlder(scope, run)
  const told = { leftOut: JSON.stringify(leftOut), weights: JSON.stringify(weights) }
  await scope.db
    .insertInto('detections')
    .values({ orgId: scope.org, computedAt: scope.now, run, ...rest, ...told })
    .execute()
  return true
}

/** The number of the run whose scores stand; 0 where there are none. */
async function lastRun({ org, db }: Quiet): Promise<number> {
  const row = await db.selectFrom('detections').select('run').where('orgId', '=', org).executeTakeFirst()
  return row?.run ?? 0
}

/** Deletes what earlier runs found of those of whom nothing is found any more, and what they said of themselves. */
async function forgetOlder({ org, db }: Quiet, run: number): Promise<void> {
  await db.deleteFrom('topicExpertise').where('orgId', '=', org).where('run', '<>', run).execute()
  await db.deleteFrom('expertise').where('orgId', '=', org).where('run', '<>', run).execute()
  await db.deleteFrom('detections').where('orgId', '=', org).execute()
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

interface Run {
  run: number
  isAbsent: ReadonlySet<string>
}

/** Writes in batches; while the database works on one, the next is made. */
async function writeEach(scope: Quiet, found: Iterable<Found>, { run, isAbsent }: Run): Promise<void> {
  let batch: Found[] = []
  let writing = Promise.resolve()
  for (const one of found) {
    if (isAbsent.has(one.memberId)) continue
    batch.push(one)
    if (batch.length < atOnce) continue
    await writing
    writing = writeBatch(scope, batch, run)
    batch = []
    // It is sent before anything else is done.
    await setImmediate()
  }
  await writing
  if (batch.length > 0) await writeBatch(scope, batch, run)
}

/** Rows by column, as they are sent. */
const columnsOf =
  <Row>(rows: readonly Row[]) =>
  <Key extends keyof Row>(key: Key) =>
    rows.map((row) => row[key])

async function writeBatch({ org, db }: Quiet, batch: readonly Found[], run: number): Promise<void> {
  const each = columnsOf(batch)
  await sql`insert into expertise (org_id, member_id, score, low, high, people, acts, recent, former, influence, parts, run)
    select ${org}::uuid, found.*, ${run}::int from unnest(${each('memberId')}::uuid[], ${each('score')}::float8[],
      ${each('low')}::float8[], ${each('high')}::float8[], ${each('people')}::float8[], ${each('acts')}::int[],
      ${each('recent')}::int[], ${each('former')}::int[], ${each('influence')}::float8[],
      ${batch.map(({ parts }) => packParts(parts))}::bytea[]) found
    on conflict (org_id, member_id) do update set score = excluded.score, low = excluded.low, high = excluded.high,
      people = excluded.people, acts = excluded.acts, recent = excluded.recent, former = excluded.former, influence = excluded.influence,
      parts = excluded.parts, run = excluded.run`.execute(db)
  const rows = batch.flatMap(topicRows)
  const eachOf = columnsOf(rows)
  await sql`insert into topic_expertise (org_id, topic_id, member_id, score, own, low, high, people, acts, influence, run)
    select ${org}::uuid, found.*, ${run}::int from unnest(${eachOf('topicId')}::uuid[], ${eachOf('memberId')}::uuid[],
      ${eachOf('score')}::float8[], ${eachOf('own')}::float8[], ${eachOf('low')}::float8[], ${eachOf('high')}::float8[],
      ${eachOf('people')}::int[], ${eachOf('acts')}::int[], ${eachOf('influence')}::float8[])
      as found (topic_id, member_id, score, own, low, high, people, acts, influence)
    where exists (select from topics t where t.org_id = ${org} and t.id = found.topic_id)
    on conflict (org_id, member_id, topic_id) do update set score = excluded.score, own = excluded.own, low = excluded.low,
      high = excluded.high, people = excluded.people, acts = excluded.acts, influence = excluded.influence,
      run = excluded.run`.execute(db)
}

const nothing: OnTopic = { own: 0, score: 0, low: 0, high: 0, influence: 0 }

/** What is found of each topic. */
function topicRows({ memberId, parts, onTopic }: Found) {
  const ofTopics = parts.filter((part) => part.topicId !== null)
  return [...Map.groupBy(ofTopics, ({ topicId }) => topicId as string)].map(([topicId, those]) => ({
    topicId,
    memberId,
    ...(onTopic.get(topicId) ?? nothing),
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
