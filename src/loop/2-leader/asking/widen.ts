import { sql } from 'kysely'
import { holdAlone } from '#platform/db/locks'
import type { Task } from '#platform/jobs'
import { enqueue, type Scope, tell } from '#platform/scope'
import { organizationTask, type Runtime } from '#platform/unit'
import { record } from '#record'
import type { NeedAbout } from '../experts/near.ts'
import { candidatesFor, leadersOf } from './candidates.ts'

/** How many are asked in each wave, and how many of those who lead the group in the last. */
const asksOf = { 1: 3, 2: 5, 3: 10 } as const
type Wave = keyof typeof asksOf
/** After so many milliseconds without help more people are asked. */
const patience = 2 * 86_400_000

/** Whoever asks about a need, or answers, waits for who does so at the same time. */
export const lockAsking = (scope: Scope, needId: string): Promise<void> =>
  holdAlone(scope, `asking ${needId}`)

interface Asking extends NeedAbout {
  askedBy: string
  askerName: string
  wave: Wave
  isOpen: boolean
  isHelped: boolean
  widensAt: string | null
}

async function findAsking(scope: Scope, needId: string): Promise<Asking | undefined> {
  const { rows } = await sql<Asking>`
    select n.id, n.title, n.details, n.group_id, n.raised_by, a.asked_by, m.name as asker_name, a.wave, a.widens_at,
      n.answered_at is null and n.closed_at is null and n.merged_into is null as is_open,
      exists (select from asked_experts e where e.org_id = a.org_id and e.need_id = a.need_id and e.answer = 'helping')
        or exists (select from claims c where c.org_id = a.org_id and c.need_id = a.need_id and c.released_at is null)
        as is_helped
    from askings a join needs n on n.org_id = a.org_id and n.id = a.need_id
    join members m on m.org_id = a.org_id and m.id = a.asked_by
    where a.org_id = ${scope.org} and a.need_id = ${needId}`.execute(scope.db)
  return rows[0]
}

/** Who is not asked any more: who was, and who asks. */
async function readAsked({ org, db }: Scope, { id: needId, askedBy }: Asking): Promise<Set<string>> {
  const rows = await db
    .selectFrom('askedExperts')
    .select('memberId')
    .where('orgId', '=', org)
    .where('needId', '=', needId)
    .execute()
  return new Set([askedBy, ...rows.map(({ memberId }) => memberId)])
}

/** Asks some members, and tells them. */
async function ask(scope: Scope, asking: Asking, wave: Wave, memberIds: readonly string[]): Promise<void> {
  if (memberIds.length === 0) return
  await scope.db
    .insertInto('askedExperts')
    .values(
      memberIds.map((memberId) => ({
        orgId: scope.org,
        needId: asking.id,
        memberId,
        wave,
        askedAt: scope.now,
      })),
    )
    .execute()
  const { id: needId, askedBy } = asking
  await record(scope, 'expert.asked', { needId, askedBy, memberIds: [...memberIds], wave })
  tell(scope, { topics: ['asking'] })
}

/** Asks the next wave: the best there are; where there is nobody, or in the last wave, those who lead the group. */
export async function askWave(
  scope: Scope,
  needId: string,
  wave: Wave,
  first: readonly string[] = [],
): Promise<void> {
  const asking = await findAsking(scope, needId)
  if (!asking) return
  const isAsked = await readAsked(scope, asking)
  const best = wave === 3 ? [] : await candidatesFor(scope, asking, new Set([...isAsked, ...first]))
  const chosen = [...first, ...best].slice(0, asksOf[wave])
  const now = chosen.length > 0 ? wave : 3
  const people = chosen.length > 0 ? chosen : (await leadersOf(scope, asking, isAsked)).slice(0, asksOf[3])
  await ask(scope, asking, now, people)
  const widensAt = now === 3 ? null : new Date(scope.now.getTime() + patience)
  await scope.db
    .updateTable('askings')
    .set({ wave: now, widensAt })
    .where('orgId', '=', scope.org)
    .where('needId', '=', needId)
    .execute()
  if (!widensAt) return
  const payload = { org: scope.org, needId }
  enqueue(scope, { task: 'widen-asking', payload, runAt: widensAt.toISOString(), key: `widen ${needId}` })
}

/** Asks one more, the next best, in the place of who passed it on. */
export async function askNext(scope: Scope, needId: string): Promise<void> {
  const asking = await findAsking(scope, needId)
  if (!asking || asking.isHelped) return
  const [next] = await candidatesFor(scope, asking, await readAsked(scope, asking))
  if (next !== undefined) await ask(scope, asking, asking.wave, [next])
}

/** Widens the circle, where it is time and still nobody can help. */
async function widen(scope: Scope, needId: string): Promise<void> {
  await lockAsking(scope, needId)
  const asking = await findAsking(scope, needId)
  if (!asking?.isOpen || asking.isHelped || asking.widensAt === null) return
  if (asking.widensAt > scope.now.toISOString()) return
  await askWave(scope, needId, asking.wave === 1 ? 2 : 3)
}

/** The job that widens the circle of those who are asked. Tried twice, it asks nobody twice. */
export const widenTask = (runtime: Runtime, now: () => Date): Task =>
  organizationTask(runtime, now, (scope, { needId }) => widen(scope, String(needId)))
