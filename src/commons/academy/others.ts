import { sql } from 'kysely'
import { groupVisible, holds, person, roles } from '#people'
import { pageOf, readCursor } from '#platform/db/paging'
import { forbidden } from '#platform/problem'
import type { Scope } from '#platform/scope'
import type { PathMember } from './contract.ts'

/** Whether the actor answers for anybody: manages a group. */
export const answersForSome = ({ actor }: Scope): boolean =>
  actor.grants.some(({ on }) => holds(actor, [on], 'manager'))

interface Query {
  limit: number
  after?: string | undefined
}

/** Who of the groups that the actor answers for is on the path, who began last first. Throws 403 for who answers for nobody. */
export async function listAcademyMembers(scope: Scope, { limit, after }: Query) {
  if (!answersForSome(scope)) throw forbidden('academy.not-yours')
  const from = readCursor(after, 'moment', 'id')
  const theirs = sql`${roles.groupsHeld(scope.actor, 'manager')}::uuid[]`
  const { rows } = await sql<PathMember>`
    select ${person('m')} as member, p.started_at, p.trained_at, p.completed_at
    from academy_members p join members m on m.org_id = p.org_id and m.id = p.member_id and m.left_at is null
    where p.org_id = ${scope.org} and m.id <> ${scope.actor.id}
      and exists (select from roles r join groups g on g.org_id = r.org_id and g.id = r.group_id
        where r.org_id = m.org_id and r.member_id = m.id and g.path && ${theirs} and ${groupVisible(scope, 'g')})
      and ${from ? sql`(p.started_at, p.member_id) < (${from[0]}::timestamptz, ${from[1]}::uuid)` : sql`true`}
    order by p.started_at desc, p.member_id desc limit ${limit + 1}`.execute(scope.db)
  return pageOf(rows, limit, ({ startedAt, member }) => [startedAt, member.id])
}
