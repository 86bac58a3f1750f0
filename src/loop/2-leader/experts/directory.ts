import { sql } from 'kysely'
import { groupVisible } from '#people'
import { pageOf, readCursor } from '#platform/db/paging'
import type { Scope } from '#platform/scope'
import type { Profile } from '../expert.contract.ts'
import { isOnNow } from '../purposes.ts'
import { availabilityRank, profileColumns } from './profile-rows.ts'

interface Query {
  limit: number
  after?: string | undefined
  q?: string | undefined
  topicId?: string | undefined
  language?: string | undefined
}

type Row = Profile & { traces: number; rank: number }

/** SQL condition: every word that is typed is in what is known of members `m` and their profile `p`. */
function says(q: string) {
  const words = q.split(/\s+/).filter(Boolean).slice(0, 8)
  const known = sql`folded(concat_ws(' ', m.name, m.title, p.helps_with, (select string_agg(t.name, ' ')
    from profile_topics x join topics t on t.org_id = x.org_id and t.id = x.topic_id
    where x.org_id = m.org_id and x.member_id = m.id)))`
  const has = words.map((word) => sql`position(folded(${word}) in ${known}) > 0`)
  return has.length > 0 ? sql`(${sql.join(has, sql` and `)})` : sql`true`
}

/**
 * Those who said what they can help with, and those who lead: who has time first, among them who has left most traces of
 * knowing it, as far as the reader may see them.
 */
export async function listExperts(scope: Scope, { limit, after, q = '', topicId, language }: Query) {
  const { org } = scope
  const from = readCursor(after, 'number', 'number', 'id')
  const ofTopic = topicId
    ? sql`exists (select from profile_topics x join topics o on o.org_id = x.org_id and o.id = x.topic_id
        where x.org_id = m.org_id and x.member_id = m.id and coalesce(o.merged_into, o.id) = ${topicId})`
    : sql`true`
  const { rows } = await sql<Row>`
    select * from (
      select ${profileColumns(scope)}, ${availabilityRank(scope)} as rank, m.id as of,
        (select count(*)::int from evidence e join groups g on g.org_id = e.org_id and g.id = e.group_id
          where e.org_id = m.org_id and e.member_id = m.id and ${groupVisible(scope, 'g')}
            and ${isOnNow(scope, 'detection')}) as traces
      from (select member_id from expert_profiles where org_id = ${org}
        union select member_id from roles where org_id = ${org} and role = 'leader') who
      join members m on m.org_id = ${org} and m.id = who.member_id and m.left_at is null
      left join expert_profiles p on p.org_id = m.org_id and p.member_id = m.id
      where ${says(q)} and ${ofTopic}
        and ${language ? sql`${language} = any(coalesce(p.languages, array[m.locale]))` : sql`true`}
    ) found
    where ${from ? sql`(rank, -traces, of) > (${from[0]}, ${from[1]}, ${from[2]}::uuid)` : sql`true`}
    order by rank, -traces, of limit ${limit + 1}`.execute(scope.db)
  const { items, next } = pageOf(rows, limit, ({ rank, traces, member }) => [rank, -traces, member.id])
  return { items: items.map(({ rank: _, ...item }) => item), next }
}
