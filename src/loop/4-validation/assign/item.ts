import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import type { NamedPolicy } from '../policy/policies.ts'
import { type Relaxation, usualPolicy } from '../queue/policy.ts'
import type { Item, Seat, SeatState } from '../queue/turn.ts'

/** A round as the engine sees it, with the course it is of. */
export interface OpenRound extends Item {
  reviewId: string
  courseId: string
  version: number
  groupId: string
  title: string
  objective: string
  tags: string[]
  needId: string | null
  policy: NamedPolicy
  seats: Seat[]
  /** Whom the author wished for, and who read the round before. */
  first: string[]
  dueAt: string | null
  looksAt: string | null
  strandedAt: string | null
}

interface SeatRow {
  memberId: string
  by: Relaxation | null
  verdict: 'approve' | 'changes' | 'comment' | null
  endedWhy: string | null
  askedAt: string
  remindedAt: string | null
  dueAt: string | null
}

const ofVerdict = { approve: 'approved', changes: 'changes', comment: 'commented' } as const

function stateOf({ verdict, endedWhy }: SeatRow): SeatState {
  if (verdict) return ofVerdict[verdict]
  if (endedWhy === 'expired' || endedWhy === 'declined') return endedWhy
  return endedWhy ? 'released' : 'reading'
}

/** Longer than any turn: who was asked before there were turns keeps theirs. */
const always = new Date(8e15)

const seatOf = (row: SeatRow): Seat => ({
  ...{ memberId: row.memberId, by: row.by, state: stateOf(row), askedAt: new Date(row.askedAt) },
  remindedAt: row.remindedAt ? new Date(row.remindedAt) : null,
  dueAt: row.dueAt ? new Date(row.dueAt) : always,
})

/** A round that is open, kept from changing until the transaction ends; null when it is over, or its course is gone. */
export async function lockOpenRound(scope: Scope, reviewId: string): Promise<OpenRound | null> {
  await sql`select from reviews where org_id = ${scope.org} and id = ${reviewId} for update`.execute(scope.db)
  const { rows } = await sql<
    Omit<OpenRound, 'policy' | 'seats' | 'askedAt'> & {
      policy: NamedPolicy | null
      askedAt: string
      approvalsNeeded: number
      before: string[]
    }
  >`
    select r.id as review_id, r.course_id, r.version, c.group_id, v.title, v.objective, coalesce(v.tags, '{}') as tags, c.need_id, c.author_id,
      r.policy, r.asked_at, r.approvals_needed, r.opinions, r.due_at, r.looks_at, r.stranded_at, r.wished as first,
      array(select w.member_id from reviews b join reviewers w on w.org_id = b.org_id and w.review_id = b.id
        where b.org_id = r.org_id and b.course_id = r.course_id and b.round = r.round - 1 and w.given_at is not null) as before
    from reviews r join courses c on c.org_id = r.org_id and c.id = r.course_id
    join course_versions v on v.org_id = r.org_id and v.course_id = r.course_id and v.number = r.version
    where r.org_id = ${scope.org} and r.id = ${reviewId} and r.closed_at is null and c.discarded_at is null`.execute(
    scope.db,
  )
  const [row] = rows
  if (!row) return null
  const { askedAt, approvalsNeeded, before, policy, ...rest } = row
  return {
    ...rest,
    ...{ askedAt: new Date(askedAt), needed: approvalsNeeded, first: [...row.first, ...before] },
    policy: { ...usualPolicy, named: [], ...policy },
    seats: await readSeats(scope, reviewId),
  }
}

async function readSeats(scope: Scope, reviewId: string): Promise<Seat[]> {
  const { rows } = await sql<SeatRow>`
    select member_id, by, verdict, ended_why, asked_at, reminded_at, due_at from reviewers
    where org_id = ${scope.org} and review_id = ${reviewId} order by asked_at, member_id`.execute(scope.db)
  return rows.map(seatOf)
}
