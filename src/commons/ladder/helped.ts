import { sql } from 'kysely'
import type { Scope } from '#platform/scope'

const day = 86_400_000
/** Whoever did something for others in so many milliseconds helped lately. */
const lately = 30 * day
/** So many milliseconds are between two proposals to one person, at least. */
export const patience = 7 * day
/** So many people are looked at in one transaction. */
export const batch = 50

const helping = [
  ...['comment.made', 'expert.answered', 'contribution.made', 'review.given', 'review.asked'],
  'coach.offered',
]

/** Some of those who helped lately, are here, not away, want proposals, and have had none for a week; by id, after `after`. */
export async function whoHelped(scope: Scope, after: string | null): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select m.id from members m
    left join ladder_choices l on l.org_id = m.org_id and l.member_id = m.id
    left join expert_profiles p on p.org_id = m.org_id and p.member_id = m.id
    where m.org_id = ${scope.org} and m.left_at is null ${after ? sql`and m.id > ${after}` : sql``}
      and coalesce(l.wants_proposals, true)
      and (l.proposed_at is null or l.proposed_at <= ${before(scope, patience)})
      and (p.availability is null or p.availability <> 'away' or p.until <= ${scope.now})
      and exists (select from facts f where f.org_id = m.org_id and f.actor_id = m.id
        and f.id >= uuid_at(${before(scope, lately)}) and f.type = any(${helping}))
    order by m.id limit ${batch}`.execute(scope.db)
  return rows.map(({ id }) => id)
}

export const before = ({ now }: Scope, time: number) => new Date(now.getTime() - time)
