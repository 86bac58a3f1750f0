import { sql } from 'kysely'
import { groupVisible } from '#people'
import type { Scope } from '#platform/scope'

/** Thanks for something in a private group are for those who may see that something. */
const aboutVisible = (scope: Scope) => sql<boolean>`not exists (select from groups g where g.org_id = k.org_id
  and g.id in (select c.group_id from courses c where c.org_id = k.org_id and c.id = k.course_id
    union all select n.group_id from needs n where n.org_id = k.org_id and n.id = k.need_id)
  and not ${groupVisible(scope, 'g')})`

/** Private thanks are between two; of a blind review the author does not learn whom they thanked. */
const theirsToSee = ({ actor }: Scope) => sql<boolean>`(not k.is_private or k.to_id = ${actor.id}
  or k.from_id = ${actor.id} and not exists (select from reviews r
    where r.org_id = k.org_id and r.id = k.review_id and r.is_blind))`

/** The thanks `k` that the actor may read, and that were not taken back. */
export const visibleKudos = (scope: Scope) =>
  scope.db
    .selectFrom('kudos as k')
    .where('k.orgId', '=', scope.org)
    .where('k.withdrawnAt', 'is', null)
    .where(aboutVisible(scope))
    .where(theirsToSee(scope))
