import { sql } from 'kysely'
import type { Quiet } from '#platform/scope'
import { collectActs, nobody } from '../expertise/acts.ts'
import type { SignalKind } from '../signals/kinds.ts'
import { readTopicWords, textOfCourse, textOfNeed } from '../topics/texts.ts'
import type { DetectionSettings } from '../weights.contract.ts'
import { sortOf, usualSettings } from './weights.ts'

export const dayOf = (at: Date): number => Math.floor(at.getTime() / 86_400_000)

/** What counts how much here. */
export async function readSettings({ org, db }: Quiet): Promise<DetectionSettings> {
  const row = await db
    .selectFrom('detectionSettings')
    .select(['percent', 'memory', 'kinds'])
    .where('orgId', '=', org)
    .executeTakeFirst()
  if (!row) return usualSettings
  // A kind that Cairn learnt since counts as it usually does.
  return { ...row, kinds: { ...usualSettings.kinds, ...(row.kinds as DetectionSettings['kinds']) } }
}

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

export async function readTopics(scope: Quiet): Promise<Topics> {
  const { org, db } = scope
  const { ids, match } = await readTopicWords(scope)
  const numbers = new Map(ids.map((id, number) => [id, number + 1]))
  const byTopic = (rows: readonly { of: string; stems: string[] }[]) =>
    new Map(
      rows.flatMap(({ of, stems }) => {
        const topic = match(stems)
        return topic === null ? [] : [[of, numbers.get(topic) ?? 0] as const]
      }),
    )
  if (ids.length === 0) return { ids, bySubject: byTopic([]), byTag: byTopic([]) }
  const subjects = await sql<{ of: string; stems: string[] }>`
    select n.id as of, stems_of(${textOfNeed}) as stems from needs n where n.org_id = ${org}
    union all
    select c.course_id, stems_of(${textOfCourse}) from evidence_courses c where c.org_id = ${org}`.execute(db)
  const tags = await sql<{ of: string; stems: string[] }>`
    select topic as of, stems_of(topic) as stems
    from (select distinct topic from signals where org_id = ${org} and topic is not null) said`.execute(db)
  return { ids, bySubject: byTopic(subjects.rows), byTag: byTopic(tags.rows) }
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
