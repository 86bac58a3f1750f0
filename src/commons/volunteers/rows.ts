import { type RawBuilder, sql } from 'kysely'
import { groupVisible, person, personIfAny, roles } from '#people'
import { jsonMoment } from '#platform/db/json'
import { notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import type { Step, Volunteer, Volunteering } from './contract.ts'

/** A volunteer as the verbs need them, beside what is told of them. */
export interface Row extends Volunteer {
  groupId: string
  sponsorId: string | null
  locale: string
}

const done = sql<Step[]>`array_remove(array[case when v.topic_at is not null then 'topic' end,
  case when v.answer_at is not null then 'answer' end, case when v.academy_at is not null then 'academy' end], null)`

/** Volunteers `v` that are so, with their member `m` and group `g`; those who withdrew or left are none. */
export async function volunteersThat(
  scope: Scope,
  which: RawBuilder<boolean>,
  { order = sql`v.came_at, v.id`, limit = 1 }: { order?: RawBuilder<unknown>; limit?: number } = {},
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select v.id, v.group_id, v.sponsor_id, m.locale, ${person('m')} as member, v.came_at, v.step, ${done} as done,
      json_build_object('id', g.id, 'name', g.name) as group, ${personIfAny('s')} as sponsor,
      v.reminded_at is not null as reminded,
      case when v.greeted_by is not null then json_build_object('by', ${person('b')}, 'words', v.greeting,
        'at', ${jsonMoment('v.greeted_at')}) end as greeting
    from volunteers v
    join members m on m.org_id = v.org_id and m.id = v.member_id
    join groups g on g.org_id = v.org_id and g.id = v.group_id
    left join members s on s.org_id = v.org_id and s.id = v.sponsor_id
    left join members b on b.org_id = v.org_id and b.id = v.greeted_by
    where v.org_id = ${scope.org} and v.withdrawn_at is null and m.left_at is null and ${which}
    order by ${order} limit ${limit}`.execute(scope.db)
  return rows
}

/** SQL condition on volunteers `v` in groups `g`: the reader is to greet them, or answers for their group. */
export const seenBy = (scope: Scope): RawBuilder<boolean> => sql<boolean>`(${groupVisible(scope, 'g')}
  and v.member_id <> ${scope.actor.id}
  and (v.sponsor_id = ${scope.actor.id} or g.path && ${roles.groupsHeld(scope.actor, 'manager')}::uuid[]))`

/** What a volunteer is told of themselves. */
export const ofOneself = ({ id, group, cameAt, sponsor, greeting, step, done }: Row): Volunteering => ({
  ...{ id, group, cameAt, sponsor, greeting, step, done },
})

/** What is told to those who are to see a volunteer. */
export const ofOther = (row: Row): Volunteer => ({
  ...ofOneself(row),
  ...{ member: row.member, reminded: row.reminded },
})

/** A volunteer whom the reader is to see, until the transaction ends theirs alone to change; throws 404. */
export async function lockSeen(scope: Scope, id: string): Promise<Row> {
  await lock(scope, id)
  const [row] = await volunteersThat(scope, sql<boolean>`v.id = ${id} and ${seenBy(scope)}`)
  if (!row) throw notFound('volunteer')
  return row
}

/** One’s own volunteering, likewise; throws 404. */
export async function lockOwn(scope: Scope, id: string): Promise<Row> {
  await lock(scope, id)
  const [row] = await volunteersThat(scope, sql<boolean>`v.id = ${id} and v.member_id = ${scope.actor.id}`)
  if (!row) throw notFound('volunteer')
  return row
}

export const lock = (scope: Scope, id: string) =>
  sql`select from volunteers where org_id = ${scope.org} and id = ${id} for update`.execute(scope.db)

/** Changes a volunteer. */
export const set = (scope: Scope, id: string, values: Record<string, unknown>) =>
  scope.db.updateTable('volunteers').set(values).where('orgId', '=', scope.org).where('id', '=', id).execute()
