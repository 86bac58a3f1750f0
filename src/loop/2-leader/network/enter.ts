import { sql } from 'kysely'
import { groupVisible } from '#people'
import type { Scope } from '#platform/scope'
import { readFewest } from '../fewest.ts'
import { findPurpose, isOnNow } from '../purposes.ts'
import { groupAmong, groupsShown, takingPartIn } from '../radar/audience.ts'
import { ours } from '../signals/sources.ts'
import { readTopicWords } from '../topics/texts.ts'

export interface Asked {
  groupId?: string | undefined
  topicId?: string | undefined
  days: string
}

/** What is shown was done, and was kept, from these moments on. */
interface Window {
  from: string
  keptFrom: string
}

const day = 86_400_000

/** What a reader may have a picture of: refuses whoever may not; and from when on it shows what was done. */
export async function enterNetwork(scope: Scope, { groupId: asked, days }: Asked) {
  const [{ isOn, groups }, picture, detection, fewest] = await Promise.all([
    groupsShown(scope, 'network'),
    findPurpose(scope, 'network'),
    findPurpose(scope, 'detection'),
    readFewest(scope),
  ])
  const groupId = await groupAmong(scope, groups, asked)
  const back = scope.now.getTime() - Math.min(Number(days), picture.keepDays) * day
  const begun = Date.parse(picture.onSince ?? scope.now.toISOString())
  return {
    shown: {
      ...{ groupId, groups, fewest },
      isOn: isOn && detection.onSince !== null,
      since: new Date(Math.max(back, begun)).toISOString().slice(0, 10),
    },
    window: { from: new Date(back).toISOString(), keptFrom: new Date(begun).toISOString() },
  }
}

/** What imported lines say they are about, where that is of this topic. */
async function tagsOf(scope: Scope, topicId: string): Promise<string[]> {
  const said = sql<{ tag: string; stems: string[] }>`select topic as tag, stems_of(topic) as stems
    from (select distinct topic from signals where org_id = ${scope.org} and topic is not null) said`
  const [{ match }, { rows }] = await Promise.all([readTopicWords(scope), said.execute(scope.db)])
  return rows.flatMap(({ tag, stems }) => (match(stems) === topicId ? tag : []))
}

/** SQL condition on signals `s`: they are of this topic, or of any where none is asked for. */
async function ofTopic(scope: Scope, topicId: string | undefined) {
  if (topicId === undefined) return sql<boolean>`true`
  const tags = await tagsOf(scope, topicId)
  return sql<boolean>`(s.subject_id in (select t.subject_id from subject_topics t
      where t.org_id = ${scope.org} and t.topic_id = ${topicId})
    or s.subject_id is null and s.topic = any(${tags}::text[]))`
}

/**
 * SQL condition on signals `s`: an act of help that may be told. Who found something useful or outdated and whom people
 * named is told nowhere; what was done in a private group only to those who see it; and nothing of what was kept before
 * the picture was switched on.
 */
export const mayBeTold = (
  scope: Scope,
  { from, keptFrom }: { from: string; keptFrom: string },
) => sql<boolean>`
  s.org_id = ${scope.org} and s.at >= ${from} and s.kept_at >= ${keptFrom} and s.helped_id is not null
  and s.kind not in ('useful', 'outdated', 'named')
  and ${isOnNow(scope, 'network')} and ${isOnNow(scope, 'detection')}
  and (s.source = ${ours} or ${isOnNow(scope, 'imports')})
  and (s.subject_id is null or s.subject_id in (
    select c.course_id from evidence_courses c join groups g on g.org_id = c.org_id and g.id = c.group_id
      where c.org_id = ${scope.org} and ${groupVisible(scope, 'g')}
    union all
    select n.id from needs n join groups g on g.org_id = n.org_id and g.id = n.group_id
      where n.org_id = ${scope.org} and ${groupVisible(scope, 'g')}))`

/**
 * SQL: the members of a group who are here and take part, each with the group in which they stand: the first below the
 * one asked for that they were given a role in and that the reader may know of, else that one.
 */
export const peopleOf = (scope: Scope, groupId: string) => sql`
  select m.id, m.name, coalesce(r.group_id, ${groupId}) as home
  from members m left join (
    select distinct on (r.member_id) r.member_id, r.group_id from roles r
    join groups g on g.org_id = r.org_id and g.id = r.group_id
    where r.org_id = ${scope.org} and g.id <> ${groupId} and g.path @> array[${groupId}]::uuid[]
      and g.archived_at is null and ${groupVisible(scope, 'g')}
    order by r.member_id, r.granted_at, r.group_id) r on r.member_id = m.id
  where m.org_id = ${scope.org} and ${takingPartIn(scope, groupId)}`

/**
 * SQL: who of `people` helped whom of them, how often, from when to when. “is true” has the database look people up in a
 * table it makes once: it would join them instead, and of rows that it cannot count beforehand it may compare each with each.
 */
export const pairsOf = async (scope: Scope, window: Window, topicId: string | undefined) => sql`
  select s.helper_id, s.helped_id, count(*)::int as acts, min(s.at) as first, max(s.at) as last from signals s
  where ${mayBeTold(scope, window)} and ${await ofTopic(scope, topicId)}
    and (s.helper_id in (select id from people)) is true and (s.helped_id in (select id from people)) is true
  group by s.helper_id, s.helped_id`

interface Home {
  id: string
  name: string
  colour: string
  glyph: string
}

/** The groups in which somebody stands, in the order of their names, and the place of each. */
export async function readHomes(scope: Scope, ids: readonly string[]) {
  const { rows: homes } = await sql<Home>`select id, name, colour, glyph from groups
    where org_id = ${scope.org} and id = any(${[...new Set(ids)]}::uuid[]) order by lower(name), id`.execute(
    scope.db,
  )
  return { homes, places: new Map(homes.map(({ id }, place) => [id, place])) }
}
