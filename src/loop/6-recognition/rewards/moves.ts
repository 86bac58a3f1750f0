import { conflict, forbidden } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { reverse } from '../ledger/post.ts'
import type { Redemption } from '../redemption.contract.ts'
import { maySet } from '../settings/settings.ts'
import { keepStep } from './redeem.ts'
import { findRedemption, getRedemption, mayCancel, type Row } from './redemptions.ts'

type State = Redemption['state']

/** From which states a redemption comes to another; every other way is refused. */
const before = {
  approved: ['asked'],
  declined: ['asked'],
  cancelled: ['asked', 'approved'],
  fulfilled: ['approved'],
  refunded: ['approved', 'fulfilled'],
} as const satisfies Partial<Record<State, readonly State[]>>
type Move = keyof typeof before

const givesBack: readonly Move[] = ['declined', 'cancelled', 'refunded']

/** Lets nobody else move a redemption on until the transaction ends, so that of two who try one hears of the other. */
export const holdRedemption = ({ db, org }: Scope, id: string) =>
  db
    .selectFrom('redemptions')
    .select('id')
    .where('orgId', '=', org)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** One that the actor handles, held; throws 404, 403 for one that is their own. */
async function holdToHandle(scope: Scope, id: string): Promise<Row> {
  await holdRedemption(scope, id)
  const row = await findRedemption(scope, id)
  if (!row.isHandler) throw forbidden('redemption.not-yours-to-handle')
  return row
}

/** Moves it on, with the points and the piece where they go back. Throws 409 that says what it has become meanwhile. */
export async function move(
  scope: Scope,
  row: Row,
  to: Move,
  words: string,
  byId: string | null,
): Promise<void> {
  const { id, state } = row
  if (!(before[to] as readonly string[]).includes(state)) {
    throw conflict('redemption.moved-on', { state, name: row.steps.at(-1)?.by?.name ?? 'Cairn' })
  }
  await scope.db
    .updateTable('redemptions')
    .set({ state: to })
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .execute()
  await keepStep(scope, id, { state: to, byId, words })
  const about = { redemptionId: id, rewardId: row.rewardId }
  if (givesBack.includes(to)) await reverse(scope, row.transactionId, about)
  const { rewardId, memberId, toId, name } = row
  await record(scope, 'redemption.moved', {
    redemptionId: id,
    rewardId,
    memberId,
    toId,
    name,
    state: to,
    from: state,
    words,
  })
  tell(scope, { topics: ['rewards', 'redemptions', 'accounts'] })
}

/** Refuses what would reach nobody any more. */
function refuseLeft({ memberLeft, memberName, toLeft, toName }: Row, isFulfilling: boolean): void {
  const gone = toLeft !== null ? toName : memberLeft !== null && !isFulfilling ? memberName : null
  if (gone !== null) throw conflict('redemption.somebody-left', { name: gone })
}

/** Agrees to what somebody else asked for. */
export async function approveRedemption(scope: Scope, id: string, words: string): Promise<Redemption> {
  const row = await holdToHandle(scope, id)
  refuseLeft(row, false)
  await move(scope, row, 'approved', words, scope.actor.id)
  return getRedemption(scope, id)
}

/** Declines what somebody else asked for; the points and the piece go back. */
export async function declineRedemption(scope: Scope, id: string, reason: string): Promise<Redemption> {
  await move(scope, await holdToHandle(scope, id), 'declined', reason, scope.actor.id)
  return getRedemption(scope, id)
}

/** Says that somebody else has it now. */
export async function fulfilRedemption(scope: Scope, id: string, words: string): Promise<Redemption> {
  const row = await holdToHandle(scope, id)
  refuseLeft(row, true)
  await move(scope, row, 'fulfilled', words, scope.actor.id)
  return getRedemption(scope, id)
}

/** Takes back what the actor asked for, as long as nobody has agreed to it or seen to it. */
export async function cancelRedemption(scope: Scope, id: string): Promise<Redemption> {
  await holdRedemption(scope, id)
  const row = await findRedemption(scope, id)
  if (row.memberId !== scope.actor.id) throw forbidden('redemption.not-yours')
  if (row.state === 'approved' && !mayCancel(scope, row)) throw conflict('redemption.too-late')
  await move(scope, row, 'cancelled', '', scope.actor.id)
  return getRedemption(scope, id)
}

/** Gives somebody else's points back afterwards, and the piece to the stock. */
export async function refundRedemption(scope: Scope, id: string, reason: string): Promise<Redemption> {
  const row = await holdToHandle(scope, id)
  if (!maySet(scope)) throw forbidden('recognition.admin-needed')
  await move(scope, row, 'refunded', reason, scope.actor.id)
  return getRedemption(scope, id)
}
