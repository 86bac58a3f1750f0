import { type RawBuilder, sql } from 'kysely'
import { person, roles } from '#people'
import { pageOf, readCursor } from '#platform/db/paging'
import { notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import type { CoursePage } from '../contract.ts'
import { listByWork } from '../lists.ts'
import type { Leaver, Succession } from '../succession.contract.ts'

interface Paged {
  limit: number
  after?: string | undefined
}

/** SQL condition: the actor manages a group `g`. */
export const managed = ({ actor }: Scope): RawBuilder<boolean> =>
  sql<boolean>`g.path && ${roles.groupsHeld(actor, 'manager')}::uuid[]`

/** SQL condition: a course `c` is somebody’s who has left (`m`), and was not thrown away. */
export const left = sql<boolean>`m.left_at is not null and c.discarded_at is null`

/** Those who left courses behind in groups that the actor manages, last left first. */
export async function listLeavers(scope: Scope, query: Paged) {
  const after = readCursor(query.after, 'moment', 'id')
  const { rows } = await sql<Leaver>`
    select ${person('m')} as member, m.left_at,
      count(c.published_at)::int as published, (count(*) - count(c.published_at))::int as drafts
    from members m join courses c on c.org_id = m.org_id and c.author_id = m.id
      join groups g on g.org_id = c.org_id and g.id = c.group_id
    where m.org_id = ${scope.org} and ${left} and ${managed(scope)}
      ${after ? sql`and (m.left_at, m.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
    group by m.org_id, m.id order by m.left_at desc, m.id desc limit ${query.limit + 1}`.execute(scope.db)
  return pageOf(rows, query.limit, (row) => [row.leftAt, row.member.id])
}

/** What somebody who left had written, in groups that the actor manages, last worked on first. */
export async function listLeftCourses(scope: Scope, memberId: string, query: Paged): Promise<CoursePage> {
  const somebody = scope.db.selectFrom('members').select('id').where('orgId', '=', scope.org)
  if (!(await somebody.where('id', '=', memberId).executeTakeFirst())) throw notFound('member')
  const theirs = sql<boolean>`c.author_id = ${memberId} and a.left_at is not null and ${managed(scope)}`
  return listByWork(scope, theirs, query)
}

/** Hand-overs that stand, the newest first. */
export async function successionsThat(scope: Scope, which: RawBuilder<boolean>, limit: number) {
  const isAdmin = scope.actor.grants.some(({ on, role }) => on === scope.org && role === 'admin')
  const { rows } = await sql<Succession>`
    select s.id, ${person('f')} as "from", ${person('t')} as "to", ${person('b')} as made_by, s.made_at,
      (select count(*)::int from succession_courses x where x.org_id = s.org_id and x.succession_id = s.id) as courses,
      json_build_object('undo', s.made_by = ${scope.actor.id} or ${isAdmin}) as can
    from course_successions s
      join members f on f.org_id = s.org_id and f.id = s.from_id
      join members t on t.org_id = s.org_id and t.id = s.to_id
      join members b on b.org_id = s.org_id and b.id = s.made_by
    where s.org_id = ${scope.org} and s.undone_at is null and ${which}
    order by s.id desc limit ${limit}`.execute(scope.db)
  return rows
}

/** What the actor handed over, or was handed. */
export async function listSuccessions(scope: Scope, query: Paged) {
  const after = readCursor(query.after, 'id')
  const mine = sql<boolean>`${scope.actor.id} in (s.made_by, s.to_id)
    and ${after ? sql`s.id < ${after[0]}::uuid` : sql`true`}`
  return pageOf(await successionsThat(scope, mine, query.limit + 1), query.limit, ({ id }) => [id])
}
