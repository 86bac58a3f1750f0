import { sql } from 'kysely'
import { groupVisible, person } from '#people'
import type { Scope } from '#platform/scope'
import { excerptOf } from '#talk'
import type { WaitingQuestion } from './contract.ts'

const most = 5

/** SQL: the step of the published version `p` in which the part that a comment `c` is about stands; null for the whole course. */
const stepId = sql<
  string | null
>`(select step #>> '{attrs,id}' from jsonb_array_elements(p.document -> 'content') step
  where c.anchor <> '' and jsonb_path_exists(step, '$.**.attrs ? (@.id == $id)', jsonb_build_object('id', c.anchor)) limit 1)`

/** SQL condition on a course `k`: it is of a topic that the reader says they can help with. */
const isNear = (scope: Scope) => sql<boolean>`exists (select from subject_topics s
  join topics o on o.org_id = s.org_id and o.id = s.topic_id
  join topics t on t.org_id = o.org_id and coalesce(t.merged_into, t.id) = coalesce(o.merged_into, o.id)
  join profile_topics x on x.org_id = t.org_id and x.topic_id = t.id and x.member_id = ${scope.actor.id}
  where s.org_id = k.org_id and s.subject_id = k.id)`

/**
 * What somebody else asked on a course that the actor may see (a question mark says so) and nobody has answered: near the
 * topics that they say they can help with first, then the longest waiting.
 */
export async function listWaitingQuestions(scope: Scope): Promise<{ items: WaitingQuestion[] }> {
  const { rows } = await sql<WaitingQuestion & { body: string }>`
    select c.id, c.body, ${person('m')} as by, c.made_at as asked_at, ${stepId} as step_id, near.is_near,
      json_build_object('id', k.id, 'title', p.title) as course
    from comments c
    join courses k on k.org_id = c.org_id and k.id = c.subject_id and k.retired_at is null
    join course_versions p on p.org_id = k.org_id and p.course_id = k.id and p.number = k.published_version
    join groups g on g.org_id = k.org_id and g.id = k.group_id and ${groupVisible(scope, 'g')}
    join members m on m.org_id = c.org_id and m.id = c.author_id and m.left_at is null
    cross join lateral (select ${isNear(scope)} as is_near) near
    where c.org_id = ${scope.org} and c.subject = 'course' and c.parent_id is null and c.removed_at is null
      and c.author_id <> ${scope.actor.id} and c.body like '%?%'
      and not exists (select from comments a where a.org_id = c.org_id and a.parent_id = c.id and a.removed_at is null
        and a.author_id <> c.author_id)
    order by near.is_near desc, c.made_at, c.id limit ${most}`.execute(scope.db)
  return { items: rows.map(({ body, ...question }) => ({ ...question, words: excerptOf(body) })) }
}
