import { sql } from 'kysely'
import { personIfAny, roles } from '#people'
import { jsonMoment } from '#platform/db/json'
import { pageOf, readCursor } from '#platform/db/paging'
import { notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import type { Redemption } from '../redemption.contract.ts'
import { maySet } from '../settings/settings.ts'
import { rewardSeen } from './seen.ts'

/**
 * SQL condition: the actor approves and fulfils a redemption `x` of a reward `w`: administrators of the organization all of
 * them, managers those of people of their groups, where the reward asks for their approval; nobody what they asked for
 * or are to receive.
 */
const isHandler = (scope: Scope) => sql<boolean>`(x.member_id <> ${scope.actor.id}
  and x.to_id is distinct from ${scope.actor.id} and (${maySet(scope)} or x.approval = 'managers' and ${rewardSeen(scope)}
    and exists (select from roles r join groups g on g.org_id = r.org_id and g.id = r.group_id
      where r.org_id = x.org_id and r.member_id = x.member_id and g.archived_at is null
        and g.path && ${roles.groupsHeld(scope.actor, 'manager')}::uuid[])))`

/** SQL: how a redemption `x` went, the first first. */
const steps = sql<Redemption['steps']>`(select json_agg(json_build_object('state', p.state, 'words', p.words,
    'at', ${jsonMoment('p.at')},
    'by', ${personIfAny('b')})
    order by p.at, p.state <> 'asked')
  from redemption_steps p left join members b on b.org_id = p.org_id and b.id = p.by_id
  where p.org_id = x.org_id and p.redemption_id = x.id)`

const redemptionRows = (scope: Scope) =>
  scope.db
    .selectFrom('redemptions as x')
    .innerJoin('rewards as w', (join) =>
      join.onRef('w.orgId', '=', 'x.orgId').onRef('w.id', '=', 'x.rewardId'),
    )
    .innerJoin('members as m', (join) =>
      join.onRef('m.orgId', '=', 'x.orgId').onRef('m.id', '=', 'x.memberId'),
    )
    .leftJoin('members as t', (join) => join.onRef('t.orgId', '=', 'x.orgId').onRef('t.id', '=', 'x.toId'))
    .select(['x.id', 'x.rewardId', 'x.name', 'x.kind', 'x.price', 'x.approval', 'x.words', 'x.state'])
    .select(['x.transactionId', 'm.id as memberId', 'm.name as memberName', 'm.title as memberTitle'])
    .leftJoin('drawEntries as e', (join) =>
      join.onRef('e.orgId', '=', 'x.orgId').onRef('e.redemptionId', '=', 'x.id'),
    )
    .select(['e.drawId', 't.id as toId', 't.name as toName', 't.title as toTitle', steps.as('steps')])
    .select([isHandler(scope).as('isHandler'), 'm.leftAt as memberLeft', 't.leftAt as toLeft'])
    .where('x.orgId', '=', scope.org)

export type Row = Awaited<ReturnType<ReturnType<typeof redemptionRows>['execute']>>[number]

/** Whether somebody may take back what they asked for: nobody has agreed to it, and nobody has seen to it. */
export const mayCancel = ({ actor }: Scope, { memberId, state, steps }: Row): boolean =>
  memberId === actor.id &&
  (state === 'asked' ||
    (state === 'approved' && steps.every((one) => one.state !== 'approved' || one.by === null)))

function redemptionOf(scope: Scope, row: Row): Redemption {
  const { toId, toName, toTitle, state, isHandler } = row
  const isOpen = state === 'approved' || state === 'fulfilled'
  return {
    ...{ id: row.id, rewardId: row.rewardId, name: row.name, price: row.price, words: row.words },
    ...{ kind: row.kind as Redemption['kind'], approval: row.approval as Redemption['approval'] },
    member: { id: row.memberId, name: row.memberName, title: row.memberTitle },
    to:
      toId === null || toName === null || toTitle === null
        ? null
        : { id: toId, name: toName, title: toTitle },
    ...{ state: state as Redemption['state'], steps: row.steps, drawId: row.drawId },
    can: {
      cancel: mayCancel(scope, row),
      approve: isHandler && state === 'asked',
      decline: isHandler && state === 'asked',
      fulfil: isHandler && state === 'approved',
      refund: isHandler && isOpen && maySet(scope),
    },
  }
}

/** The row of a redemption, whoever may see it; throws 404. */
export async function findAnyRedemption(scope: Scope, id: string): Promise<Row> {
  const row = await redemptionRows(scope).where('x.id', '=', id).executeTakeFirst()
  if (!row) throw notFound('redemption')
  return row
}

/** The row of a redemption that the actor asked for, received or handles; throws 404. */
export async function findRedemption(scope: Scope, id: string): Promise<Row> {
  const row = await findAnyRedemption(scope, id)
  const isTheirs = [row.memberId, row.toId].includes(scope.actor.id)
  if (!isTheirs && !row.isHandler) throw notFound('redemption')
  return row
}

export const getRedemption = async (scope: Scope, id: string): Promise<Redemption> =>
  redemptionOf(scope, await findRedemption(scope, id))

interface Paging {
  limit: number
  after?: string | undefined
}

/** What the actor asked for, and what they were given, the latest first. */
export function listMyRedemptions(scope: Scope, query: Paging) {
  const me = scope.actor.id
  const mine = sql<boolean>`(x.member_id = ${me} or x.to_id = ${me} and x.state in ('approved', 'fulfilled'))`
  return listed(scope, redemptionRows(scope).where(mine), query, 'desc')
}

/** What the actor approves and fulfils: what waits, the oldest first; or what has come to a state, the latest first. */
export function listRedemptions(
  scope: Scope,
  { state, ...query }: Paging & { state: 'waiting' | Redemption['state'] },
) {
  const rows = redemptionRows(scope).where(isHandler(scope))
  return state === 'waiting'
    ? listed(scope, rows.where('x.state', 'in', ['asked', 'approved']), query, 'asc')
    : listed(scope, rows.where('x.state', '=', state), query, 'desc')
}

async function listed(
  scope: Scope,
  rows: ReturnType<typeof redemptionRows>,
  { limit, after: cursor }: Paging,
  order: 'asc' | 'desc',
): Promise<{ items: Redemption[]; next: string | null }> {
  const after = readCursor(cursor, 'id')
  const found = await rows
    .$if(after !== null, (all) => all.where('x.id', order === 'asc' ? '>' : '<', String(after?.[0])))
    .orderBy('x.id', order)
    .limit(limit + 1)
    .execute()
  const page = pageOf(found, limit, ({ id }) => [id])
  return { items: page.items.map((row) => redemptionOf(scope, row)), next: page.next }
}
