import { conflict, forbidden } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { findMember } from './directory.ts'
import { holds } from './policy.ts'

/** Whether the actor answers for a member: they manage or administer one of the member's groups, or all of them. */
async function answersFor({ org, actor, db }: Scope, memberId: string): Promise<boolean> {
  if (holds(actor, [org], 'manager')) return true
  const rows = await db
    .selectFrom('roles as r')
    .innerJoin('groups as g', (join) => join.onRef('g.orgId', '=', 'r.orgId').onRef('g.id', '=', 'r.groupId'))
    .select('g.path')
    .where('r.orgId', '=', org)
    .where('r.memberId', '=', memberId)
    .execute()
  return rows.some(({ path }) => holds(actor, path, 'manager'))
}

const isOwn = ({ actor }: Scope, memberId: string): boolean => actor.id === memberId

/** Which share of full time somebody works, in percent; throws 403 for their peers. */
export async function getWorkingTime(scope: Scope, memberId: string) {
  const { workingTime: percent } = await findMember(scope, memberId)
  if (isOwn(scope, memberId)) return { percent, can: { set: false } }
  if (!(await answersFor(scope, memberId))) throw forbidden('working-time.not-yours')
  return { percent, can: { set: true } }
}

/** Says it, of somebody else: nobody raises what they do themselves by working less. The same again changes nothing. */
export async function setWorkingTime(scope: Scope, memberId: string, percent: number) {
  const { workingTime: before } = await findMember(scope, memberId)
  if (!(await answersFor(scope, memberId))) throw forbidden('working-time.not-yours')
  if (isOwn(scope, memberId)) throw conflict('working-time.own')
  if (percent !== before) {
    await scope.db
      .updateTable('members')
      .set({ workingTime: percent })
      .where('orgId', '=', scope.org)
      .where('id', '=', memberId)
      .execute()
    await record(scope, 'member.working-time-set', { memberId, percent, before })
    tell(scope, { topics: ['people'], to: [memberId, scope.actor.id] })
  }
  return getWorkingTime(scope, memberId)
}
