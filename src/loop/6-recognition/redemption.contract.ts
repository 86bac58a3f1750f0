import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, listOf, moment, page, prose } from '#platform/http/endpoint'
import { approvals, mostPrice, redemptionStates, rewardKinds } from './rewards/choices.ts'

const step = z.object({
  state: z.enum(redemptionStates),
  at: moment(),
  by: member.nullable().describe('null: Cairn itself, as the reward or somebody’s leaving asked for it'),
  words: z.string(),
})

export const redemption = z.object({
  id: id(),
  rewardId: id(),
  name: z.string().describe('of the reward when it was asked for'),
  kind: z.enum(rewardKinds),
  price: z.number().int().describe('points that were taken'),
  approval: z.enum(approvals),
  member,
  to: member.nullable().describe('the colleague it is a gift for'),
  words: z.string().describe('what was said with it: to who receives the gift, or to who sees to it'),
  state: z.enum(redemptionStates),
  steps: z.array(step).max(redemptionStates.length).describe('how it went, the first first'),
  drawId: id().nullable().describe('the draw in which it was won'),
  can: z.object({
    cancel: z.boolean(),
    approve: z.boolean(),
    decline: z.boolean(),
    fulfil: z.boolean(),
    refund: z.boolean(),
  }),
})
export type Redemption = z.output<typeof redemption>

const aRedemption = z.strictObject({ redemptionId: id() })
const words = prose(500)
const reason = prose(500).min(10)
const handling = ['redemption.not-found', 'redemption.not-yours-to-handle', 'redemption.moved-on'] as const

export const redeemReward = endpoint('redeemReward', {
  method: 'POST',
  path: '/rewards/:rewardId/redemptions',
  summary: 'Redeem points for a reward: the points and a piece are moved together, or nothing is',
  access: 'signed-in',
  params: z.strictObject({ rewardId: id() }),
  body: z.strictObject({
    price: z.number().int().min(1).max(mostPrice).describe('the points that one was told it costs'),
    toId: id().nullable().default(null).describe('the colleague it is for, where it is a gift'),
    words: words.default(''),
  }),
  returns: redemption,
  problems: [
    'reward.not-found',
    'reward.archived',
    'reward.early',
    'reward.over',
    'reward.apart',
    'reward.drawn',
    'reward.sold-out',
    'reward.limit',
    'reward.points',
    'reward.price-changed',
    'reward.just-gone',
    'reward.name-receiver',
    'reward.no-gift',
    'reward.yourself',
    'member.not-found',
    'redemption.somebody-left',
  ],
  example: { price: 120, words: 'Any Tuesday.' },
})

export const listMyRedemptions = endpoint('listMyRedemptions', {
  method: 'GET',
  path: '/redemptions/mine',
  summary: 'What one asked for, and the gifts one was given, the latest first',
  access: 'signed-in',
  query: page(),
  returns: listOf(redemption),
})

export const listRedemptions = endpoint('listRedemptions', {
  method: 'GET',
  path: '/redemptions',
  summary: 'What the reader is to approve and to fulfil, the oldest first; or what was, the latest first',
  access: ['manager', 'admin'],
  query: page({
    state: z
      .enum(['waiting', ...redemptionStates])
      .default('waiting')
      .describe('waiting: asked for or approved, and not fulfilled'),
  }),
  returns: listOf(redemption),
})

export const getRedemption = endpoint('getRedemption', {
  method: 'GET',
  path: '/redemptions/:redemptionId',
  summary: 'One of them: one’s own, a gift one received, or one that the reader handles',
  access: 'signed-in',
  params: aRedemption,
  returns: redemption,
  problems: ['redemption.not-found'],
})

export const approveRedemption = endpoint('approveRedemption', {
  method: 'PUT',
  path: '/redemptions/:redemptionId/approval',
  summary: 'Agree to what somebody else asked for',
  access: 'signed-in',
  params: aRedemption,
  body: z.strictObject({ words: words.default('') }),
  returns: redemption,
  problems: [...handling, 'redemption.somebody-left'],
  example: { words: 'Well deserved.' },
})

export const declineRedemption = endpoint('declineRedemption', {
  method: 'PUT',
  path: '/redemptions/:redemptionId/refusal',
  summary: 'Decline what somebody else asked for; the points and the piece go back',
  access: 'signed-in',
  params: aRedemption,
  body: z.strictObject({ reason }),
  returns: redemption,
  problems: handling,
  example: { reason: 'The director is away until May.' },
})

export const fulfilRedemption = endpoint('fulfilRedemption', {
  method: 'PUT',
  path: '/redemptions/:redemptionId/fulfilment',
  summary: 'Say that somebody else has what they redeemed their points for',
  access: 'signed-in',
  params: aRedemption,
  body: z.strictObject({ words: words.default('') }),
  returns: redemption,
  problems: [...handling, 'redemption.somebody-left'],
  example: { words: 'Tuesday at noon, the table by the window.' },
})

export const cancelRedemption = endpoint('cancelRedemption', {
  method: 'PUT',
  path: '/redemptions/:redemptionId/cancellation',
  summary: 'Take back what one asked for, as long as nobody has agreed to it or seen to it',
  access: 'signed-in',
  params: aRedemption,
  returns: redemption,
  problems: ['redemption.not-found', 'redemption.not-yours', 'redemption.moved-on', 'redemption.too-late'],
})

export const refundRedemption = endpoint('refundRedemption', {
  method: 'PUT',
  path: '/redemptions/:redemptionId/refund',
  summary: 'Give the points of somebody else back afterwards, and the piece to the stock',
  access: 'signed-in',
  params: aRedemption,
  body: z.strictObject({ reason }),
  returns: redemption,
  problems: [...handling, 'recognition.admin-needed'],
  example: { reason: 'The table was not free after all.' },
})
