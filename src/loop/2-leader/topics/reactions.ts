import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import { type Reaction, reaction } from '#record'

/** Says of which topic a need or a course is: the one with the longest words that all stand in its text, as `topicMatcher` does for all. */
async function setTopicOf(scope: Scope, subjectId: string, text: string): Promise<void> {
  await sql`delete from subject_topics where org_id = ${scope.org} and subject_id = ${subjectId}`.execute(
    scope.db,
  )
  await sql`insert into subject_topics (org_id, subject_id, topic_id)
    select ${scope.org}, ${subjectId}, coalesce(t.merged_into, t.id)
    from topic_words w join topics t on t.org_id = w.org_id and t.id = w.topic_id
    where w.org_id = ${scope.org} and cardinality(w.stems) > 0 and w.stems <@ stems_of(${text})
    order by cardinality(w.stems) desc, w.stems limit 1 on conflict do nothing`.execute(scope.db)
}

async function setTopicOfNeed(scope: Scope, needId: string): Promise<void> {
  const { title, details } = await scope.db
    .selectFrom('needs')
    .select(['title', 'details'])
    .where('orgId', '=', scope.org)
    .where('id', '=', needId)
    .executeTakeFirstOrThrow()
  await setTopicOf(scope, needId, `${title} ${details.slice(0, 300)}`)
}

export const topicReactions: Reaction[] = [
  reaction('need.raised', 'leader.topic-of-need', (scope, { data }) => setTopicOfNeed(scope, data.needId)),
  reaction('need.changed', 'leader.topic-of-changed-need', (scope, { data }) =>
    setTopicOfNeed(scope, data.needId),
  ),
  reaction('course.published', 'leader.topic-of-course', (scope, { data }) =>
    setTopicOf(scope, data.courseId, data.title),
  ),
]
