import { sql } from 'kysely'
import type { Task } from '#platform/jobs'
import { enqueue, type Scope } from '#platform/scope'
import { organizationTask, type Runtime } from '#platform/unit'
import { record } from '#record'
import { inCommunity } from '../members.ts'
import { deedsBetween, sectionsFor } from './deeds.ts'
import { writeDigests } from './letter.ts'
import { dueAt, spanOf, weeksAt, zoneOf } from './week.ts'

/** So many leaders are written to in one transaction. */
const batch = 200
/** Clocks of servers differ a little: a job that comes so early is on time. */
const patience = 60_000

/** Has it looked at whether letters about the last week are due, and when the next ones will be: every night. */
export const askForDigest = (scope: Scope): void =>
  enqueue(scope, {
    task: 'community-digest',
    payload: { org: scope.org, isNightly: true },
    key: `digest at night ${scope.org}`,
  })

interface Progress {
  doneTo: string | null
  finishedAt: string | null
  letters: number
}

/** How far the letters about a week are; nobody else writes them until the transaction ends. */
async function lockWeek({ org, db, now }: Scope, week: string): Promise<Progress> {
  await sql`insert into community_digests (org_id, week, begun_at) values (${org}, ${week}, ${now.toISOString()}::timestamptz)
    on conflict do nothing`.execute(db)
  const { rows } = await sql<Progress>`select done_to, finished_at, letters from community_digests
    where org_id = ${org} and week = ${week} for update`.execute(db)
  return rows[0] ?? { doneTo: null, finishedAt: null, letters: 0 }
}

interface Reader {
  id: string
  opened: string[]
}

/** Leaders after one, by their ids, with the groups whose private groups each may enter. */
async function readersAfter({ org, db }: Scope, doneTo: string | null): Promise<Reader[]> {
  const { rows } = await sql<Reader>`select m.id, array(select distinct r.group_id from roles r
      join groups o on o.org_id = r.org_id and o.id = r.group_id
      where r.org_id = m.org_id and r.member_id = m.id and (o.private or r.role <> 'learner')) as opened
    from members m where m.org_id = ${org} and ${inCommunity} ${doneTo ? sql`and m.id > ${doneTo}::uuid` : sql``}
    order by m.id limit ${batch}`.execute(db)
  return rows
}

/** Writes to the next leaders about a week, and answers whether some are left. A letter that was written is not written again. */
async function writeNext(scope: Scope, week: string, timeZone: string): Promise<boolean> {
  const { doneTo, finishedAt, letters: before } = await lockWeek(scope, week)
  if (finishedAt) return false
  const done = await deedsBetween(scope, spanOf(week, timeZone))
  const readers = done.length > 0 ? await readersAfter(scope, doneTo) : []
  const told = readers.map(({ id, opened }) => [id, sectionsFor(done, opened)] as const)
  const letters =
    before + (await writeDigests(scope, week, new Map(told.filter(([, all]) => all.length > 0))))
  const isFinished = readers.length < batch
  await scope.db
    .updateTable('communityDigests')
    .set({ doneTo: readers.at(-1)?.id ?? doneTo, letters, ...(isFinished && { finishedAt: scope.now }) })
    .where('orgId', '=', scope.org)
    .where('week', '=', week)
    .execute()
  if (isFinished) await record(scope, 'digest.written', { week, letters })
  return !isFinished
}

/** Does what is due. At night it also says when to come back; before its time, or once it is done, it does nothing. */
async function run(scope: Scope, isNightly: boolean): Promise<void> {
  const timeZone = await zoneOf(scope)
  const { last, running } = weeksAt(scope.now, timeZone)
  const payload = { org: scope.org }
  const key = `digest ${scope.org}`
  const isDue = dueAt(last, timeZone).getTime() <= scope.now.getTime() + patience
  const isMore = isDue && (await writeNext(scope, last, timeZone))
  if (isMore) return enqueue(scope, { task: 'community-digest', payload, key })
  if (!isNightly) return
  const next = dueAt(isDue ? running : last, timeZone)
  enqueue(scope, { task: 'community-digest', payload, runAt: next.toISOString(), key })
}

/** The job that writes to leaders, every Monday morning, what leaders did in the week before. */
export const digestTask = (runtime: Runtime, now: () => Date): Task =>
  organizationTask(runtime, now, (scope, { isNightly }) => run(scope, isNightly === true))
