import { sql } from 'kysely'
import { privacy } from '#leader'
import { roles } from '#people'
import { pageOf, readCursor } from '#platform/db/paging'
import { conflict, forbidden, notFound } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { OwnRingFlag, RingFlag, RingSearch } from '../../fairness.contract.ts'
import { refuseUnlessAdmin } from '../../settings/settings.ts'
import { askForRings } from './task.ts'

/** SQL: who the flag `f` is about, by name. */
const members = sql<RingFlag['members']>`(select json_agg(json_build_object('id', m.id, 'name', m.name,
    'title', m.title) order by lower(m.name), m.id)
  from ring_flag_members r join members m on m.org_id = r.org_id and m.id = r.member_id
  where r.org_id = f.org_id and r.flag_id = f.id)`

/** Nothing of it is shown from the moment on that it is switched off. */
const rowsOf = (scope: Scope) =>
  scope.db
    .selectFrom('ringFlags as f')
    .leftJoin('members as d', (join) =>
      join.onRef('d.orgId', '=', 'f.orgId').onRef('d.id', '=', 'f.decidedBy'),
    )
    .select(['f.id', 'f.flaggedAt', 'f.foundAt', 'f.since', 'f.until', 'f.thanks', 'f.allThanks'])
    .select(['f.points', 'f.allPoints', 'f.grounded', 'f.decision', 'f.note', 'f.decidedAt'])
    .select(['d.id as byId', 'd.name as byName', 'd.title as byTitle', members.as('members')])
    .where('f.orgId', '=', scope.org)
    .where(privacy.isOnNow(scope, 'fairness'))

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]

function present({ decision, note, decidedAt, byId, byName, byTitle, ...row }: Row): RingFlag {
  const by = byId === null ? null : { id: byId, name: byName ?? '', title: byTitle ?? '' }
  const decided =
    by && note !== null && decidedAt !== null
      ? { decision: decision as 'nothing' | 'talk', note, by, at: decidedAt }
      : null
  return { ...row, decided }
}

/** Whether thanks are looked through here, and when they last were. */
export async function getRingSearch(scope: Scope): Promise<RingSearch> {
  refuseUnlessAdmin(scope)
  const { rows } = await sql<{ isOn: boolean; searchedAt: string | null; thanks: number; open: number }>`
    select ${privacy.isOnNow(scope, 'fairness')} as is_on, s.searched_at, coalesce(s.thanks, 0) as thanks,
      (select count(*)::int from ring_flags f where f.org_id = ${scope.org} and f.decision is null) as open
    from (select) here left join ring_searches s on s.org_id = ${scope.org}`.execute(scope.db)
  const [row] = rows
  if (!row?.isOn) return { isOn: false, searchedAt: null, thanks: 0, open: 0 }
  return row
}

/** Has them looked through as soon as there is time. */
export async function searchRings(scope: Scope): Promise<void> {
  refuseUnlessAdmin(scope)
  if (!(await privacy.mayKeepFor(scope, 'fairness'))) throw conflict('fairness.off')
  askForRings(scope, true)
  await record(scope, 'rings.asked', {})
}

/** Flags that nobody has decided about, or that somebody has, the latest first. */
export async function listRingFlags(
  scope: Scope,
  query: { state: 'open' | 'decided'; limit: number; after?: string | undefined },
) {
  const after = readCursor(query.after, 'moment', 'id')
  refuseUnlessAdmin(scope)
  let rows = rowsOf(scope).where('f.decision', query.state === 'open' ? 'is' : 'is not', null)
  if (after)
    rows = rows.where(sql<boolean>`(f.flagged_at, f.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const found = await rows
    .orderBy('f.flaggedAt', 'desc')
    .orderBy('f.id', 'desc')
    .limit(query.limit + 1)
    .execute()
  return pageOf(found.map(present), query.limit, ({ flaggedAt, id }) => [flaggedAt, id])
}

async function findFlag(scope: Scope, id: string): Promise<RingFlag> {
  const row = await rowsOf(scope).where('f.id', '=', id).executeTakeFirst()
  if (!row) throw notFound('ring-flag')
  return present(row)
}

/** Nobody decides what is said of themselves, where somebody else can. */
async function findToDecide(scope: Scope, id: string): Promise<RingFlag> {
  refuseUnlessAdmin(scope)
  const flag = await findFlag(scope, id)
  const own = scope.actor.id
  const isOwn = flag.members.some((member) => member.id === own)
  if (isOwn && (await roles.isThereAnotherAdmin(scope, own))) throw forbidden('ring-flag.own')
  return flag
}

async function write(
  scope: Scope,
  id: string,
  decided: { decision: 'nothing' | 'talk'; note: string } | null,
): Promise<RingFlag> {
  await scope.db
    .updateTable('ringFlags')
    .set({
      ...{ decision: decided?.decision ?? null, note: decided?.note ?? null },
      ...{ decidedBy: decided && scope.actor.id, decidedAt: decided && scope.now },
    })
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .execute()
  tell(scope, { topics: ['fairness'] })
  return findFlag(scope, id)
}

/** Says what comes of it, in words; who decided before is on record. It changes no points and no badge. */
export async function decideRingFlag(
  scope: Scope,
  id: string,
  decided: { decision: 'nothing' | 'talk'; note: string },
): Promise<RingFlag> {
  const flag = await findToDecide(scope, id)
  if (flag.decided?.decision === decided.decision && flag.decided.note === decided.note) return flag
  const memberIds = flag.members.map((member) => member.id)
  await record(scope, 'ring.decided', { flagId: id, memberIds, ...decided })
  return write(scope, id, decided)
}

/** Takes a decision back: somebody decides anew. */
export async function reopenRingFlag(scope: Scope, id: string): Promise<RingFlag> {
  const flag = await findToDecide(scope, id)
  if (!flag.decided) return flag
  const { decision, note } = flag.decided
  await record(scope, 'ring.reopened', { flagId: id, before: { decision, note } })
  return write(scope, id, null)
}

/** What was decided about flags that the actor is in; with whom is not said. */
export async function listMyRingFlags(
  scope: Scope,
  query: { limit: number; after?: string | undefined },
): Promise<{ items: OwnRingFlag[]; next: string | null }> {
  const after = readCursor(query.after, 'moment', 'id')
  let rows = rowsOf(scope)
    .innerJoin('ringFlagMembers as own', (join) =>
      join.onRef('own.orgId', '=', 'f.orgId').onRef('own.flagId', '=', 'f.id'),
    )
    .where('own.memberId', '=', scope.actor.id)
    .where('f.decision', 'is not', null)
  if (after)
    rows = rows.where(sql<boolean>`(f.decided_at, f.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const found = await rows
    .orderBy('f.decidedAt', 'desc')
    .orderBy('f.id', 'desc')
    .limit(query.limit + 1)
    .execute()
  const page = pageOf(found, query.limit, ({ decidedAt, id }) => [decidedAt ?? '', id])
  const items = page.items.map(present).flatMap((flag): OwnRingFlag[] => {
    const { id, since, until, thanks, allThanks, points, allPoints, grounded, decided } = flag
    const evidence = { since, until, thanks, allThanks, points, allPoints, grounded }
    return decided ? [{ id, people: flag.members.length, ...evidence, decided }] : []
  })
  return { items, next: page.next }
}
