import { sql } from 'kysely'

/** SQL: what a member `m` says they can help with, the first by name; null where they say nothing. */
export const topicOfMember = sql<string | null>`(select t.name from profile_topics p
  join topics t on t.org_id = p.org_id and t.id = p.topic_id
  where p.org_id = m.org_id and p.member_id = m.id order by t.name limit 1)`
