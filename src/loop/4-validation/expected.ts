import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import { afterWorkingDays, workingDaysBetween } from '#platform/working-days'
import type { Review } from './contract.ts'

/**
 * How many working days a round takes from asking to its decision: the median of the last 200 of the last 90 days; null
 * while there are fewer than five.
 */
export async function readPace({ org, now, db }: Scope): Promise<number | null> {
  const { rows } = await sql<{ askedAt: string; closedAt: string }>`
    select r.asked_at, r.closed_at from reviews r
    where r.org_id = ${org} and r.closed_at > ${new Date(now.getTime() - 90 * 86_400_000)}
      and r.outcome in ('approved', 'changes') order by r.closed_at desc limit 200`.execute(db)
  if (rows.length < 5) return null
  const took = rows.map(({ askedAt, closedAt }) => workingDaysBetween(new Date(askedAt), new Date(closedAt)))
  return took.sort((a, b) => a - b)[Math.floor(took.length / 2)] ?? null
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
  const [asked, due] = [new Date(askedAt), new Date(dueAt)]
  const places = reviewers.flatMap(({ place }) => place ?? [])
  const place = places.length > 0 ? Math.min(...places) : 1
  const expected = afterWorkingDays(asked, place * (pace ?? usualShare * workingDaysBetween(asked, due)))
  return { ...told, expectedAt: new Date(Math.min(expected.getTime(), due.getTime())).toISOString() }
}
