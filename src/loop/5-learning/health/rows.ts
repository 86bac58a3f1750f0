import { type RawBuilder, sql } from 'kysely'
import { groupVisible, holds, personIfAny, roles } from '#people'
import { notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import type { HealthItem } from '../health.contract.ts'

interface Row extends Omit<HealthItem, 'can' | 'closed' | 'overdue'> {
  path: string[]
  closer: HealthItem['owner']
  closedAt: string | null
  outcome: NonNullable<HealthItem['closed']>['outcome'] | null
  note: string
}

/** SQL condition: the actor leads or manages a group `g`. */
export const led = ({ actor }: Scope): RawBuilder<boolean> =>
  sql<boolean>`g.path && ${roles.groupsHeld(actor, 'leader', 'manager')}::uuid[]`

/** Writes some fields of one item. */
export const changeItem = (scope: Scope, id: string, values: object) =>
  scope.db
    .updateTable('healthItems')
    .set(values)
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .execute()

/** What is or was to be looked after, of courses that the reader may see. */
export async function itemsThat(
  scope: Scope,
  which: RawBuilder<boolean>,
  { order, limit }: { order: RawBuilder<unknown>; limit: number },
): Promise<HealthItem[]> {
  const { rows } = await sql<Row>`
    select i.id, i.kind, i.why, i.due_on, i.opened_at, i.closed_at, i.outcome, i.note, g.path,
      json_build_object('id', c.id, 'title', coalesce(v.title, c.title),
        'group', json_build_object('id', g.id, 'name', g.name),
        'author', json_build_object('id', a.id, 'name', a.name, 'title', a.title, 'left', a.left_at is not null)) as course,
      case when ov.title is not null then json_build_object('id', o.id, 'title', ov.title) end as other,
      ${personIfAny('w')} as owner, ${personIfAny('b')} as closer
    from health_items i
      join courses c on c.org_id = i.org_id and c.id = i.course_id
      join groups g on g.org_id = c.org_id and g.id = c.group_id
      join members a on a.org_id = c.org_id and a.id = c.author_id
      left join course_versions v on v.org_id = c.org_id and v.course_id = c.id and v.number = c.published_version
      left join courses o on o.org_id = i.org_id and o.id = i.other_id
      left join groups og on og.org_id = o.org_id and og.id = o.group_id
      left join course_versions ov on ov.org_id = o.org_id and ov.course_id = o.id and ov.number = o.published_version
        and ${groupVisible(scope, 'og')}
      left join members w on w.org_id = i.org_id and w.id = i.owner_id
      left join members b on b.org_id = i.org_id and b.id = i.closed_by
    where i.org_id = ${scope.org} and ${groupVisible(scope, 'g')} and ${which}
    order by ${order} limit ${limit}`.execute(scope.db)
  return rows.map((row) => present(scope, row))
}

function present(scope: Scope, { path, closer, closedAt, outcome, note, ...row }: Row): HealthItem {
  const me = scope.actor.id
  const mine = row.course.author.id === me
  const leads = holds(scope.actor, path, 'leader', 'manager')
  return {
    ...row,
    overdue: closedAt === null && row.dueOn < scope.now.toISOString().slice(0, 10),
    closed: closedAt && outcome ? { at: closedAt, by: closer, outcome, note } : null,
    can: {
      verify: mine || holds(scope.actor, path, 'reviewer', 'leader', 'manager'),
      write: mine,
      retire: mine || holds(scope.actor, path, 'manager'),
      assign: leads,
      dismiss: mine || leads || row.owner?.id === me,
    },
  }
}

/** SQL condition: an item is the reader's to look after, of their own course, or of a group in which they lead. */
export const concerns = (scope: Scope): RawBuilder<boolean> =>
  sql<boolean>`(${scope.actor.id} in (i.owner_id, c.author_id) or ${led(scope)})`

/** One item that concerns the actor; throws 404. */
export async function findItem(scope: Scope, id: string): Promise<HealthItem> {
  const which = sql<boolean>`i.id = ${id} and ${concerns(scope)}`
  const [item] = await itemsThat(scope, which, { order: sql`i.id`, limit: 1 })
  if (!item) throw notFound('health-item')
  return item
}

/** The same, kept from changing until the transaction ends. */
export async function lockItem(scope: Scope, id: string): Promise<HealthItem> {
  await sql`select from health_items where org_id = ${scope.org} and id = ${id} for update`.execute(scope.db)
  return findItem(scope, id)
}
