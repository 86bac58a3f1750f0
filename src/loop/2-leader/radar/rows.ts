import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import type { Found, ScorePart as StoredPart } from '../detection/compute.ts'
import { unpackParts } from '../detection/parts.ts'
import type { Helper, ScorePart } from '../radar.contract.ts'
import { ownTold, partsTold, type Telling } from './parts-told.ts'

/** What was found out about a member as it is stored, with who they are; `of` is the score that they are ranked by. */
export interface ExpertiseRow extends Omit<Found, 'parts' | 'onTopic'> {
  parts: Buffer
  name: string
  title: string
  isLeader: boolean
  of: number
}

/** SQL: the columns of such a row, from expertise `e` and members `m`, ranked by what `by` says of them: `e`, or a topic's `t`. */
export const columnsOf = (
  by: 'e' | 't',
) => sql`e.member_id, m.name, m.title, ${sql.ref(`${by}.score`)} as "of", e.score,
  ${sql.ref(`${by}.low`)} as low, ${sql.ref(`${by}.high`)} as high, e.people, e.acts, e.recent, e.former, e.parts,
  ${sql.ref(`${by}.influence`)} as influence,
  exists (select from roles r where r.org_id = m.org_id and r.member_id = m.id and r.role = 'leader') as is_leader`

/** What the topics of some rows are called; those that are gone by now are missing. */
export async function namesOfTopics(
  scope: Scope,
  rows: readonly ExpertiseRow[],
): Promise<Map<string, string>> {
  const ids = new Set(rows.flatMap(({ parts }) => unpackParts(parts).flatMap(({ topicId }) => topicId ?? [])))
  const { rows: found } = await sql<{ id: string; name: string }>`
    select id, name from topics where org_id = ${scope.org} and id = any(${[...ids]}::uuid[])`.execute(
    scope.db,
  )
  return new Map(found.map(({ id, name }) => [id, name]))
}

const day = 86_400_000

/** The parts of a score as they are sent, those that are told of with figures and the others: those on a topic that is gone are on none. */
function partsOf(
  parts: readonly StoredPart[],
  score: number,
  names: Map<string, string>,
  told: readonly Telling[],
): ScorePart[] {
  return parts.map(({ topicId, part, since, ...rest }, at) => {
    const name = topicId === null ? undefined : names.get(topicId)
    const topic = topicId !== null && name !== undefined ? { id: topicId, name } : null
    const said = {
      ...rest,
      topic,
      share: part / score,
      since: new Date(since * day).toISOString().slice(0, 10),
    }
    if (told[at] === 'all') return said
    if (told[at] === 'acts') return { ...said, people: 0, groups: 0 }
    return { ...said, acts: 0, people: 0, groups: 0, since: `${said.since.slice(0, 8)}01` }
  })
}

/** The topics that most of a score comes from. */
function topicsOf(parts: readonly ScorePart[]) {
  const shares = new Map<string, { id: string; name: string; share: number }>()
  for (const { topic, share } of parts)
    if (topic) shares.set(topic.id, { ...topic, share: share + (shares.get(topic.id)?.share ?? 0) })
  return [...shares.values()]
    .sort((a, b) => b.share - a.share)
    .slice(0, 3)
    .map(({ id, name }) => ({ id, name }))
}

/** What somebody's recent help must be to be rising: so many acts, and so many times those of the time before. */
export const rising = { acts: 5, times: 2 }

/**
 * A row as it is sent: scores against the greatest, so that 1 is the most that anybody helps. Figures about fewer than
 * `fewest` people are in it for themselves alone, but for how few named them.
 */
export function helperOf(
  row: ExpertiseRow,
  greatest: number,
  names: Map<string, string>,
  fewest: number,
  isOwn = false,
): Helper {
  const { memberId, name, title, isLeader, of, score, low, high, people, acts, recent, former, influence } =
    row
  const stored = unpackParts(row.parts)
  const parts = partsOf(stored, score, names, (isOwn ? ownTold : partsTold)(stored, fewest))
  const isFew = (count: number) => !isOwn && count > 0 && count < fewest
  const areTold = !isFew(recent) && !isFew(former)
  const part = (value: number) => Math.min(1, value / greatest)
  return {
    member: { id: memberId, name, title },
    ...{ isLeader, people, acts, parts, influence },
    recent: areTold ? recent : null,
    former: areTold ? former : null,
    score: part(of),
    low: part(low),
    high: part(high),
    isRising: recent >= rising.acts && recent >= rising.times * former,
    topics: topicsOf(parts),
  }
}
