import { type RawBuilder, sql } from 'kysely'
import { findPublishedCourse } from '#course'
import { person } from '#people'
import { pageOf, readCursor } from '#platform/db/paging'
import type { Scope } from '#platform/scope'
import { mostNamed } from './limits.ts'
import { contributionRows, presentAll } from './rows.ts'
import type { ContributionKind } from './rungs.ts'

interface Query {
  whose: 'given-to-me' | 'mine'
  state: 'open' | 'decided' | 'all'
  courseId?: string | undefined
  limit: number
  after?: string | undefined
}

const inState = (state: Query['state']): RawBuilder<unknown> => {
  if (state === 'all') return sql`true`
  return state === 'open' ? sql`x.state = 'open'` : sql`x.state <> 'open'`
}

/** What others gave to courses that the actor writes, or what the actor gave; newest first. */
export async function listContributions(scope: Scope, query: Query) {
  const after = readCursor(query.after, 'id')
  const { actor } = scope
  const whose =
    query.whose === 'mine'
      ? sql`x.member_id = ${actor.id}`
      : sql`c.author_id = ${actor.id} and x.state <> 'withdrawn' and c.discarded_at is null`
  const ofCourse = query.courseId ? sql`and x.course_id = ${query.courseId}` : sql``
  const older = after ? sql`and x.id < ${String(after[0])}` : sql``
  const { rows } = await contributionRows(
    scope,
    sql`${whose} and ${inState(query.state)} ${ofCourse} ${older}`,
    sql`order by x.id desc limit ${query.limit + 1}`,
  ).execute(scope.db)
  const page = pageOf(rows, query.limit, ({ id }) => [id])
  return { items: await presentAll(scope, page.items), next: page.next }
}

interface Contributor {
  member: { id: string; name: string; title: string }
  kinds: ContributionKind[]
  isMe: boolean
  total: number
}

/** Whose contributions are in what is published of a course that the actor may see, the first first. */
export async function listContributors(scope: Scope, courseId: string) {
  await findPublishedCourse(scope, courseId)
  const { rows } = await sql<Contributor>`
    select ${person('m')} as member, array_agg(distinct x.kind order by x.kind) as kinds,
      m.id = ${scope.actor.id} as is_me, count(*) over ()::int as total
    from contributions x join members m on m.org_id = x.org_id and m.id = x.member_id
    left join ladder_choices l on l.org_id = m.org_id and l.member_id = m.id
    where x.org_id = ${scope.org} and x.course_id = ${courseId} and x.credited_at is not null
      and coalesce(l.is_named, true)
    group by m.id, m.name, m.title order by min(x.credited_at), m.id limit ${mostNamed}`.execute(scope.db)
  return { items: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}
