import { type RawBuilder, sql } from 'kysely'
import { groupVisible, holds, person } from '#people'
import { pageOf, readCursor } from '#platform/db/paging'
import { notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import type { Post, PostKind } from '../contract.ts'

type Row = Omit<Post, 'withdrawn' | 'pinned' | 'can' | 'group'> & {
  group: Post['group'] & { path: string[] }
  withdrawnAt: string | null
  isPinned: number
  rank: number
}

/** SQL: the template that comes with post `p`, where the reader may begin a course from it. */
const template = (
  scope: Scope,
) => sql`(select json_build_object('id', t.id, 'name', v.name, 'language', t.language,
    'group', json_build_object('id', tg.id, 'name', tg.name))
  from templates t join groups tg on tg.org_id = t.org_id and tg.id = t.group_id
  join template_versions v on v.org_id = t.org_id and v.template_id = t.id and v.number = t.version
  where t.org_id = p.org_id and t.id = p.template_id and t.archived_at is null and ${groupVisible(scope, 'tg')})`

/** SQL: how many say that post `p` is useful. */
const useful = sql`(select count(*)::int from reactions r where r.org_id = p.org_id and r.subject = 'post'
  and r.subject_id = p.id and r.anchor = '' and r.kind = 'useful')`

interface Asked {
  where: RawBuilder<boolean>
  sort?: 'newest' | 'useful'
  from?: (string | number)[] | null
  limit: number
}

/** Posts that the reader may see, in the order of a list: what is pinned first. */
async function rowsThat(scope: Scope, { where, sort = 'newest', from, limit }: Asked): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select * from (select p.id, p.kind, json_build_object('id', g.id, 'name', g.name, 'path', g.path) as "group",
        p.title, p.words, p.steps, ${template(scope)} as template, ${person('m')} as author, p.posted_at, p.edited_at,
        p.withdrawn_at, (p.pinned_at is not null)::int as is_pinned, ${useful} as useful,
        ${sort === 'useful' ? useful : sql`0`} as rank,
        exists (select from reactions r where r.org_id = p.org_id and r.subject = 'post' and r.subject_id = p.id
          and r.anchor = '' and r.kind = 'useful' and r.member_id = ${scope.actor.id}) as mine,
        (select count(*)::int from comments c where c.org_id = p.org_id and c.subject = 'post'
          and c.subject_id = p.id and c.removed_at is null) as comments
      from community_posts p join groups g on g.org_id = p.org_id and g.id = p.group_id
      join members m on m.org_id = p.org_id and m.id = p.author_id
      where p.org_id = ${scope.org} and ${groupVisible(scope, 'g')}
        and (p.withdrawn_at is null or p.author_id = ${scope.actor.id}) and ${where}) found
    where ${from ? sql`(is_pinned, rank, id) < (${from[0]}, ${from[1]}, ${from[2]}::uuid)` : sql`true`}
    order by is_pinned desc, rank desc, id desc limit ${limit}`.execute(scope.db)
  return rows
}

function present({ actor }: Scope, row: Row): Post {
  const { withdrawnAt, isPinned, rank: _, group, ...post } = row
  return {
    ...post,
    group: { id: group.id, name: group.name },
    withdrawn: withdrawnAt !== null,
    pinned: isPinned === 1,
    can: {
      change: post.author.id === actor.id,
      pin: withdrawnAt === null && holds(actor, group.path, 'admin'),
    },
  }
}

interface Query {
  limit: number
  after?: string | undefined
  kind?: PostKind | undefined
  q?: string | undefined
  sort: 'newest' | 'useful'
}

/** SQL condition: every word that is typed is in what post `p` says. */
function says(q: string): RawBuilder<boolean> {
  const words = q.split(/\s+/).filter(Boolean).slice(0, 8)
  const all = sql`folded(concat_ws(' ', p.title, p.words, p.steps::text))`
  const has = words.map((word) => sql`position(folded(${word}) in ${all}) > 0`)
  return has.length > 0 ? sql<boolean>`(${sql.join(has, sql` and `)})` : sql<boolean>`true`
}

/** What leaders posted, as far as the reader may see it. */
export async function listPosts(scope: Scope, { limit, after, kind, q = '', sort }: Query) {
  const from = readCursor(after, 'number', 'number', 'id')
  const where = sql<boolean>`${says(q)} and ${kind ? sql`p.kind = ${kind}` : sql`true`}`
  const rows = await rowsThat(scope, { where, sort, from, limit: limit + 1 })
  const { items, next } = pageOf(rows, limit, ({ isPinned, rank, id }) => [isPinned, rank, id])
  return { items: items.map((row) => present(scope, row)), next }
}

async function findRow(scope: Scope, id: string): Promise<Row> {
  const [row] = await rowsThat(scope, { where: sql<boolean>`p.id = ${id}`, limit: 1 })
  if (!row) throw notFound('post')
  return row
}

/** One post that the reader may see; throws 404. */
export const getPost = async (scope: Scope, id: string): Promise<Post> =>
  present(scope, await findRow(scope, id))

/** The same, with the path of its group. */
export async function findPost(scope: Scope, id: string): Promise<Post & { path: string[] }> {
  const row = await findRow(scope, id)
  return { ...present(scope, row), path: row.group.path }
}

/** The same, until the transaction ends the actor's alone to change. */
export async function lockPost(scope: Scope, id: string): Promise<Post & { path: string[] }> {
  await sql`select from community_posts where org_id = ${scope.org} and id = ${id} for update`.execute(
    scope.db,
  )
  return findPost(scope, id)
}
