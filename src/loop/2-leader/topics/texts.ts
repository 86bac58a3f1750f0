import { sql } from 'kysely'
import type { Quiet } from '#platform/scope'
import { topicMatcher } from './match.ts'

/** SQL: the text by which a need `n` is of a topic. */
export const textOfNeed = sql`n.title || ' ' || left(n.details, 300)`

/** SQL: the text by which a course in evidence_courses `c` is: its title and its tags. */
export const textOfCourse = sql`c.words || ' ' || array_to_string(c.tags, ' ')`

/** The topics that stand, by id, and what tells of which of them a text is: those merged into one lend it their words. */
export async function readTopicWords({ org, db }: Quiet) {
  const { rows } = await sql<{ topicId: string; stems: string[] }>`
    select coalesce(t.merged_into, t.id) as topic_id, w.stems from topic_words w
    join topics t on t.org_id = w.org_id and t.id = w.topic_id where w.org_id = ${org} order by topic_id`.execute(
    db,
  )
  return { ids: [...new Set(rows.map(({ topicId }) => topicId))], match: topicMatcher(rows) }
}
