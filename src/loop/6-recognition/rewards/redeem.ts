import { sql } from 'kysely'
import { holdAlone } from '#platform/db/locks'
import { conflict, invalidField } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { refuseAbsent } from '../here.ts'
import { pointsOf } from '../kudos/allowance.ts'
import type { Posting } from '../ledger/post.ts'
import type { Redemption } from '../redemption.contract.ts'
import type { Reward } from '../reward.contract.ts'
import { getRedemption } from './redemptions.ts'
import { dayIn, getReward } from './rewards.ts'
import { onePieceOf, postOrSay } from './stock.ts'

export interface Wish {
  rewardId: string
  /** What they were told it costs. */
  price: number
  toId: string | null
  words: string
}

/**
 * Redeems points for a reward: the points and a piece are moved in one transaction of the ledger, or nothing is. Whoever
 * redeems twice at once waits for themselves, so that no limit is passed; whoever changes the reward waits, too.
 */
export async function redeemReward(scope: Scope, wish: Wish): Promise<Redemption> {
  await holdAlone(scope, `redemptions of ${scope.org} ${scope.actor.id}`)
  await holdOneself(scope)
  await holdReward(scope, wish.rewardId)
  const reward = await getReward(scope, wish.rewardId)
  if (reward.archivedAt) throw conflict('reward.archived')
  if (wish.price !== reward.price) throw conflict('reward.price-changed', { price: reward.price })
  refuseHindered(reward)
  await refuseReceiver(scope, reward, wish.toId)
  const id = await redeem(scope, { ...wish, reward, memberId: scope.actor.id, approval: reward.approval })
  return getRedemption(scope, id)
}

/** Whoever ends the actor’s membership waits, and finds what they asked for; or has ended it already. */
async function holdOneself({ db, org, actor }: Scope): Promise<void> {
  const { rows } =
    await sql`select from members where org_id = ${org} and id = ${actor.id} and left_at is null
    for share`.execute(db)
  if (rows.length === 0) throw conflict('redemption.somebody-left', { name: actor.name })
}

/** Lets nobody change a reward until the transaction ends; others may redeem it meanwhile. */
const holdReward = ({ db, org }: Scope, id: string) =>
  db
    .selectFrom('rewards')
    .select('id')
    .where('orgId', '=', org)
    .where('id', '=', id)
    .forShare()
    .executeTakeFirst()

function refuseHindered({ why, missing, from, limit }: Reward): void {
  if (why === 'early') throw conflict('reward.early', { from: from ?? '' })
  if (why === 'over') throw conflict('reward.over')
  if (why === 'apart') throw conflict('reward.apart')
  if (why === 'drawn') throw conflict('reward.drawn')
  if (why === 'sold-out') throw conflict('reward.sold-out')
  if (why === 'limit') throw conflict('reward.limit', { most: limit?.most ?? 0, per: limit?.per ?? '' })
  if (why === 'points') throw conflict('reward.points', { missing })
}

/** Refuses a gift for nobody, for oneself or for who is not here, and a receiver of what is no gift. */
async function refuseReceiver(scope: Scope, { kind }: Reward, toId: string | null): Promise<void> {
  if (kind !== 'gift' && toId !== null) throw invalidField('/toId', 'reward.no-gift')
  if (kind !== 'gift') return
  if (toId === null) throw invalidField('/toId', 'reward.name-receiver')
  if (toId === scope.actor.id) throw invalidField('/toId', 'reward.yourself')
  await refuseAbsent(scope, [toId], '/toId')
  // Whoever ends their membership waits, and finds what they were given.
  await sql`select from members where org_id = ${scope.org} and id = ${toId} for share`.execute(scope.db)
}

interface Redeeming extends Omit<Wish, 'price'> {
  reward: Pick<Reward, 'id' | 'name' | 'kind' | 'price' | 'isCounted'>
  memberId: string
  approval: Reward['approval']
  /** The draw in which it was won. */
  drawId?: string
}

/** Takes the points and the piece, and keeps what for. Where nobody has to agree it is approved at once, by nobody. */
export async function redeem(scope: Scope, redeeming: Redeeming): Promise<string> {
  const { reward, memberId, toId, words, approval, drawId } = redeeming
  const id = newIdIn(scope)
  const about = { redemptionId: id, rewardId: reward.id }
  const { id: transactionId } = await postOrSay(scope, {
    ...{ kind: 'redemption', key: `redemption ${id}`, about, legs: legsOf(scope, memberId, reward) },
  })
  const state = approval === 'none' ? 'approved' : 'asked'
  const { name, kind, price } = reward
  await scope.db
    .insertInto('redemptions')
    .values({
      ...{ orgId: scope.org, id, rewardId: reward.id, memberId, toId, name, kind, price, approval, words },
      ...{ month: (await dayIn(scope)).slice(0, 7), state, askedAt: scope.now, transactionId },
    })
    .execute()
  await keepStep(scope, id, { state: 'asked', byId: memberId, words: '' })
  if (state === 'approved') await keepStep(scope, id, { state, byId: null, words: '' })
  await record(scope, 'redemption.asked', {
    ...{
      redemptionId: id,
      rewardId: reward.id,
      memberId,
      toId,
      name,
      price,
      state,
      ...(drawId && { drawId }),
    },
  })
  tell(scope, { topics: ['rewards', 'redemptions', 'accounts'] })
  return id
}

const legsOf = (
  { org }: Scope,
  memberId: string,
  { id, price, isCounted }: Redeeming['reward'],
): Posting['legs'] => [
  { account: pointsOf(memberId), amount: -price },
  { account: { kind: 'redeemed', unit: 'points', ownerId: org }, amount: price },
  ...(isCounted ? onePieceOf(id) : []),
]

/** Writes down that a redemption has come to a state. */
export const keepStep = (
  scope: Scope,
  redemptionId: string,
  step: { state: Redemption['state']; byId: string | null; words: string },
) =>
  scope.db
    .insertInto('redemptionSteps')
    .values({ orgId: scope.org, redemptionId, at: scope.now, ...step })
    .execute()
