import { type RawBuilder, sql } from 'kysely'
import { privacy } from '#leader'
import type { Fewest } from '#leader/fewest.contract.ts'
import { findGroup, groupVisible, holds } from '#people'
import { forbidden } from '#platform/problem'
import type { Scope } from '#platform/scope'
import { groupsTold } from './told.ts'

/** Who joined later is not counted yet, in days: nobody has had time to thank them. */
export const settled = 30

interface GroupRow {
  id: string
  name: string
  parentId: string | null
  path: string[]
  isVisible: boolean
  /** People whose first group it is. */
  people: number
}

/** Where figures are asked for: the group, what of it may be told, and the groups that the reader may ask for. */
export interface Place {
  groupId: string
  /** Whether it is the whole organization. */
  isWhole: boolean
  groups: { id: string; name: string }[]
  fewest: Fewest
  isTold: boolean
  people: number
  /** The groups next below that may be told and that the reader may know of. */
  parts: { id: string; name: string; people: number }[]
  /** Of which part somebody is whose home this is: null for none of them, undefined for who is not of the place. */
  partOf: (home: string | null) => string | null | undefined
}

const day = 86_400_000

/**
 * SQL: everybody who is here and has been for a while, with the group they work in: the first below the whole
 * organization that they were given a role in, null for none.
 */
export function peopleHere(scope: Scope): RawBuilder<unknown> {
  const since = new Date(scope.now.getTime() - settled * day).toISOString()
  return sql`select m.id, m.name, m.title, m.working_time, r.group_id as home from members m
    left join (select distinct on (r.member_id) r.member_id, r.group_id from roles r
      where r.org_id = ${scope.org} and r.group_id <> ${scope.org}
      order by r.member_id, r.granted_at, r.group_id) r on r.member_id = m.id
    where m.org_id = ${scope.org} and m.left_at is null and m.joined_at <= ${since}`
}

/** SQL condition on a row with a `home`: they work in a group or below it. */
export const worksIn = (scope: Scope, groupId: string): RawBuilder<boolean> =>
  groupId === scope.org
    ? sql<boolean>`true`
    : sql<boolean>`home in (select g.id from groups g where g.org_id = ${scope.org}
        and g.path @> array[${groupId}]::uuid[])`

async function readGroups(scope: Scope): Promise<GroupRow[]> {
  const { rows } = await sql<GroupRow>`
    select g.id, g.name, g.parent_id, g.path, ${groupVisible(scope, 'g')} and g.archived_at is null as is_visible,
      coalesce(h.people, 0) as people
    from groups g left join (select coalesce(home, ${scope.org}) as home, count(*)::int as people
      from (${peopleHere(scope)}) here group by 1) h on h.home = g.id
    where g.org_id = ${scope.org}
    order by cardinality(g.path), lower(g.name), g.id`.execute(scope.db)
  return rows
}

/** Finds what somebody may be told of a group: who manages it, of the outermost where none is asked for. Throws 403, 404. */
export async function enterPlace(scope: Scope, asked: string | undefined): Promise<Place> {
  const [rows, fewest] = await Promise.all([readGroups(scope), privacy.readFewest(scope)])
  if (asked !== undefined) await findGroup(scope, asked)
  const mine = rows.filter(({ isVisible, path }) => isVisible && holds(scope.actor, path, 'manager'))
  const group = mine.find(({ id }) => asked === undefined || id === asked)
  if (!group) throw forbidden('fairness.not-yours')
  const sizes = new Map<string, number>()
  for (const { path, people } of rows) for (const id of path) sizes.set(id, (sizes.get(id) ?? 0) + people)
  const nodes = rows.map(({ id, parentId }) => ({ id, parentId, size: sizes.get(id) ?? 0 }))
  const told = groupsTold(nodes, fewest)
  const pathOf = new Map(rows.map(({ id, path }) => [id, path]))
  const parts = rows.filter(
    ({ id, parentId, isVisible }) => parentId === group.id && isVisible && told.has(id),
  )
  const partIds = new Set(parts.map(({ id }) => id))
  return {
    ...{
      groupId: group.id,
      isWhole: group.id === scope.org,
      groups: mine.map(({ id, name }) => ({ id, name })),
      fewest,
    },
    ...{ isTold: told.has(group.id), people: sizes.get(group.id) ?? 0 },
    parts: parts.map(({ id, name }) => ({ id, name, people: sizes.get(id) ?? 0 })),
    partOf: (home) => {
      const path = pathOf.get(home ?? scope.org) ?? []
      if (!path.includes(group.id)) return undefined
      return path.find((id) => partIds.has(id)) ?? null
    },
  }
}
