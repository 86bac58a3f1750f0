import { type RawBuilder, sql } from 'kysely'
import { person } from '#people'
import { notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import type { Availability, Profile } from '../expert.contract.ts'
import { fewestTold } from '../fewest.ts'

/**
 * SQL: the columns of a profile, of members `m` beside their row `p` in expert_profiles, which may be missing. Who was busy
 * or away until a moment that has passed is open again.
 */
export const profileColumns = (scope: Scope): RawBuilder<unknown> => sql`
  ${person('m')} as member,
  exists (select from roles r where r.org_id = m.org_id and r.member_id = m.id and r.role = 'leader') as is_leader,
  coalesce(p.helps_with, '') as helps_with,
  (select coalesce(json_agg(json_build_object('id', said.id, 'name', said.name, 'mine', said.mine,
      'endorsements', case when said.others < ${fewestTold(scope)} then null else said.count end) order by lower(said.name)), '[]')
    from (
      select t.id, t.name, count(e.by_id)::int as count,
        count(e.by_id) filter (where e.by_id <> ${scope.actor.id})::int as others, coalesce(bool_or(e.by_id = ${scope.actor.id}), false) as mine
      from profile_topics x join topics o on o.org_id = x.org_id and o.id = x.topic_id
      join topics t on t.org_id = o.org_id and t.id = coalesce(o.merged_into, o.id)
      left join endorsements e on e.org_id = x.org_id and e.member_id = x.member_id and e.topic_id = t.id
      where x.org_id = m.org_id and x.member_id = m.id group by t.id, t.name) said) as topics,
  coalesce(p.languages, array[m.locale]) as languages, ${availabilityAt(scope.now)} as availability,
  case when p.until > ${scope.now} then p.until end as until`

/** SQL: whether who has a row `p` has time at a moment. */
export const availabilityAt = (now: Date): RawBuilder<Availability> =>
  sql<Availability>`case when p.availability is null or p.until <= ${now} then 'open' else p.availability end`

/** SQL: who has time stands first, who is busy next, who is away last. */
export const availabilityRank = ({ now }: Scope): RawBuilder<number> =>
  sql<number>`case ${availabilityAt(now)} when 'open' then 0 when 'busy' then 1 else 2 end`

/** What someone says they can help with; null for who says nothing and does not lead. Throws 404 for no member. */
export async function findProfile(scope: Scope, memberId: string): Promise<Profile | null> {
  const { rows } = await sql<Profile & { isSaid: boolean }>`
    select ${profileColumns(scope)}, p.member_id is not null as is_said
    from members m left join expert_profiles p on p.org_id = m.org_id and p.member_id = m.id
    where m.org_id = ${scope.org} and m.id = ${memberId}`.execute(scope.db)
  const [row] = rows
  if (!row) throw notFound('member')
  const { isSaid, ...profile } = row
  return isSaid || profile.isLeader ? profile : null
}
