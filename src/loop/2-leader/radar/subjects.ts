import { type RawBuilder, sql } from 'kysely'
import { groupVisible } from '#people'
import { pageOf, readCursor } from '#platform/db/paging'
import type { Scope } from '#platform/scope'
import { unpackParts } from '../detection/parts.ts'
import { readFewest } from '../fewest.ts'
import { isOnNow } from '../purposes.ts'
import type { HelpSubject } from '../radar.contract.ts'
import type { SignalKind } from '../signals/kinds.ts'
import { enterMember, takingPartIn } from './audience.ts'
import { ownTold, partsTold } from './parts-told.ts'

/** Help for nobody in particular that was given to one course: by a blind review, of which only they may know that it was they. */
const isVeiled = sql<boolean>`(helped_id is null and kind in ('reviewed', 'accepted', 'thanked', 'commended'))`

interface Which {
  limit: number
  /** SQL condition on their signals. */
  signals?: RawBuilder<boolean>
  /** SQL condition on what they are on, `s`. */
  subjects?: RawBuilder<boolean>
}

/** What somebody helped on and how, the latest first, as far as the reader may see it. */
export async function subjectsThat(scope: Scope, memberId: string, which: Which): Promise<HelpSubject[]> {
  const { limit, signals = sql`true`, subjects = sql`true` } = which
  const { rows } = await sql<HelpSubject>`
    select s.kind, s.subject, s.subject_id, coalesce(c.words, n.title) as words, s.acts, s.at
    from (select kind, subject, subject_id, count(*)::int as acts, max(at) as at from signals
      where org_id = ${scope.org} and helper_id = ${memberId} and subject_id is not null and ${signals}
        and kind <> 'outdated' and (not ${isVeiled} or helper_id = ${scope.actor.id}) and ${isOnNow(scope, 'detection')}
      group by kind, subject, subject_id) s
    left join evidence_courses c on c.org_id = ${scope.org} and s.subject = 'course' and c.course_id = s.subject_id
    left join needs n on n.org_id = ${scope.org} and s.subject = 'need' and n.id = s.subject_id
    join groups g on g.org_id = ${scope.org} and g.id = coalesce(c.group_id, n.group_id)
    where ${groupVisible(scope, 'g')} and ${subjects}
    order by s.at desc, s.subject_id, s.kind limit ${limit}`.execute(scope.db)
  return rows
}

interface Part {
  kind: SignalKind
  topicId?: string | undefined
}

const day = 86_400_000

/**
 * Since when a part of somebody's score counts; null where there is no such part, or the reader is not told its figures:
 * how many things it is on would be one.
 */
async function toldSince(scope: Scope, memberId: string, { kind, topicId = '' }: Part): Promise<Date | null> {
  const row = sql<{ people: number; parts: Buffer }>`select e.people, e.parts from expertise e
    join members m on m.org_id = e.org_id and m.id = e.member_id
    where e.org_id = ${scope.org} and e.member_id = ${memberId} and ${isOnNow(scope, 'detection')}
      and ${takingPartIn(scope, scope.org)}`
  const [{ rows }, fewest] = await Promise.all([row.execute(scope.db), readFewest(scope)])
  const isOwn = memberId === scope.actor.id
  const [found] = rows
  if (!found || (!isOwn && found.people < fewest.told)) return null
  const parts = unpackParts(found.parts)
  const at = parts.findIndex((part) => part.kind === kind && (part.topicId ?? '') === topicId)
  const told = (isOwn ? ownTold : partsTold)(parts, fewest.told)[at]
  const since = parts[at]?.since
  return since === undefined || told === 'some' ? null : new Date(since * day)
}

/** What one part of somebody's score counts: for themselves, and for those to whom it is shown with its figures. */
export async function listHelpSubjects(
  scope: Scope,
  memberId: string,
  { limit, after, ...part }: Part & { limit: number; after?: string | undefined },
) {
  const from = readCursor(after, 'moment', 'id')
  await enterMember(scope, memberId)
  const since = await toldSince(scope, memberId, part)
  if (since === null) return { items: [], next: null }
  const topic = sql`(select coalesce(o.merged_into, o.id) from subject_topics x
    join topics o on o.org_id = x.org_id and o.id = x.topic_id where x.org_id = ${scope.org} and x.subject_id = s.subject_id)`
  const rows = await subjectsThat(scope, memberId, {
    limit: limit + 1,
    signals: sql<boolean>`kind = ${part.kind} and at >= ${since}`,
    subjects: sql<boolean>`${topic} is not distinct from ${part.topicId ?? null}::uuid
      and ${from ? sql`(s.at < ${from[0]}::timestamptz or s.at = ${from[0]}::timestamptz and s.subject_id > ${from[1]}::uuid)` : sql`true`}`,
  })
  const { items, next } = pageOf(rows, limit, ({ at, subjectId }) => [at, subjectId])
  const isOwn = memberId === scope.actor.id
  return { items: isOwn ? items : items.map((one) => ({ ...one, acts: null })), next }
}
