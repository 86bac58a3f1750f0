import { randomBytes } from 'node:crypto'
import { conflict, invalidField, notFound } from '#platform/problem'
import { enqueue, newIdIn, type Scope, tell } from '#platform/scope'
import { slack } from '#platform/slack'
import { record } from '#record'
import type { Draw } from '../draw.contract.ts'
import { refuseUnlessAdmin } from '../settings/settings.ts'
import { mostEntries } from './choices.ts'
import { getDraw } from './draws.ts'
import { commitmentOf } from './lot.ts'
import { getReward } from './rewards.ts'

const topics = ['rewards', 'draws']

/** Opens a draw: its seed is made and promised now, and told when it is drawn. */
export async function openDraw(
  scope: Scope,
  rewardId: string,
  { pieces, closesAt: close }: { pieces: number; closesAt: string },
): Promise<Draw> {
  refuseUnlessAdmin(scope)
  const closesAt = new Date(close)
  if (closesAt <= scope.now) throw invalidField('/closesAt', 'draw.closes-early')
  const held = await scope.db
    .selectFrom('rewards')
    .select('id')
    .where('orgId', '=', scope.org)
    .where('id', '=', rewardId)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw notFound('reward')
  const { isDrawn, archivedAt, left, name, price } = await getReward(scope, rewardId)
  if (archivedAt) throw conflict('reward.archived')
  if (!isDrawn) throw conflict('draw.not-drawn')
  if (left !== null && left < pieces) throw conflict('draw.too-few-pieces', { left })
  if (await findOpen(scope, rewardId)) throw conflict('draw.open-already')
  const id = newIdIn(scope)
  const seed = randomBytes(32).toString('hex')
  const commitment = commitmentOf(id, seed)
  await scope.db
    .insertInto('rewardDraws')
    .values({
      ...{ orgId: scope.org, id, rewardId, pieces, price, seed, commitment, closesAt },
      ...{ openedAt: scope.now, openedBy: scope.actor.id },
    })
    .execute()
  const runAt = new Date(closesAt.getTime() + slack).toISOString()
  enqueue(scope, { task: 'reward-draw', payload: { org: scope.org, drawId: id }, runAt, key: `draw ${id}` })
  await record(scope, 'draw.opened', {
    ...{ drawId: id, rewardId, name, pieces, price, closesAt: closesAt.toISOString(), commitment },
  })
  tell(scope, { topics })
  return getDraw(scope, id)
}

/** The draw of a reward that is neither drawn nor called off. */
export const findOpen = ({ db, org }: Pick<Scope, 'db' | 'org'>, rewardId: string) =>
  db
    .selectFrom('rewardDraws')
    .select('id')
    .where('orgId', '=', org)
    .where('rewardId', '=', rewardId)
    .where('drawnAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()

/** A draw as it stands, which is not drawn and not called off until the transaction ends. */
async function holdDraw(scope: Scope, id: string): Promise<Draw> {
  await scope.db
    .selectFrom('rewardDraws')
    .select('id')
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .forShare()
    .executeTakeFirst()
  return getDraw(scope, id)
}

const isClosed = ({ now }: Pick<Scope, 'now'>, { drawnAt, withdrawn, closesAt }: Draw): boolean =>
  drawnAt !== null || withdrawn !== null || Date.parse(closesAt) <= now.getTime()

/** Enters a draw with a number of one's own. Again, it changes nothing: the first number stays. */
export async function enterDraw(scope: Scope, id: string, nonce: string): Promise<Draw> {
  const draw = await holdDraw(scope, id)
  if (isClosed(scope, draw)) throw conflict('draw.closed')
  if (draw.mine) return draw
  if (draw.why === 'apart') throw conflict('reward.apart')
  if (draw.why === 'limit') throw conflict('draw.limit')
  if (draw.entries >= mostEntries) throw conflict('draw.full', { most: mostEntries })
  const entered = await scope.db
    .insertInto('drawEntries')
    .values({ orgId: scope.org, drawId: id, memberId: scope.actor.id, nonce, enteredAt: scope.now })
    .onConflict((known) => known.columns(['orgId', 'drawId', 'memberId']).doNothing())
    .executeTakeFirst()
  if (entered.numInsertedOrUpdatedRows === 0n) return getDraw(scope, id)
  await record(scope, 'draw.entered', { drawId: id, memberId: scope.actor.id })
  tell(scope, { topics })
  return getDraw(scope, id)
}

/** Leaves a draw before it closes. */
export async function leaveDraw(scope: Scope, id: string): Promise<Draw> {
  const draw = await holdDraw(scope, id)
  if (isClosed(scope, draw)) throw conflict('draw.closed')
  const left = await scope.db
    .deleteFrom('drawEntries')
    .where('orgId', '=', scope.org)
    .where('drawId', '=', id)
    .where('memberId', '=', scope.actor.id)
    .executeTakeFirst()
  if (left.numDeletedRows === 0n) throw conflict('draw.not-in')
  await record(scope, 'draw.left', { drawId: id, memberId: scope.actor.id })
  tell(scope, { topics })
  return getDraw(scope, id)
}

/** Calls a draw off: nobody wins, nobody pays, and its seed is told. */
export async function withdrawDraw(scope: Scope, id: string, reason: string): Promise<Draw> {
  refuseUnlessAdmin(scope)
  const { reward } = await getDraw(scope, id)
  const withdrawn = await scope.db
    .updateTable('rewardDraws')
    .set({ withdrawnAt: scope.now, withdrawnBy: scope.actor.id, reason })
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .where('drawnAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  if (withdrawn.numUpdatedRows === 0n) throw conflict('draw.closed')
  await record(scope, 'draw.withdrawn', { drawId: id, rewardId: reward.id, name: reward.name, reason })
  tell(scope, { topics })
  return getDraw(scope, id)
}
