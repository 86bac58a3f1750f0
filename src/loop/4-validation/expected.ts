import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import type { Review } from './contract.ts'

/**
 * How long a round takes from asking to its decision, in milliseconds: the median of the last 200 of the last 90 days;
 * null while there are fewer than five.
 */
export async function readPace({ org, now, db }: Scope): Promise<number | null> {
  const { rows } = await sql<{ pace: number | null }>`
    select case when count(*) >= 5 then 1000 * percentile_cont(0.5) within group (order by took) end as pace from (
      select extract(epoch from r.closed_at - r.asked_at)::float8 as took from reviews r
      where r.org_id = ${org} and r.closed_at > ${new Date(now.getTime() - 90 * 86_400_000)}
        and r.outcome in ('approved', 'changes') order by r.closed_at desc limit 200) last`.execute(db)
  return rows[0]?.pace ?? null
}

interface Row {
  askedAt: string
  dueAt: string | null
  isBlind: boolean
  strandedAt: string | null
  outcome: string | null
}

/** Where no pace is known yet, a round is expected after this share of its time. */
const usualShare = 0.6

/** What an author is told of the queue: until when the round is to be decided, when that is expected, and whether anybody can be asked. */
export function queueOf(
  { askedAt, dueAt, isBlind, strandedAt, outcome }: Row,
  reviewers: Review['reviewers'],
  pace: number | null,
): Pick<Review, 'dueAt' | 'expectedAt' | 'isBlind' | 'isStranded'> {
  const told = { dueAt, isBlind, isStranded: outcome === null && strandedAt !== null }
  if (outcome !== null || dueAt === null || told.isStranded) return { ...told, expectedAt: null }
  const asked = Date.parse(askedAt)
  const due = Date.parse(dueAt)
  const places = reviewers.flatMap(({ place }) => place ?? [])
  const place = places.length > 0 ? Math.min(...places) : 1
  const expected = Math.min(asked + place * (pace ?? usualShare * (due - asked)), due)
  return { ...told, expectedAt: new Date(expected).toISOString() }
}
