import { z } from 'zod'
import { member } from '#people/contract.ts'
import { id, moment, prose } from '#platform/http/endpoint'
import { mostWritten } from './tokens.ts'

export const reactionKinds = ['like', 'learned', 'useful', 'outdated', 'unclear', 'wrong', 'long'] as const
/** Those that say that something should be changed. */
export const faultKinds: readonly string[] = ['outdated', 'unclear', 'wrong', 'long']
export const reactionKind = z.enum(reactionKinds)
export type ReactionKind = z.output<typeof reactionKind>

/** A part of what is talked about: a block's id, or '' for the whole. */
export const anchor = z.string().regex(/^([A-Za-z0-9]{12})?$/)

export const said = prose(mostWritten).min(1)

export const mention = member.extend({ left: z.boolean() })
export type Mention = z.output<typeof mention>

export const comment = z.object({
  id: id(),
  anchor: z.string(),
  quote: z.string(),
  parentId: id().nullable(),
  author: member,
  body: z.string().describe('names whom it points to as @[id]'),
  mentions: z.array(mention).describe('whom it points to, as they are called now'),
  madeAt: moment(),
  editedAt: moment().nullable(),
  removed: z.boolean(),
  accepted: z.boolean().describe('whoever asked says that this answered their question'),
  answerId: id().nullable().describe('the accepted answer, where this is the question'),
  can: z.object({ change: z.boolean(), remove: z.boolean(), accept: z.boolean() }),
})
export type Comment = z.output<typeof comment>

export const newComment = z.strictObject({
  anchor: anchor.default(''),
  quote: z.string().max(500).default(''),
  parentId: id().nullable().default(null),
  body: said,
})

/** How many things were said on a part, answers included and removed ones not. */
export const commentCount = z.object({ anchor: z.string(), count: z.number().int() })
export type CommentCount = z.output<typeof commentCount>

export const reactionCount = z.object({
  anchor: z.string(),
  kind: reactionKind,
  count: z
    .number()
    .int()
    .nullable()
    .describe('null where so few found fault that it would tell who they are'),
  mine: z.boolean(),
})
export type ReactionCount = z.output<typeof reactionCount>
