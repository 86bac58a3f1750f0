import { sql } from 'kysely'
import { conflict } from '#platform/problem'
import type { Scope } from '#platform/scope'
import type { Review } from '../contract.ts'
import type { Judgement, RoundCriterion } from '../criteria.contract.ts'
import { numberOf, veiledMember } from '../reviewers.ts'
import { notPassed } from './score.ts'

/** The criteria that a round was asked under; none where it is from before there were any. */
export const criteriaOf = ({ criteria }: { criteria: unknown }): RoundCriterion[] =>
  (criteria as RoundCriterion[] | null) ?? []

interface Row extends Omit<Judgement, 'member'> {
  reviewId: string
  id: string
  name: string
  title: string
  isBlind: boolean
  number: number
}

/**
 * What the reader may know of what was judged in some rounds: what they judged themselves, and what the others did who have
 * given their verdict; in a blind round not before they gave their own.
 */
export async function judgementsOf(
  scope: Scope,
  reviewIds: readonly string[],
): Promise<Map<string, Judgement[]>> {
  const me = scope.actor.id
  const { rows } = await sql<Row>`
    select j.review_id, j.criterion, j.level, j.note, m.id, m.name, m.title, r.is_blind, ${numberOf('j', 'member_id')} as number
    from judgements j
      join reviewers w on w.org_id = j.org_id and w.review_id = j.review_id and w.member_id = j.member_id
      join reviews r on r.org_id = j.org_id and r.id = j.review_id
      join courses c on c.org_id = r.org_id and c.id = r.course_id
      join members m on m.org_id = j.org_id and m.id = j.member_id
    where j.org_id = ${scope.org} and j.review_id = any(${[...reviewIds]}::uuid[])
      and (j.member_id = ${me} or (w.given_at is not null and (not r.is_blind or r.closed_at is not null or c.author_id = ${me}
        or exists (select from reviewers o where o.org_id = r.org_id and o.review_id = r.id
          and o.member_id = ${me} and o.given_at is not null))))
    order by number, j.criterion`.execute(scope.db)
  const told = rows.map(({ reviewId, id, name, title, isBlind, number, ...rest }) => ({
    reviewId,
    judgement: { ...rest, member: isBlind && id !== me ? veiledMember(number) : { id, name, title } },
  }))
  const grouped = Map.groupBy(told, ({ reviewId }) => reviewId)
  return new Map([...grouped].map(([id, some]) => [id, some.map(({ judgement }) => judgement)]))
}

/** Throws unless the actor judged each criterion that must pass, and found the course good enough on it. */
export function refuseNotPassed(
  scope: Scope,
  { criteria, judgements }: Pick<Review, 'criteria' | 'judgements'>,
): void {
  const own = judgements.filter(({ member }) => member.id === scope.actor.id)
  const open = notPassed(criteria, own)
  const [first] = open
  if (!first) return
  const { key: criterion } = first
  if (first.why === 'unjudged') throw conflict('review.unjudged', { criterion, count: open.length })
  throw conflict('review.not-passed', { criterion, count: open.length })
}
