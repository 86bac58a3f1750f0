import { sql } from 'kysely'
import { holds } from '#people'
import { pageOf, readCursor } from '#platform/db/paging'
import { conflict, forbidden, notFound } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { Badge } from '../badge.contract.ts'

/** So many are in use in an organization at most: whoever awards one chooses from all of them. */
const mostBadges = 100

/** Who designs badges: whoever manages the whole organization. */
export const mayDesign = (scope: Scope): boolean => holds(scope.actor, [scope.org], 'manager')

/** Throws 403 for whoever does not design badges. */
export function refuseUnlessDesigner(scope: Scope): void {
  if (!mayDesign(scope)) throw forbidden('badge.not-designer')
}

export const badgeRows = (scope: Scope) =>
  scope.db
    .selectFrom('badges as b')
    .innerJoin('badgeVersions as v', (join) =>
      join
        .onRef('v.orgId', '=', 'b.orgId')
        .onRef('v.badgeId', '=', 'b.id')
        .onRef('v.number', '=', 'b.version'),
    )
    .select(['b.id', 'b.version', 'b.awarders', 'b.isPublic', 'b.changedAt', 'b.archivedAt'])
    .select(['v.name', 'v.description', 'v.criteria', 'v.levels', 'v.drawing'])
    .select(
      sql<number>`(select count(distinct a.member_id)::int from badge_awards a
        where a.org_id = b.org_id and a.badge_id = b.id and a.revoked_at is null)`.as('holders'),
    )
    .where('b.orgId', '=', scope.org)

type Row = Awaited<ReturnType<ReturnType<typeof badgeRows>['execute']>>[number]

export const badgeOf = (scope: Scope, row: Row): Badge => ({
  ...row,
  awarders: row.awarders as Badge['awarders'],
  levels: row.levels as Badge['levels'],
  drawing: row.drawing as Badge['drawing'],
  can: { change: mayDesign(scope) },
})

/** One badge of the organization; throws 404. */
export async function getBadge(scope: Scope, id: string): Promise<Badge> {
  const row = await badgeRows(scope).where('b.id', '=', id).executeTakeFirst()
  if (!row) throw notFound('badge')
  return badgeOf(scope, row)
}

interface Listing {
  archived: 'true' | 'false'
  limit: number
  after?: string | undefined
}

/** The badges of the organization, newest first. */
export async function listBadges(scope: Scope, { archived, limit, after: cursor }: Listing) {
  const after = readCursor(cursor, 'id')
  let rows = badgeRows(scope).where('b.archivedAt', archived === 'true' ? 'is not' : 'is', null)
  if (after) rows = rows.where('b.id', '<', String(after[0]))
  const sorted = rows.orderBy('b.id', 'desc').limit(limit + 1)
  const page = pageOf(await sorted.execute(), limit, ({ id }) => [id])
  return { items: page.items.map((row) => badgeOf(scope, row)), next: page.next }
}

type Words = Pick<Badge, 'name' | 'description' | 'criteria' | 'levels' | 'drawing'>
export type Design = Words & Pick<Badge, 'awarders' | 'isPublic'>

const wordsOf = ({ name, description, criteria, levels, drawing }: Words): Words => ({
  name,
  description,
  criteria,
  levels: levels.map((level) => ({ name: level.name, criteria: level.criteria })),
  drawing: {
    shape: drawing.shape,
    colour: drawing.colour,
    symbol: drawing.symbol,
    trim: drawing.trim,
  },
})

async function keepVersion(scope: Scope, badgeId: string, number: number, words: Words): Promise<void> {
  const { levels, drawing, ...rest } = wordsOf(words)
  await scope.db
    .insertInto('badgeVersions')
    .values({
      ...{ orgId: scope.org, badgeId, number, ...rest },
      ...{ levels: JSON.stringify(levels), drawing: JSON.stringify(drawing) },
      ...{ madeBy: scope.actor.id, madeAt: scope.now },
    })
    .execute()
}

/** Designs a badge. */
export async function designBadge(scope: Scope, design: Design): Promise<Badge> {
  refuseUnlessDesigner(scope)
  await refuseTooMany(scope)
  const id = newIdIn(scope)
  const { awarders, isPublic, name } = design
  await scope.db
    .insertInto('badges')
    .values({ orgId: scope.org, id, version: 1, awarders, isPublic, changedAt: scope.now })
    .execute()
  await keepVersion(scope, id, 1, design)
  await record(scope, 'badge.designed', { badgeId: id, name })
  tell(scope, { topics: ['badges'] })
  return getBadge(scope, id)
}

/** Changes a badge. Only other words or another drawing make a new version; the same again changes nothing. */
export async function changeBadge(
  scope: Scope,
  id: string,
  { version, ...design }: Design & { version: number },
): Promise<Badge> {
  refuseUnlessDesigner(scope)
  // Held until the end, so that of two who change it at once one hears of the other.
  await scope.db
    .selectFrom('badges')
    .select('id')
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  const before = await getBadge(scope, id)
  if (before.version !== version) throw conflict('badge.changed-elsewhere')
  const { awarders, isPublic } = design
  const isReworded = JSON.stringify(wordsOf(before)) !== JSON.stringify(wordsOf(design))
  if (!isReworded && before.awarders === awarders && before.isPublic === isPublic) return before
  const number = isReworded ? version + 1 : version
  if (isReworded) await keepVersion(scope, id, number, design)
  await scope.db
    .updateTable('badges')
    .set({ version: number, awarders, isPublic, changedAt: scope.now })
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .execute()
  const was = { version, awarders: before.awarders, isPublic: before.isPublic }
  await record(scope, 'badge.changed', { badgeId: id, version: number, before: was })
  tell(scope, { topics: ['badges'] })
  return getBadge(scope, id)
}

async function refuseTooMany(scope: Scope): Promise<void> {
  const { count } = await scope.db
    .selectFrom('badges')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('orgId', '=', scope.org)
    .where('archivedAt', 'is', null)
    .executeTakeFirstOrThrow()
  if (Number(count) >= mostBadges) throw conflict('badge.too-many', { most: mostBadges })
}

/** Awards a badge no more. Who holds it keeps it. */
export async function archiveBadge(scope: Scope, id: string): Promise<void> {
  refuseUnlessDesigner(scope)
  if ((await getBadge(scope, id)).archivedAt) return
  await setArchived(scope, id, scope.now)
  await record(scope, 'badge.archived', { badgeId: id })
}

/** Awards an archived badge again. */
export async function restoreBadge(scope: Scope, id: string): Promise<void> {
  refuseUnlessDesigner(scope)
  if (!(await getBadge(scope, id)).archivedAt) return
  await refuseTooMany(scope)
  await setArchived(scope, id, null)
  await record(scope, 'badge.restored', { badgeId: id })
}

async function setArchived(scope: Scope, id: string, archivedAt: Date | null): Promise<void> {
  await scope.db
    .updateTable('badges')
    .set({ archivedAt })
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .execute()
  tell(scope, { topics: ['badges'] })
}
