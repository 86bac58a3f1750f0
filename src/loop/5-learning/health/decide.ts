import { sql } from 'kysely'
import { conflict, forbidden, invalidField } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { HealthItem } from '../health.contract.ts'
import { judge } from './judge.ts'
import { changeItem, findItem, lockItem } from './rows.ts'

type Person = NonNullable<HealthItem['owner']>

/** Those who may look after a course: its author, and who reviews or leads in its group, the nearest first. */
async function ownersFor(scope: Scope, courseId: string): Promise<Person[]> {
  const { rows } = await sql<Person>`
    select m.id, m.name, m.title from courses c
      join groups g on g.org_id = c.org_id and g.id = c.group_id
      cross join lateral (
        select c.author_id as member_id, 0 as far
        union all
        select r.member_id, cardinality(g.path) - array_position(g.path, r.group_id) + 1 from roles r
        where r.org_id = g.org_id and r.group_id = any(g.path) and r.role in ('reviewer', 'leader', 'manager', 'admin')
      ) p
      join members m on m.org_id = c.org_id and m.id = p.member_id and m.left_at is null
    where c.org_id = ${scope.org} and c.id = ${courseId}
    group by m.org_id, m.id order by min(p.far), m.name, m.id limit 50`.execute(scope.db)
  return rows
}

async function findAssignable(scope: Scope, id: string): Promise<HealthItem> {
  const item = await findItem(scope, id)
  if (!item.can.assign) throw forbidden('health.assign-not-yours')
  return item
}

/** Who may be asked to look after it. */
export async function listHealthOwners(scope: Scope, id: string) {
  const { course } = await findAssignable(scope, id)
  return { items: await ownersFor(scope, course.id) }
}

/** Says who looks after it. The same again changes nothing. */
export async function assignHealthItem(scope: Scope, id: string, ownerId: string): Promise<HealthItem> {
  const { closed, course, owner, kind, can } = await lockItem(scope, id)
  if (!can.assign) throw forbidden('health.assign-not-yours')
  if (closed) throw conflict('health.closed')
  if (owner?.id === ownerId) return findItem(scope, id)
  const may = await ownersFor(scope, course.id)
  if (!may.some((one) => one.id === ownerId)) throw invalidField('/ownerId', 'health.not-owner')
  await changeItem(scope, id, { ownerId })
  const before = owner?.id ?? null
  await record(scope, 'health.assigned', { itemId: id, courseId: course.id, kind, ownerId, before })
  tell(scope, { topics: ['health'] })
  return findItem(scope, id)
}

/** Says that there is nothing to do, and why. */
export async function dismissHealthItem(scope: Scope, id: string, note: string): Promise<HealthItem> {
  const { closed, course, kind, can } = await lockItem(scope, id)
  if (!can.dismiss) throw forbidden('health.not-yours')
  if (closed) throw conflict('health.closed')
  const outcome = 'dismissed'
  await changeItem(scope, id, { closedAt: scope.now, closedBy: scope.actor.id, outcome, note })
  await record(scope, 'health.closed', { itemId: id, courseId: course.id, kind, outcome, note })
  tell(scope, { topics: ['health'] })
  return findItem(scope, id)
}

/** Takes that back. Where another one of its kind is open since, this one stays closed and is no reason against it. */
export async function undismissHealthItem(scope: Scope, id: string): Promise<HealthItem> {
  const { closed, course, kind, can } = await lockItem(scope, id)
  if (!can.dismiss) throw forbidden('health.not-yours')
  if (closed?.outcome !== 'dismissed') throw conflict('health.not-dismissed')
  const { rows } =
    await sql`update health_items i set closed_at = null, closed_by = null, outcome = null, note = ''
    where i.org_id = ${scope.org} and i.id = ${id} and not exists (select from health_items o where o.org_id = i.org_id
      and o.course_id = i.course_id and o.kind = i.kind and o.closed_at is null) returning i.id`.execute(
      scope.db,
    )
  if (rows.length === 0) await changeItem(scope, id, { outcome: 'eased' })
  await record(scope, 'health.reopened', { itemId: id, courseId: course.id, kind })
  await judge(scope, [course.id])
  tell(scope, { topics: ['health'] })
  return findItem(scope, id)
}
