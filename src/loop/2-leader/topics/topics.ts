import { type SqlBool, sql } from 'kysely'
import { groupVisible, holds } from '#people'
import { holdAlone } from '#platform/db/locks'
import { conflict, forbidden, notFound } from '#platform/problem'
import { newIdIn, type Quiet, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { askForDetection } from '../detection/task.ts'
import { lockScores } from '../detection/write.ts'
import { fewestTold, readFewest } from '../fewest.ts'
import type { Topic } from '../topic.contract.ts'
import { readTopicWords } from './texts.ts'

const most = 2000

/** Topics are everybody's: who leads, manages or administers the whole organization names them. */
const mayManageTopics = ({ org, actor }: Scope): boolean => holds(actor, [org], 'leader', 'manager')

function refuseUnlessMay(scope: Scope): void {
  if (!mayManageTopics(scope)) throw forbidden('topic.not-yours')
}

async function topicsThat(scope: Scope, which: ReturnType<typeof sql<SqlBool>>): Promise<Topic[]> {
  const seen = sql`join groups g on g.org_id = o.org_id and g.id = o.group_id and ${groupVisible(scope, 'g')}`
  const { rows } = await sql<Topic>`
    select t.id, t.name,
      array(select words from topic_words w where w.org_id = t.org_id and w.topic_id = t.id and w.words <> t.name
        order by words) as words,
      (select coalesce(json_agg(json_build_object('id', m.id, 'name', m.name) order by m.name), '[]') from topics m
        where m.org_id = t.org_id and m.merged_into = t.id) as merged,
      (select count(*)::int from subject_topics s join needs o on o.org_id = s.org_id and o.id = s.subject_id ${seen}
        where s.org_id = t.org_id and s.topic_id = t.id
          and o.merged_into is null and o.answered_at is null and o.closed_at is null) as needs,
      (select count(*)::int from subject_topics s
        join evidence_courses o on o.org_id = s.org_id and o.course_id = s.subject_id ${seen}
        where s.org_id = t.org_id and s.topic_id = t.id) as courses,
      (select case when count(*) between 1 and ${fewestTold(scope)} - 1 then null else count(*)::int end from topic_expertise e
        where e.org_id = t.org_id and e.topic_id = t.id and e.people >= ${fewestTold(scope)}) as experts
    from topics t where t.org_id = ${scope.org} and ${which}
    order by lower(t.name), t.id limit ${most}`.execute(scope.db)
  return rows
}

/** Every topic that stands by itself, by name, with those that were merged into it. */
export async function listTopics(scope: Scope) {
  const [items, { told: fewest }] = await Promise.all([
    topicsThat(scope, sql<SqlBool>`t.merged_into is null`),
    readFewest(scope),
  ])
  return {
    ...{ items, fewest },
    can: { manage: mayManageTopics(scope) },
  }
}

export async function getTopic(scope: Scope, id: string): Promise<Topic> {
  const [topic] = await topicsThat(scope, sql<SqlBool>`t.id = ${id}`)
  if (!topic) throw notFound('topic')
  return topic
}

/** Whoever changes topics waits for who does so at the same time: names are unique among all of them. */
const lockTopics = (scope: Scope): Promise<void> => holdAlone(scope, `topics ${scope.org}`)

/** What a change of topics is followed by: everybody's help is told anew by topic. */
function follow(scope: Scope): void {
  askForDetection(scope)
  tell(scope, { topics: ['topics'] })
}

interface Written {
  name: string
  words: readonly string[]
}

/** Writes the words of a topic in the place of those it had; none may be another's. */
async function setWords(scope: Scope, topicId: string, { name, words }: Written): Promise<void> {
  const all = [...new Map([name, ...words].map((one) => [one.toLowerCase(), one])).values()]
  const { rows } = await sql<{ words: string; name: string }>`
    select w.words, t.name from topic_words w join topics t on t.org_id = w.org_id and t.id = w.topic_id
    where w.org_id = ${scope.org} and w.topic_id <> ${topicId}
      and lower(w.words) = any(${all.map((one) => one.toLowerCase())}::text[]) limit 1`.execute(scope.db)
  if (rows[0]) throw conflict('topic.words-taken', { words: rows[0].words, topic: rows[0].name })
  await scope.db
    .deleteFrom('topicWords')
    .where('orgId', '=', scope.org)
    .where('topicId', '=', topicId)
    .execute()
  await scope.db
    .insertInto('topicWords')
    .values(all.map((one) => ({ orgId: scope.org, topicId, words: one })))
    .execute()
}

/** Names a topic; its name and its other names are those of no other. */
export async function addTopic(scope: Scope, written: Written): Promise<Topic> {
  refuseUnlessMay(scope)
  await lockTopics(scope)
  const { count } = await scope.db
    .selectFrom('topics')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('orgId', '=', scope.org)
    .executeTakeFirstOrThrow()
  if (Number(count) >= most) throw conflict('topic.too-many', { most })
  const id = newIdIn(scope)
  const { name } = written
  await scope.db
    .insertInto('topics')
    .values({ orgId: scope.org, id, name, madeBy: scope.actor.id, madeAt: scope.now })
    .execute()
  await setWords(scope, id, written)
  await record(scope, 'topic.added', { topicId: id, name })
  follow(scope)
  return getTopic(scope, id)
}

/** Renames a topic, and says its other names anew. Its old name is one of them only where it is said. */
export async function changeTopic(scope: Scope, id: string, written: Written): Promise<Topic> {
  refuseUnlessMay(scope)
  await lockTopics(scope)
  const { name, words } = await getTopic(scope, id)
  await scope.db
    .updateTable('topics')
    .set({ name: written.name })
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .execute()
  await setWords(scope, id, written)
  await record(scope, 'topic.changed', { topicId: id, before: { name, words } })
  follow(scope)
  return getTopic(scope, id)
}

/** Takes a topic away with those that were merged into it: what was of it is of no topic, or of another that fits. */
export async function removeTopic(scope: Scope, id: string): Promise<void> {
  refuseUnlessMay(scope)
  await lockTopics(scope)
  await lockScores(scope)
  const { name, merged } = await getTopic(scope, id)
  const ids = [...merged.map((one) => one.id), id]
  const those = sql`org_id = ${scope.org} and topic_id = any(${ids}::uuid[])`
  await sql`delete from topic_expertise where ${those}`.execute(scope.db)
  await sql`delete from subject_topics where ${those}`.execute(scope.db)
  await sql`delete from endorsements where ${those}`.execute(scope.db)
  await sql`delete from profile_topics where ${those}`.execute(scope.db)
  await sql`delete from handovers where ${those}`.execute(scope.db)
  await sql`update search_misses set topic_id = null where ${those}`.execute(scope.db)
  await sql`delete from topic_words where ${those}`.execute(scope.db)
  await sql`delete from topics where org_id = ${scope.org} and id = any(${ids}::uuid[])`.execute(scope.db)
  await record(scope, 'topic.removed', { topicId: id, name })
  follow(scope)
}

/** Makes one topic of two. Those merged into the first before go along, and each can be taken out again by itself. */
export async function mergeTopic(scope: Scope, id: string, into: string): Promise<Topic> {
  refuseUnlessMay(scope)
  await lockTopics(scope)
  if (id === into) throw conflict('topic.itself')
  await getTopic(scope, id)
  const target = await scope.db
    .selectFrom('topics')
    .select('mergedInto')
    .where('orgId', '=', scope.org)
    .where('id', '=', into)
    .executeTakeFirst()
  if (!target) throw notFound('topic')
  const to = target.mergedInto ?? into
  if (to === id) throw conflict('topic.itself')
  await scope.db
    .updateTable('topics')
    .set({ mergedInto: to })
    .where('orgId', '=', scope.org)
    .where((e) => e.or([e('id', '=', id), e('mergedInto', '=', id)]))
    .execute()
  await record(scope, 'topic.merged', { topicId: id, into: to })
  follow(scope)
  return getTopic(scope, to)
}

/** Takes a topic out of the one it was merged into. */
export async function unmergeTopic(scope: Scope, id: string): Promise<Topic> {
  refuseUnlessMay(scope)
  await lockTopics(scope)
  const row = await scope.db
    .selectFrom('topics')
    .select('mergedInto')
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('topic')
  if (!row.mergedInto) throw conflict('topic.not-merged')
  await scope.db
    .updateTable('topics')
    .set({ mergedInto: null })
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .execute()
  await record(scope, 'topic.unmerged', { topicId: id, from: row.mergedInto })
  follow(scope)
  return getTopic(scope, id)
}

/** Of which topic each of some texts is, as needs and courses are; null for none. */
export async function topicsOfTexts(scope: Quiet, texts: readonly string[]): Promise<(string | null)[]> {
  if (texts.length === 0) return []
  const stemmed = sql<{ stems: string[] }>`select stems_of(said.words) as stems
    from unnest(${[...texts]}::text[]) with ordinality said (words, place) order by said.place`
  const [{ match }, { rows }] = await Promise.all([readTopicWords(scope), stemmed.execute(scope.db)])
  return rows.map(({ stems }) => match(stems))
}
