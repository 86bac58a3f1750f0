import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, listOf, moment, page } from '#platform/http/endpoint'
import { traceKinds } from './contract.ts'

const topic = z.object({ id: id(), name: z.string() })

/** One trace that the reader knows something, as it is held on them. */
export const heldEvidence = z.object({
  kind: z.enum(traceKinds),
  /** Null where it is of a group that the reader may not see any more. */
  about: z
    .object({
      subject: z.enum(['course', 'need', 'thanks']),
      subjectId: id(),
      words: z.string(),
      /** Whether it still stands where the reader may see it. */
      isThere: z.boolean(),
    })
    .nullable(),
  topics: z.array(topic),
  at: moment(),
})
export type HeldEvidence = z.output<typeof heldEvidence>

export const listMyEvidence = endpoint('listMyEvidence', {
  method: 'GET',
  path: '/my-evidence',
  summary: 'Every trace of what one knows that is held on oneself, the latest first',
  access: 'signed-in',
  query: page(),
  returns: listOf(heldEvidence),
})

export const heldNeedKinds = ['asked', 'asks', 'claimed'] as const

/** That the reader was asked about a need, had others asked about it, or took it on. */
export const heldNeed = z.object({
  kind: z.enum(heldNeedKinds),
  /** Null where the reader may not see it any more. */
  need: z.object({ id: id(), title: z.string() }).nullable(),
  /** Who had the reader asked. */
  askedBy: member.nullable(),
  at: moment(),
  /** What the reader said to it, or that they gave back what they took on. */
  answer: z.enum(['helping', 'passed', 'released']).nullable(),
  answeredAt: moment().nullable(),
})
export type HeldNeed = z.output<typeof heldNeed>

export const listMyAskings = endpoint('listMyAskings', {
  method: 'GET',
  path: '/my-askings',
  summary: 'Needs that one was asked about, had others asked about, or took on, the latest first',
  access: 'signed-in',
  query: page(),
  returns: listOf(heldNeed),
})

/** What somebody said the reader can help with, or the reader said of somebody. */
export const heldEndorsement = z.object({
  /** The reader said it. */
  mine: z.boolean(),
  /** The other one; null where only that somebody said it is told, or that they did is no act of help here. */
  other: member.nullable(),
  topic,
  /** Only the day where the other one is not told. */
  at: moment(),
})
export type HeldEndorsement = z.output<typeof heldEndorsement>

export const listMyEndorsements = endpoint('listMyEndorsements', {
  method: 'GET',
  path: '/my-endorsements',
  summary: 'What others said one can help with, and what one said so of others, the latest first',
  access: 'signed-in',
  query: page(),
  returns: listOf(heldEndorsement),
})

/** What the reader hands over, or takes over from somebody. */
export const heldHandover = z.object({
  id: id(),
  /** It is what the reader knows that is handed over. */
  mine: z.boolean(),
  member,
  topic,
  /** Why, since when and who said so: to whose knowledge it is. */
  opened: z.object({ why: z.enum(['left', 'leaving']), at: moment(), by: member.nullable() }).nullable(),
  closed: z.object({ by: member, at: moment(), successor: member.nullable(), note: z.string() }).nullable(),
})
export type HeldHandover = z.output<typeof heldHandover>

export const listMyHandovers = endpoint('listMyHandovers', {
  method: 'GET',
  path: '/my-handovers',
  summary:
    'Topics that one hands over, and those for which one is asked in somebody’s place, the newest first',
  access: 'signed-in',
  query: page(),
  returns: listOf(heldHandover),
})

/** That the reader was asked in a survey, and what they said. */
export const heldInvitation = z.object({
  surveyId: id(),
  group: z.object({ id: id(), name: z.string() }),
  openedBy: member,
  /** Only the day: at the moment of it somebody could have been seen answering. */
  askedAt: moment(),
  endsAt: moment(),
  isOpen: z.boolean(),
  answeredAt: moment().nullable(),
  declinedAt: moment().nullable(),
  /** Whom the reader named, as long as they may change it: nobody reads it any more then. */
  namings: z.array(z.object({ member, topic: z.string() })),
})
export type HeldInvitation = z.output<typeof heldInvitation>

export const listMyInvitations = endpoint('listMyInvitations', {
  method: 'GET',
  path: '/my-invitations',
  summary: 'Every survey in which one was asked who helps, and what one said, the latest first',
  access: 'signed-in',
  query: page(),
  returns: listOf(heldInvitation),
})
