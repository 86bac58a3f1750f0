import { sql } from 'kysely'
import { groupVisible } from '#people'
import type { Scope } from '#platform/scope'

/** SQL condition: a reward `w` is for everybody, or for a group that the reader may see. */
export const rewardSeen = (scope: Scope) => sql<boolean>`(not exists (select from reward_groups q
    where q.org_id = w.org_id and q.reward_id = w.id)
  or exists (select from reward_groups q join groups g on g.org_id = q.org_id and g.id = q.group_id
    where q.org_id = w.org_id and q.reward_id = w.id and ${groupVisible(scope, 'g')}))`

/** SQL condition: a reward `w` is for a member of this id (a column or a value), in one of its groups or below. */
export const isFor = (
  memberId: ReturnType<typeof sql>,
) => sql<boolean>`(not exists (select from reward_groups q
    where q.org_id = w.org_id and q.reward_id = w.id)
  or exists (select from reward_groups q join groups g on g.org_id = q.org_id and q.group_id = any(g.path)
    join roles r on r.org_id = g.org_id and r.group_id = g.id
    where q.org_id = w.org_id and q.reward_id = w.id and r.member_id = ${memberId} and g.archived_at is null))`

/** SQL: the groups that a reward `w` is for and that the reader may see, by name. */
export const groupsShown = (scope: Scope) => sql<{ id: string; name: string }[]>`(
  select coalesce(json_agg(json_build_object('id', g.id, 'name', g.name) order by folded(g.name), g.id), '[]')
  from reward_groups q join groups g on g.org_id = q.org_id and g.id = q.group_id
  where q.org_id = w.org_id and q.reward_id = w.id and ${groupVisible(scope, 'g')})`
