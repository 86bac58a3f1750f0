import { sql } from 'kysely'
import type { Quiet } from '#platform/scope'
import { collectActs, nobody } from '../expertise/acts.ts'
import type { SignalKind } from '../signals/kinds.ts'
import { topicMatcher } from '../topics/match.ts'
import { sortOf } from './weights.ts'

export const dayOf = (at: Date): number => Math.floor(at.getTime() / 86_400_000)

/** Who there is, numbered from 0 in the order of ids. */
export interface Members {
  ids: string[]
  numbers: Map<string, number>
  isHere: boolean[]
  joined: number[]
  /** The number of the first group that each was given a role in, below the whole organization; -1 for none. */
  groupOf: Int32Array
}

export async function readMembers({ org, db }: Quiet): Promise<Members> {
  const { rows } = await sql<{ id: string; joinedAt: string; isHere: boolean; groupId: string | null }>`
    select m.id, m.joined_at, m.left_at is null as is_here, r.group_id
    from members m
    left join (select distinct on (member_id) member_id, group_id from roles
      where org_id = ${org} and group_id <> ${org} order by member_id, granted_at, group_id) r on r.member_id = m.id
    where m.org_id = ${org} order by m.id`.execute(db)
  const groups = new Map<string, number>()
  const numberOf = (id: string | null) => {
    if (id === null) return -1
    const number = groups.get(id) ?? groups.size
    groups.set(id, number)
    return number
  }
  return {
    ids: rows.map(({ id }) => id),
    numbers: new Map(rows.map(({ id }, number) => [id, number])),
    isHere: rows.map(({ isHere }) => isHere),
    joined: rows.map(({ joinedAt }) => dayOf(new Date(joinedAt))),
    groupOf: Int32Array.from(rows, ({ groupId }) => numberOf(groupId)),
  }
}

/** The topics that stand, numbered from 1, and of which of them each need and course is. */
export interface Topics {
  ids: string[]
  bySubject: Map<string, number>
  /** The same of what imported lines say they are about. */
  byTag: Map<string, number>
}

export async function readTopics({ org, db }: Quiet): Promise<Topics> {
  const { rows: words } = await sql<{ topicId: string; stems: string[] }>`
    select coalesce(t.merged_into, t.id) as topic_id, w.stems from topic_words w
    join topics t on t.org_id = w.org_id and t.id = w.topic_id where w.org_id = ${org} order by topic_id`.execute(
    db,
  )
  const ids = [...new Set(words.map(({ topicId }) => topicId))]
  const bySubject = new Map<string, number>()
  const byTag = new Map<string, number>()
  if (ids.length === 0) return { ids, bySubject, byTag }
  const match = topicMatcher(words)
  const numbers = new Map(ids.map((id, number) => [id, number]))
  const { rows } = await sql<{ id: string; stems: string[] }>`
    select id, stems_of(title || ' ' || left(details, 300)) as stems from needs where org_id = ${org}
    union all select course_id, stems_of(words) from evidence_courses where org_id = ${org}`.execute(db)
  for (const { id, stems } of rows) {
    const topic = match(stems)
    if (topic !== null) bySubject.set(id, (numbers.get(topic) ?? 0) + 1)
  }
  const { rows: tags } = await sql<{ tag: string; stems: string[] }>`
    select topic as tag, stems_of(topic) as stems
    from (select distinct topic from signals where org_id = ${org} and topic is not null) said`.execute(db)
  for (const { tag, stems } of tags) {
    const topic = match(stems)
    if (topic !== null) byTag.set(tag, (numbers.get(topic) ?? 0) + 1)
  }
  return { ids, bySubject, byTag }
}

interface Row {
  helperId: string
  helpedId: string | null
  day: number
  kind: SignalKind
  subjectId: string | null
  topic: string | null
  useful: number
}

const atOnce = sql.raw('20000')

/** Every signal up to this moment as an act, read piece by piece. */
export async function readActs({ org, now, db }: Quiet, { ids, numbers }: Members, topics: Topics) {
  const acts = collectActs(ids.length, dayOf(now))
  const unknown = ids.length
  await sql`declare kept no scroll cursor for
    select helper_id, helped_id, at::date - date '1970-01-01' as day, kind, subject_id, topic, useful
    from signals where org_id = ${org}`.execute(db)
  for (;;) {
    const { rows } = await sql<Row>`fetch ${atOnce} from kept`.execute(db)
    for (const { helperId, helpedId, day, kind, subjectId, topic: tag, useful } of rows) {
      const about = subjectId !== null ? topics.bySubject.get(subjectId) : topics.byTag.get(tag ?? '')
      const topic = about ?? 0
      acts.add({
        helper: numbers.get(helperId) ?? unknown,
        helped: helpedId === null ? nobody : (numbers.get(helpedId) ?? unknown),
        ...{ day, useful, kind: sortOf(kind, topic), accepted: false },
      })
    }
    if (rows.length === 0) break
  }
  await sql`close kept`.execute(db)
  return { acts: acts.acts(), leftOut: acts.leftOut }
}
