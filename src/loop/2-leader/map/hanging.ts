import { type RawBuilder, sql } from 'kysely'
import type { Quiet } from '#platform/scope'
import { fewestTold } from '../fewest.ts'

/** A topic hangs on somebody who gives so much of the help with it. */
const most = 0.6

/**
 * SQL, a query: of each topic how many know it who are told of at all (they helped enough people), how many of those lead,
 * and on whom it hangs, if on anybody. `those` says of members `m` who is among them.
 */
export const knownOf = (scope: Pick<Quiet, 'org'>, those: RawBuilder<boolean>) => sql`
  select topic_id, count(*)::int as experts, count(*) filter (where leads)::int as leaders,
    max(member_id::text) filter (where own >= ${most} * whole)::uuid as hangs_on
  from (
    select e.topic_id, e.member_id, e.own, sum(e.own) over (partition by e.topic_id) as whole,
      exists (select from roles r where r.org_id = m.org_id and r.member_id = m.id and r.role = 'leader') as leads
    from topic_expertise e join members m on m.org_id = e.org_id and m.id = e.member_id
    where e.org_id = ${scope.org} and e.people >= ${fewestTold(scope)} and ${those}) known
  group by topic_id`
