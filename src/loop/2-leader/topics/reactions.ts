import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '#platform/scope'
import { type Reaction, reaction } from '#record'
import { readTopicWords, textOfNeed } from './texts.ts'

/** Says of which topic a need or a course is, by its text: SQL that answers its stems. */
async function setTopic(
  scope: Scope,
  subjectId: string,
  stems: RawBuilder<{ stems: string[] }>,
): Promise<void> {
  const [{ match }, { rows }] = await Promise.all([readTopicWords(scope), stems.execute(scope.db)])
  await sql`delete from subject_topics where org_id = ${scope.org} and subject_id = ${subjectId}`.execute(
    scope.db,
  )
  const topicId = match(rows[0]?.stems ?? [])
  if (topicId === null) return
  await scope.db
    .insertInto('subjectTopics')
    .values({ orgId: scope.org, subjectId, topicId })
    .onConflict((known) => known.columns(['orgId', 'subjectId']).doUpdateSet({ topicId }))
    .execute()
}

const setTopicOfNeed = (scope: Scope, needId: string) =>
  setTopic(
    scope,
    needId,
    sql`select stems_of(${textOfNeed}) as stems from needs n where n.org_id = ${scope.org} and n.id = ${needId}`,
  )

export const topicReactions: Reaction[] = [
  reaction('need.raised', 'leader.topic-of-need', (scope, { data }) => setTopicOfNeed(scope, data.needId)),
  reaction('need.changed', 'leader.topic-of-changed-need', (scope, { data }) =>
    setTopicOfNeed(scope, data.needId),
  ),
  reaction('course.published', 'leader.topic-of-course', (scope, { data: { courseId, title, tags = [] } }) =>
    setTopic(scope, courseId, sql`select stems_of(${[title, ...tags].join(' ')}) as stems`),
  ),
]
