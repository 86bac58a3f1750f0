import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, listOf, moment, page, prose } from '#platform/http/endpoint'
import { hindrances, mostEntries, mostPieces, outcomes } from './rewards/choices.ts'

/** 32 bytes as 64 small hexadecimal digits. */
const bytes = () => z.string().regex(/^[0-9a-f]{64}$/)
const outcome = z.enum(outcomes)

export const draw = z.object({
  id: id(),
  reward: z.object({ id: id(), name: z.string(), about: z.string() }),
  pieces: z.number().int().describe('how many are drawn'),
  price: z.number().int().describe('points that a winner pays; entering costs nothing'),
  openedAt: moment(),
  closesAt: moment(),
  entries: z.number().int(),
  commitment: z
    .string()
    .describe(
      'SHA-256 of “cairn draw 1”, the draw’s id and the seed, each ended by a line feed; in hexadecimal',
    ),
  drawnAt: moment().nullable(),
  entriesHash: z
    .string()
    .nullable()
    .describe('SHA-256 of the list: “member id, space, number, line feed” of each entry, by member id'),
  seed: z.string().nullable().describe('told once it is drawn, or called off'),
  withdrawn: z.object({ by: member, at: moment(), reason: z.string() }).nullable(),
  mine: z
    .object({ nonce: z.string(), place: z.number().int().nullable(), outcome: outcome.nullable() })
    .nullable(),
  why: z.enum(hindrances).nullable().describe('why the reader cannot enter'),
  can: z.object({ enter: z.boolean(), leave: z.boolean(), withdraw: z.boolean() }),
})
export type Draw = z.output<typeof draw>

const aDraw = z.strictObject({ drawId: id() })
const aReward = z.strictObject({ rewardId: id() })

export const openDraw = endpoint('openDraw', {
  method: 'POST',
  path: '/rewards/:rewardId/draws',
  summary: 'Draw pieces of a reward among those who enter until a moment',
  access: ['admin'],
  params: aReward,
  body: z.strictObject({ pieces: z.number().int().min(1).max(mostPieces), closesAt: moment() }),
  returns: draw,
  problems: [
    'recognition.admin-needed',
    'reward.not-found',
    'reward.archived',
    'draw.not-drawn',
    'draw.too-few-pieces',
    'draw.closes-early',
    'draw.open-already',
  ],
  example: { pieces: 1, closesAt: '2099-12-24T12:00:00.000Z' },
})

export const listDraws = endpoint('listDraws', {
  method: 'GET',
  path: '/rewards/:rewardId/draws',
  summary: 'The draws of a reward, the latest first',
  access: 'signed-in',
  params: aReward,
  query: page(),
  returns: listOf(draw),
  problems: ['reward.not-found'],
})

export const getDraw = endpoint('getDraw', {
  method: 'GET',
  path: '/draws/:drawId',
  summary: 'One draw: what was promised before it, and what came of it',
  access: 'signed-in',
  params: aDraw,
  returns: draw,
  problems: ['draw.not-found'],
})

export const getDrawRecord = endpoint('getDrawRecord', {
  method: 'GET',
  path: '/draws/:drawId/record',
  summary: 'All that one needs to repeat a draw: every entry with its number, by member id',
  access: 'signed-in',
  params: aDraw,
  returns: z.object({
    entries: z
      .array(
        z.object({
          member,
          nonce: z.string(),
          place: z.number().int().nullable().describe('in the order that was drawn, from 1'),
          outcome: z
            .enum(['won', 'passed', 'not-reached'])
            .nullable()
            .describe('passed: it was their turn, and they could not have it; why is told to nobody else'),
        }),
      )
      .max(mostEntries),
  }),
  problems: ['draw.not-found'],
})
export type DrawRecord = z.output<typeof getDrawRecord.returns>

export const enterDraw = endpoint('enterDraw', {
  method: 'PUT',
  path: '/draws/:drawId/entry',
  summary: 'Enter a draw, with a number of one’s own; once in, one’s number stays',
  access: 'signed-in',
  params: aDraw,
  body: z.strictObject({ nonce: bytes().describe('32 bytes that one chooses by chance, in hexadecimal') }),
  returns: draw,
  problems: ['draw.not-found', 'draw.closed', 'draw.full', 'reward.apart', 'draw.limit'],
  example: { nonce: `${'00'.repeat(31)}2a` },
})

export const leaveDraw = endpoint('leaveDraw', {
  method: 'DELETE',
  path: '/draws/:drawId/entry',
  summary: 'Leave a draw before it closes',
  access: 'signed-in',
  params: aDraw,
  returns: draw,
  problems: ['draw.not-found', 'draw.closed', 'draw.not-in'],
})

export const withdrawDraw = endpoint('withdrawDraw', {
  method: 'PUT',
  path: '/draws/:drawId/withdrawal',
  summary: 'Call a draw off before it is drawn; its seed is told, too',
  access: ['admin'],
  params: aDraw,
  body: z.strictObject({ reason: prose(500).min(10) }),
  returns: draw,
  problems: ['recognition.admin-needed', 'draw.not-found', 'draw.closed'],
  example: { reason: 'The pass is not sold this winter.' },
})
