import { sql } from 'kysely'
import { groupVisible } from '#people'
import { pageOf, readCursor } from '#platform/db/paging'
import type { Scope } from '#platform/scope'
import type { HeldEvidence } from '../held-lists.contract.ts'

interface Row {
  id: string
  kind: HeldEvidence['kind']
  subject: 'course' | 'need' | 'thanks'
  subjectId: string
  words: string | null
  isThere: boolean
  topics: HeldEvidence['topics']
  at: string
}

/** SQL: what evidence `e` is about still stands, where its member may see it now. Thanks that are evidence stand. */
const standsFor = (scope: Scope) => sql<boolean>`case e.subject
  when 'course' then exists (select from courses c
    join groups o on o.org_id = c.org_id and o.id = c.group_id and ${groupVisible(scope, 'o')}
    where c.org_id = e.org_id and c.id = e.subject_id and c.discarded_at is null
      and (c.author_id = e.member_id or c.published_version is not null and c.retired_at is null))
  when 'need' then exists (select from needs n
    join groups o on o.org_id = n.org_id and o.id = n.group_id and ${groupVisible(scope, 'o')}
    where n.org_id = e.org_id and n.id = e.subject_id)
  else true end`

/** Every trace of what the actor knows, the latest first; of what they may not see any more, that there is one. */
export async function listMyEvidence(scope: Scope, query: { limit: number; after?: string | undefined }) {
  const from = readCursor(query.after, 'moment', 'id')
  const { rows } = await sql<Row>`
    select e.id, e.kind, e.subject, e.subject_id, e.at, ${standsFor(scope)} as is_there,
      case when g.id is not null then e.words end as words,
      (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) order by lower(t.name)), '[]')
        from (select distinct t.id, t.name from subject_topics x
          join topics o on o.org_id = x.org_id and o.id = x.topic_id
          join topics t on t.org_id = o.org_id and t.id = coalesce(o.merged_into, o.id)
          where x.org_id = e.org_id and x.subject_id = e.subject_id and g.id is not null) t) as topics
    from evidence e
    left join groups g on g.org_id = e.org_id and g.id = e.group_id and ${groupVisible(scope, 'g')}
    where e.org_id = ${scope.org} and e.member_id = ${scope.actor.id}
      ${from ? sql`and (e.at, e.id) < (${from[0]}::timestamptz, ${from[1]}::uuid)` : sql``}
    order by e.at desc, e.id desc limit ${query.limit + 1}`.execute(scope.db)
  const { items, next } = pageOf(rows, query.limit, ({ at, id }) => [at, id])
  return { items: items.map(present), next }
}

const present = ({ kind, subject, subjectId, words, isThere, topics, at }: Row): HeldEvidence => ({
  ...{ kind, topics, at },
  about: words === null ? null : { subject, subjectId, words, isThere },
})
