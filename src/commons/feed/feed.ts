import { sql } from 'kysely'
import { groupVisible, openedGroups } from '#people'
import { compiled } from '#platform/db/compiled'
import { pageOf, readCursor } from '#platform/db/paging'
import { notFound } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { spoken } from '#talk'
import type { FeedEntry, FeedPage, FeedReason } from './contract.ts'

type Only = 'all' | 'personal'

interface Row {
  id: string
  kind: FeedEntry['kind']
  at: string
  data: Record<string, unknown>
  reason: FeedReason
  unread: boolean
  actorId: string | null
  actorName: string
  actorTitle: string
  groupId: string
  groupName: string
  needId: string | null
  needTitle: string
  courseId: string | null
  courseTitle: string
  objective: string
  steps: number
  minutes: number
  questions: number
  tags: string[]
  approvals: number
  mentioned: { id: string; name: string }[] | null
  shown: boolean
}

/** What a page of the feed depends on: whose, from where on, and which groups they see. */
interface Given {
  org: string
  member: string
  granted: string[]
  opened: string[]
  before: string | null
}

/** What decides how a page is asked for. */
interface Way {
  only: Only
  isFirst: boolean
  /** Whether the actor belongs to the whole organization, and not to some of its groups. */
  isEverywhere: boolean
  limit: number
}

/**
 * The ids of a page of the feed: what is addressed to the actor, and what is for whole groups of theirs (and, since
 * what is granted on a group holds below it, for the groups below those; who belongs everywhere looks at all entries
 * instead of into each group). Each part reads its own index newest first and stops at the limit, so the size of the
 * organization does not matter. The limit is written into the text: a plan made for any limit would sort everything.
 */
const picked = ({ org, member, granted, opened, before }: Given, way: Way) => {
  const older = (column: string) => (way.isFirst ? sql`` : sql`and ${sql.ref(column)} < ${before}::uuid`)
  const limit = sql.lit(way.limit)
  const personal = sql`(select a.entry_id as id, a.reason, a.read_at is null as unread from feed_audience a
    where a.org_id = ${org} and a.member_id = ${member} ${older('a.entry_id')}
    order by a.entry_id desc limit ${limit})`
  if (way.only === 'personal') return personal
  if (way.isEverywhere)
    return sql`${personal} union all (select f.id, 'your-group', false from feed_entries f
      where f.org_id = ${org} and f.for_group ${older('f.id')} and (select ${groupVisible({ opened }, 'mine')}
        from groups mine where mine.org_id = f.org_id and mine.id = f.group_id)
      order by f.id desc limit ${limit})`
  return sql`${personal} union all
    select e.id, 'your-group', false from groups mine cross join lateral (
      select f.id from feed_entries f where f.org_id = ${org} and f.group_id = mine.id and f.for_group
      ${older('f.id')} order by f.id desc limit ${limit}) e
    where mine.org_id = ${org} and (mine.id = ${org} or mine.path && ${granted}::uuid[])
      and ${groupVisible({ opened }, 'mine')}`
}

/** How many peers approved the published version of the course in the row aliased `c`. */
const approvals = sql`select count(*)::int from reviews r join reviewers w on w.org_id = r.org_id and w.review_id = r.id
  where r.org_id = c.org_id and r.course_id = c.id and r.version = c.published_version and w.verdict = 'approve'`

/**
 * Whether an entry is still to be shown: in a group the reader may see, and not about what was retired, taken back,
 * removed or forgotten since. Such entries are left out of a page, never of the count that decides whether there is a next one.
 */
const stillThere = (
  opened: string[],
  member: string,
) => sql`${groupVisible({ opened }, 'g')} and (c.id is null or c.retired_at is null)
  and (f.kind <> 'kudos.given' or exists (select from kudos k where k.org_id = f.org_id
    and k.id = (f.data ->> 'kudosId')::uuid and k.withdrawn_at is null))
  and (f.kind <> 'badge.awarded' or exists (select from badge_awards a where a.org_id = f.org_id
    and a.id = (f.data ->> 'awardId')::uuid and a.revoked_at is null
    and (a.is_shown or a.member_id = ${member})))
  and (f.kind not in ('comment.made', 'comment.accepted', 'mention.made', 'post.discussed') or exists (select from comments s
    left join comments q on q.org_id = s.org_id and q.id = s.parent_id where s.org_id = f.org_id
    and s.id = (f.data ->> 'commentId')::uuid and s.removed_at is null
    and (f.kind <> 'comment.accepted' or q.accepted_id = s.id)))
  and (f.kind <> 'survey.asked' or exists (select from surveys q where q.org_id = f.org_id
    and q.id = (f.data ->> 'surveyId')::uuid))`

/** Who is pointed to by the comment that the entry `f` is about, as they are called now. */
const mentioned = sql`select json_agg(json_build_object('id', p.id, 'name', p.name)) from comment_mentions x
  join members p on p.org_id = x.org_id and p.id = x.member_id
  where x.org_id = f.org_id and x.comment_id = (f.data ->> 'commentId')::uuid`

const entries = (way: Way) =>
  compiled((given: Given) => {
    const { org, opened, member } = given
    return sql<Row>`
    with picked as (${picked(given, way)}),
    once as (select distinct on (id) id, reason, unread from picked order by id desc, (reason = 'your-group'))
    select o.reason, o.unread, f.id, f.kind, f.at, f.data, f.actor_id, m.name as actor_name, m.title as actor_title,
      g.id as group_id, g.name as group_name, n.id as need_id, n.title as need_title, f.course_id,
      coalesce(v.title, c.title) as course_title, v.objective, v.steps, v.minutes, v.questions,
      coalesce(v.tags, c.tags, '{}') as tags,
      case when f.kind = 'course.published' then (${approvals}) else 0 end as approvals,
      case when f.data ? 'commentId' then (${mentioned}) end as mentioned, (${stillThere(opened, member)}) as shown
    from once o join feed_entries f on f.org_id = ${org} and f.id = o.id
    join groups g on g.org_id = f.org_id and g.id = f.group_id
    left join members m on m.org_id = f.org_id and m.id = f.actor_id
    left join (needs n join groups ng on ng.org_id = n.org_id and ng.id = n.group_id and ${groupVisible({ opened }, 'ng')})
      on n.org_id = f.org_id and n.id = f.need_id
    left join courses c on c.org_id = f.org_id and c.id = f.course_id
    left join course_versions v on v.org_id = c.org_id and v.course_id = c.id and v.number = c.published_version
    order by o.id desc limit ${sql.lit(way.limit)}`
  })

const asked = new Map<string, ReturnType<typeof entries>>()

/** The question for a way, made once: there are few of them. */
function questionFor(way: Way): ReturnType<typeof entries> {
  const name = JSON.stringify(way)
  const question = asked.get(name) ?? entries(way)
  asked.set(name, question)
  return question
}

/** What concerns the actor, newest first. An entry that is both personal and the group's is shown once, as personal. */
export async function getFeed(
  scope: Scope,
  query: { limit: number; after?: string | undefined; only: Only },
): Promise<FeedPage> {
  const after = readCursor(query.after, 'id')
  const granted = scope.actor.grants.map(({ on }) => on)
  const limit = query.limit + 1
  const way = { only: query.only, isFirst: !after, isEverywhere: granted.includes(scope.org), limit }
  const rows = await questionFor(way)(scope.db, {
    org: scope.org,
    member: scope.actor.id,
    granted,
    opened: openedGroups(scope.actor),
    before: after ? String(after[0]) : null,
  })
  const page = pageOf(rows, query.limit, ({ id }) => [id])
  return { items: page.items.filter(({ shown }) => shown).map(present), next: page.next }
}

const present = (row: Row): FeedEntry => ({
  id: row.id,
  kind: row.kind,
  actor: row.actorId ? { id: row.actorId, name: row.actorName, title: row.actorTitle } : null,
  group: { id: row.groupId, name: row.groupName },
  need: row.needId ? { id: row.needId, title: row.needTitle } : null,
  course: row.courseId
    ? {
        id: row.courseId,
        title: row.courseTitle,
        objective: row.objective ?? '',
        steps: row.steps ?? 0,
        minutes: row.minutes ?? 0,
        questions: row.questions ?? 0,
        tags: row.tags,
        approvals: row.approvals,
      }
    : null,
  data: row.mentioned ? { ...row.data, words: spoken(String(row.data.words), row.mentioned) } : row.data,
  at: row.at,
  reason: row.reason,
  unread: row.unread,
})

/** How many personal entries that are shown are unread; counting stops at 100. */
export async function countUnread(scope: Scope): Promise<{ unread: number }> {
  const { rows } = await sql<{
    unread: number
  }>`select count(*)::int as unread from (select from feed_audience a
    join feed_entries f on f.org_id = a.org_id and f.id = a.entry_id
    join groups g on g.org_id = f.org_id and g.id = f.group_id
    left join courses c on c.org_id = f.org_id and c.id = f.course_id
    where a.org_id = ${scope.org} and a.member_id = ${scope.actor.id} and a.read_at is null
      and ${stillThere(openedGroups(scope.actor), scope.actor.id)} limit 100) unread`.execute(scope.db)
  return { unread: rows[0]?.unread ?? 0 }
}

/** Marks personal entries up to one as read. Only one that is addressed to the actor says how far they have read. */
export async function markRead(scope: Scope, upTo: string): Promise<void> {
  const mine = await scope.db
    .selectFrom('feedAudience')
    .select('entryId')
    .where('orgId', '=', scope.org)
    .where('memberId', '=', scope.actor.id)
    .where('entryId', '=', upTo)
    .executeTakeFirst()
  if (!mine) throw notFound('entry')
  await scope.db
    .updateTable('feedAudience')
    .set({ readAt: scope.now })
    .where('orgId', '=', scope.org)
    .where('memberId', '=', scope.actor.id)
    .where('entryId', '<=', upTo)
    .where('readAt', 'is', null)
    .execute()
  tell(scope, { topics: ['feed'], to: [scope.actor.id] })
}
