import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, listOf, moment, page, prose } from '#platform/http/endpoint'
import { mostAllowance, mostThanked } from './limits.ts'

export const kudos = z.object({
  id: id(),
  from: member,
  to: member,
  others: z.array(member).max(mostThanked).describe('who was thanked together with them'),
  reason: z.string(),
  value: z.object({ id: id(), name: z.string() }).nullable(),
  points: z.number().int().describe('that each of them was given'),
  courseId: id().nullable(),
  needId: id().nullable(),
  commentId: id().nullable(),
  givenAt: moment(),
  file: z
    .object({
      mediaType: z.string().describe('image/… or video/…'),
      alt: z.string().describe('what it shows; may be empty'),
      width: z.number().int().nullable().describe('of a picture, in pixels'),
      height: z.number().int().nullable(),
    })
    .nullable()
    .describe('a picture or clip: getKudosFile has it'),
  isCommendation: z.boolean().describe('by somebody who leads or manages a group of theirs'),
  isPrivate: z
    .boolean()
    .describe(
      'seen by nobody but who received them, and who gave them where they may know whom they thanked',
    ),
  can: z.object({ withdraw: z.boolean() }),
})
export type Kudos = z.output<typeof kudos>
const kudosPage = listOf(kudos)
export type KudosPage = z.output<typeof kudosPage>

export const giveKudos = endpoint('giveKudos', {
  method: 'POST',
  path: '/kudos',
  summary: 'Thank one or several people, and say what for',
  access: 'signed-in',
  body: z.strictObject({
    toIds: z.array(id()).min(1).max(mostThanked),
    reason: prose(500).min(10),
    valueId: id().nullable().default(null),
    courseId: id().nullable().default(null),
    needId: id().nullable().default(null),
    commentId: id().nullable().default(null).describe('an answer there'),
    points: z
      .number()
      .int()
      .min(0)
      .max(mostAllowance)
      .default(0)
      .describe('for each, from what one may give this month'),
    file: z
      .strictObject({ id: id(), alt: prose(200).default('') })
      .nullable()
      .default(null)
      .describe('a picture or clip sent ahead by `startUploadAhead`, 50 MB at most, and what it shows'),
    isPrivate: z.boolean().default(false).describe('only they read it'),
    isCommendation: z.boolean().default(false).describe('as who leads or manages a group of each'),
  }),
  returns: kudos,
  problems: [
    'kudos.yourself',
    'kudos.one-thing',
    'kudos.not-theirs',
    'kudos.too-many-points',
    'kudos.not-superior',
    ...['kudos.file-unknown', 'kudos.file-kind', 'kudos.file-large'],
    'value.not-found',
    'member.not-found',
  ],
  example: {
    toIds: ['01890000-0000-7000-8000-000000000000'],
    reason: 'You showed me how to zero it in the cold.',
    courseId: '01890000-0000-7000-8000-000000000001',
  },
})

export const listKudos = endpoint('listKudos', {
  method: 'GET',
  path: '/kudos',
  summary: 'Thanks, newest first: everybody’s, of one member, or for one thing',
  access: 'signed-in',
  query: page({
    toId: id().optional(),
    fromId: id().optional(),
    courseId: id().optional(),
    needId: id().optional(),
  }),
  returns: kudosPage,
})

export const getKudosFile = endpoint('getKudosFile', {
  method: 'GET',
  path: '/kudos/:kudosId/file',
  summary: 'The picture or clip that came with thanks, for who may read these; parts of it by Range',
  access: 'signed-in',
  params: z.strictObject({ kudosId: id() }),
  raw: 'response',
  problems: ['file.lost'],
})

export const allowance = z.object({
  month: z.string().describe('such as 2026-11, where the organization counts months'),
  granted: z.number().int().describe('points for each month; 0 where none are given here'),
  left: z.number().int(),
})
export type Allowance = z.output<typeof allowance>

export const getAllowance = endpoint('getAllowance', {
  method: 'GET',
  path: '/allowance',
  summary: 'How many points one may still give this month',
  access: 'signed-in',
  returns: allowance,
})

const aReview = z.strictObject({ reviewId: id() })

export const reviewThanks = z.object({
  reviewers: z.number().int().describe('who may be thanked: they gave a verdict on what was published'),
  thanked: z.number().int(),
  isPrivate: z.boolean().describe('only they learn of it: the round was blind'),
})
export type ReviewThanks = z.output<typeof reviewThanks>

export const getReviewThanks = endpoint('getReviewThanks', {
  method: 'GET',
  path: '/reviews/:reviewId/thanks',
  summary: 'How many of those who read a round of one’s own course one can thank, and has',
  access: 'signed-in',
  params: aReview,
  returns: reviewThanks,
  problems: ['review.not-found'],
})

export const thankReviewers = endpoint('thankReviewers', {
  method: 'PUT',
  path: '/reviews/:reviewId/thanks',
  summary: 'Thank everybody who read a round that was published, each once: the course’s author',
  access: 'signed-in',
  params: aReview,
  returns: reviewThanks,
  problems: ['review.not-found', 'kudos.not-published', 'kudos.nobody'],
})

export const unthankReviewers = endpoint('unthankReviewers', {
  method: 'DELETE',
  path: '/reviews/:reviewId/thanks',
  summary: 'Take the thanks for a round back',
  access: 'signed-in',
  params: aReview,
  returns: reviewThanks,
  problems: ['review.not-found'],
})

export const withdrawKudos = endpoint('withdrawKudos', {
  method: 'DELETE',
  path: '/kudos/:kudosId',
  summary: 'Take one’s own thanks back',
  access: 'signed-in',
  params: z.strictObject({ kudosId: id() }),
})
