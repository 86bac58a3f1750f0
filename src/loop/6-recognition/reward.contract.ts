import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, line, listOf, moment, page, prose, whole } from '#platform/http/endpoint'
import { says } from '#platform/http/faults'
import { approvals, hindrances, mostPieces, mostPrice, rewardKinds, spans } from './rewards/choices.ts'

const mostGroups = 50

const words = {
  name: line(80),
  about: prose(600),
  kind: z.enum(rewardKinds),
  price: z.number().int().min(1).max(mostPrice).describe('in points'),
  limit: z
    .strictObject({ most: z.number().int().min(1).max(1000), per: z.enum(spans) })
    .nullable()
    .describe('how many one member may have in a month, in a year, or ever; null for no limit'),
  approval: z
    .enum(approvals)
    .describe('who must agree: nobody, a manager of who asks, or an administrator of the organization'),
  from: z.iso.date().nullable().describe('the first day on which it can be had, or null'),
  until: z.iso.date().nullable().describe('the last one'),
  isDrawn: z.boolean().describe('whether it is drawn among those who enter, instead of whoever comes first'),
}

const groupIds = z
  .array(id())
  .max(mostGroups)
  .describe('for people of these groups and of those below them; none for everybody')

export const reward = z.object({
  id: id(),
  version: z.number().int(),
  ...words,
  isCounted: z.boolean().describe('whether there are so many pieces and no more'),
  left: z.number().int().nullable().describe('pieces; null where they are not counted'),
  groups: z
    .array(z.object({ id: id(), name: z.string() }))
    .max(mostGroups)
    .describe('for whom it is, of those groups that the reader may see; none: for everybody'),
  archivedAt: moment().nullable(),
  draw: z
    .object({
      id: id(),
      closesAt: moment(),
      drawnAt: moment().nullable(),
      entries: z.number().int(),
      isIn: z.boolean(),
    })
    .nullable()
    .describe('its latest draw that was not called off'),
  why: z.enum(hindrances).nullable().describe('why the reader cannot have it now; null: they can'),
  missing: z.number().int().describe('points that the reader lacks for it'),
  can: z.object({ change: z.boolean() }),
})
export type Reward = z.output<typeof reward>

const aReward = z.strictObject({ rewardId: id() })
const text = { ...words, groupIds }
const example: z.input<z.ZodObject<typeof text>> = {
  name: 'Lunch with a director',
  about: 'An hour at a table of your choice, and no agenda.',
  kind: 'time-with',
  price: 120,
  limit: { most: 1, per: 'year' },
  approval: 'managers',
  from: null,
  until: null,
  isDrawn: false,
  groupIds: [],
}
const refusals = [
  'recognition.admin-needed',
  'reward.days',
  'reward.gift-drawn',
  'group.not-found',
  'reward.too-many',
  'reward.draw-open',
] as const

export const listRewards = endpoint('listRewards', {
  method: 'GET',
  path: '/rewards',
  summary: 'What points can be redeemed for, newest first; archived ones for who designs rewards',
  access: 'signed-in',
  query: page({ archived: z.enum(['true', 'false']).default('false') }),
  returns: listOf(reward),
  problems: ['recognition.admin-needed'],
})

export const getReward = endpoint('getReward', {
  method: 'GET',
  path: '/rewards/:rewardId',
  summary: 'One reward, and why the reader cannot have it',
  access: 'signed-in',
  params: aReward,
  returns: reward,
  problems: ['reward.not-found'],
})

export const designReward = endpoint('designReward', {
  method: 'POST',
  path: '/rewards',
  summary: 'Design a reward, with its first pieces',
  access: ['admin'],
  body: z.strictObject({
    ...text,
    pieces: z
      .number()
      .int()
      .min(0)
      .max(mostPieces)
      .nullable()
      .describe('how many there are; null where they are not counted'),
  }),
  returns: reward,
  problems: refusals,
  example: { ...example, pieces: 4 },
})

export const changeReward = endpoint('changeReward', {
  method: 'PUT',
  path: '/rewards/:rewardId',
  summary: 'Change a reward on top of the version it was read at; what was asked for stays as it was',
  access: ['admin'],
  params: aReward,
  body: z.strictObject({ version: whole(1), ...text, isCounted: z.boolean() }),
  returns: reward,
  problems: [...refusals, 'reward.not-found', 'reward.changed-elsewhere'],
  example: { version: 1, ...example, isCounted: true },
})

export const archiveReward = endpoint('archiveReward', {
  method: 'PUT',
  path: '/rewards/:rewardId/archive',
  summary: 'Let nobody redeem points for it any more; what was asked for stays',
  access: ['admin'],
  params: aReward,
  problems: ['recognition.admin-needed', 'reward.not-found'],
})

export const restoreReward = endpoint('restoreReward', {
  method: 'DELETE',
  path: '/rewards/:rewardId/archive',
  summary: 'Offer an archived reward again',
  access: ['admin'],
  params: aReward,
  problems: ['recognition.admin-needed', 'reward.not-found', 'reward.too-many'],
})

export const stockMove = z.object({
  number: z.number().int().describe('its place among the movements of this stock, from 1'),
  kind: z.string(),
  amount: z.number().int().describe('pieces: added where positive'),
  balance: z.number().int().describe('pieces after it'),
  at: moment(),
  by: member.nullable(),
  reason: z.string().describe('why stock was added or corrected; empty for a redemption'),
})
export type StockMove = z.output<typeof stockMove>

export const listStock = endpoint('listStock', {
  method: 'GET',
  path: '/rewards/:rewardId/stock',
  summary: 'Every movement of the pieces of a reward, the latest first',
  access: ['admin'],
  params: aReward,
  query: page(),
  returns: listOf(stockMove),
  problems: ['recognition.admin-needed', 'reward.not-found'],
})

export const changeStock = endpoint('changeStock', {
  method: 'POST',
  path: '/rewards/:rewardId/stock',
  summary: 'Add pieces to the stock of a reward, or take away what is not there',
  access: ['admin'],
  params: aReward,
  body: z.strictObject({
    change: z
      .number()
      .int()
      .min(-mostPieces)
      .max(mostPieces)
      .refine((pieces) => pieces !== 0, says('reward.no-pieces'))
      .describe('pieces: added where positive'),
    reason: prose(300).min(3),
  }),
  returns: reward,
  problems: [
    'recognition.admin-needed',
    'reward.not-found',
    'reward.not-counted',
    'reward.too-few-pieces',
    'reward.just-gone',
  ],
  example: { change: 5, reason: 'The second box came.' },
})
