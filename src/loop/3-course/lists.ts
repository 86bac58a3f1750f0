import { type RawBuilder, sql } from 'kysely'
import { getNeed } from '#need'
import { groupVisible, person } from '#people'
import { pageOf, readCursor } from '#platform/db/paging'
import { notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import type { CourseCard, CoursePage } from './contract.ts'
import { minutesOf } from './document/blocks.ts'
import { cardOf, courseRows, mayRetire, ownCardOf } from './find.ts'
import { readVersion } from './versions.ts'

interface Paged {
  limit: number
  after?: string | undefined
}

/** SQL condition: the title or a tag says these words, accents and case forgiven. */
const sayingWords = (words: string) => {
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  return sql<boolean>`folded(coalesce(v.title, c.title) || ' ' || array_to_string(c.tags, ' ')) like folded(${pattern})`
}

/** Published courses that the reader may see, newest first. */
export async function listCourses(
  scope: Scope,
  query: Paged & Partial<Record<'groupId' | 'authorId' | 'words', string | undefined>>,
): Promise<CoursePage> {
  const after = readCursor(query.after, 'moment', 'id')
  let rows = courseRows(scope).where('c.publishedAt', 'is not', null).where('c.retiredAt', 'is', null)
  if (query.groupId) rows = rows.where(sql<boolean>`${query.groupId}::uuid = any(g.path)`)
  if (query.authorId) rows = rows.where('c.authorId', '=', query.authorId)
  if (query.words) rows = rows.where(sayingWords(query.words))
  if (after)
    rows = rows.where(
      sql<boolean>`(c.first_published_at, c.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
    )
  const sorted = rows
    .orderBy('c.firstPublishedAt', 'desc')
    .orderBy('c.id', 'desc')
    .limit(query.limit + 1)
  const page = pageOf(await sorted.execute(), query.limit, (row) => [row.firstPublishedAt ?? '', row.id])
  return { items: page.items.map(cardOf), next: page.next }
}

/**
 * A page of courses as their authors know them, last worked on first; thrown-away ones are left out. `which` is a condition
 * on courses `c`, their groups `g` and authors `a`.
 */
export async function listByWork(
  scope: Scope,
  which: RawBuilder<boolean>,
  { limit, after: cursor }: Paged,
): Promise<CoursePage> {
  const after = readCursor(cursor, 'moment', 'id')
  let rows = courseRows(scope).where('c.discardedAt', 'is', null).where(which)
  if (after)
    rows = rows.where(sql<boolean>`(c.drafted_at, c.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const sorted = rows
    .orderBy('c.draftedAt', 'desc')
    .orderBy('c.id', 'desc')
    .limit(limit + 1)
  const page = pageOf(await sorted.execute(), limit, (row) => [row.draftedAt, row.id])
  return { items: page.items.map(ownCardOf), next: page.next }
}

/** The courses that the actor writes, last worked on first. */
export const listMyCourses = (scope: Scope, query: Paged): Promise<CoursePage> =>
  listByWork(scope, sql<boolean>`c.author_id = ${scope.actor.id}`, query)

/** The published courses made for a need, the first one first. */
export async function listCoursesForNeed(scope: Scope, needId: string, query: Paged): Promise<CoursePage> {
  await getNeed(scope, needId)
  const after = readCursor(query.after, 'moment', 'id')
  let rows = courseRows(scope)
    .where('c.needId', '=', needId)
    .where('c.publishedAt', 'is not', null)
    .where('c.retiredAt', 'is', null)
  if (after)
    rows = rows.where(
      sql<boolean>`(c.first_published_at, c.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`,
    )
  const sorted = rows
    .orderBy('c.firstPublishedAt')
    .orderBy('c.id')
    .limit(query.limit + 1)
  const page = pageOf(await sorted.execute(), query.limit, (row) => [row.firstPublishedAt ?? '', row.id])
  return { items: page.items.map(cardOf), next: page.next }
}

interface More {
  mergedInto: { id: string; title: string } | null
  firstAuthor: CourseCard['author'] | null
  begun: boolean
}

/** Where a course's readers are led, who wrote it first where another looks after it, and whether the reader has begun it. */
async function readMore(scope: Scope, id: string): Promise<More> {
  const { rows } = await sql<More>`
    select (select json_build_object('id', t.id, 'title', v.title) from courses t
        join course_versions v on v.org_id = t.org_id and v.course_id = t.id and v.number = t.published_version
        join groups g on g.org_id = t.org_id and g.id = t.group_id
        where t.org_id = c.org_id and t.id = c.merged_into and t.retired_at is null and ${groupVisible(scope, 'g')}) as merged_into,
      (select ${person('m')} from members m
        where m.org_id = c.org_id and m.id = c.first_author_id) as first_author,
      exists (select from enrollments e where e.org_id = c.org_id and e.course_id = c.id
        and e.member_id = ${scope.actor.id}) as begun
    from courses c where c.org_id = ${scope.org} and c.id = ${id}`.execute(scope.db)
  return rows[0] ?? { mergedInto: null, firstAuthor: null, begun: false }
}

/** One course without its content: published, the actor’s own or begun by them, or one whose readers are led elsewhere. */
export async function getCourse(scope: Scope, id: string) {
  const [row, more] = await Promise.all([
    courseRows(scope).where('c.id', '=', id).executeTakeFirst(),
    readMore(scope, id),
  ])
  if (!row) throw notFound('course')
  const { mergedInto, firstAuthor, begun } = more
  const mine = row.authorId === scope.actor.id
  const open = Boolean(row.publishedVersion && (!row.retiredAt || begun))
  const known = open || mergedInto || mayRetire(scope, row)
  if (!(mine || (row.publishedVersion && known))) throw notFound('course')
  const version = row.publishedVersion ? await readVersion(scope, id, row.publishedVersion) : null
  const outline = (version?.document.content ?? []).map((step) => ({
    id: step.attrs.id,
    title: step.attrs.title,
    minutes: Math.max(1, Math.round(minutesOf(step))),
  }))
  const can = { edit: mine, retire: mayRetire(scope, row), learn: open }
  return { ...cardOf(row), mergedInto, firstAuthor, outline, can }
}
