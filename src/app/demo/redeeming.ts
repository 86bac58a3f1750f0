import { nobody, type Scope } from '#platform/scope'
import { seeded } from '#platform/seeded'
import { drawWhenDue, routes } from '#recognition'
import * as draws from '#recognition/draw.contract.ts'
import * as redemptions from '#recognition/redemption.contract.ts'
import { designReward } from '#recognition/reward.contract.ts'
import type { Story } from './material.ts'
import type { Recognition } from './recognition-material.ts'
import { actorOf, call, momentOf, type Scene, type Stage } from './stage.ts'

type Reward = Recognition['rewards'][number]
type Asked = Reward['asked'][number]

/** A reward that is designed, and its id once it is. */
interface Shelf extends Reward {
  id: string
}

/** What points are redeemed for: designed, asked for, decided on, drawn. */
export const rewardScenes = (stage: Stage, { days }: Story, { rewards }: Recognition): Scene[] =>
  rewards.flatMap((reward) => {
    const shelf: Shelf = { ...reward, id: '' }
    const { by: who, day, key: _, asked, draws: drawn, ...words } = reward
    const body = { ...words, from: null, until: null, groupIds: [] }
    const design = async (scope: Scope) => {
      shelf.id = (await call(scope, routes, designReward, { body })).id
    }
    return [
      { day, turn: 9, who, play: design },
      ...asked.flatMap((one) => askedScenes(stage, shelf, one)),
      ...drawn.flatMap((one) => drawScenes(stage, shelf, one, days)),
    ]
  })

/** What moves a request on, and whether what is said with it is a reason. */
const moving = {
  approved: redemptions.approveRedemption,
  fulfilled: redemptions.fulfilRedemption,
  declined: redemptions.declineRedemption,
  cancelled: redemptions.cancelRedemption,
} as const

function askedScenes(stage: Stage, shelf: Shelf, { who, day, to, words, moves }: Asked): Scene[] {
  let redemptionId = ''
  const ask = async (scope: Scope) => {
    const toId = to ? actorOf(stage, to).id : null
    const wish = { params: { rewardId: shelf.id }, body: { price: shelf.price, toId, words } }
    redemptionId = (await call(scope, routes, redemptions.redeemReward, wish)).id
  }
  return [
    { day, turn: 9.3, who, play: ask },
    ...moves.map((move) => ({
      day: move.day,
      turn: 9.5,
      who: move.by,
      play: (scope: Scope) => {
        const params = { redemptionId }
        if (move.to === 'cancelled') return call(scope, routes, moving.cancelled, { params })
        if (move.to === 'declined')
          return call(scope, routes, moving.declined, { params, body: { reason: move.words } })
        return call(scope, routes, moving[move.to], { params, body: { words: move.words } })
      },
    })),
  ]
}

/** A draw: who wins is left to chance, as everywhere; the numbers that people bring are those of a fixed seed. */
function drawScenes(stage: Stage, shelf: Shelf, draw: Reward['draws'][number], last: number): Scene[] {
  const { by: who, day, pieces, closes, entries } = draw
  const random = seeded(day)
  const nonce = () => Array.from({ length: 64 }, () => Math.floor(random() * 16).toString(16)).join('')
  let drawId = ''
  const open = async (scope: Scope) => {
    const body = { pieces, closesAt: momentOf(stage, closes).toISOString() }
    drawId = (await call(scope, routes, draws.openDraw, { params: { rewardId: shelf.id }, body })).id
  }
  const scenes = [
    { day, turn: 9.1, who, play: open },
    ...entries.map((entry) => ({
      ...entry,
      turn: 9.2,
      play: (scope: Scope) =>
        call(scope, routes, draws.enterDraw, { params: { drawId }, body: { nonce: nonce() } }),
    })),
  ]
  const end = (scope: Scope) => drawWhenDue({ ...scope, actor: nobody, now: momentOf(stage, closes) }, drawId)
  return closes > last ? scenes : [...scenes, { day: closes, turn: 0, who, play: end }]
}
