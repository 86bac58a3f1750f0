import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, listOf, moment, page, prose } from '#platform/http/endpoint'

const aNomination = z.strictObject({ nominationId: id() })
const reason = prose(1000).min(10)

/** Where it stands: proposed by somebody; asked, after a named person confirmed it; and what came of it. */
export const nominationStates = ['proposed', 'dismissed', 'asked', 'later', 'accepted', 'declined'] as const

export const nomination = z.object({
  id: id(),
  member,
  group: z.object({ id: id(), name: z.string() }),
  state: z.enum(nominationStates),
  madeAt: moment(),
  voices: z.array(z.object({ member, reason: z.string(), at: moment() })),
  /** Who confirmed or dismissed it, and why. */
  decided: z.object({ by: member, at: moment(), reason: z.string() }).nullable(),
  answered: z.object({ at: moment(), note: z.string(), until: moment().nullable() }).nullable(),
  can: z.object({ decide: z.boolean(), answer: z.boolean() }),
})
export type Nomination = z.output<typeof nomination>

export const nominate = endpoint('nominate', {
  method: 'POST',
  path: '/nominations',
  summary:
    'Propose somebody as a leader of a group, with a reason; where that is proposed already, add one’s voice',
  access: 'signed-in',
  body: z.strictObject({
    memberId: id(),
    groupId: id(),
    reason,
    isAsked: z.boolean().default(false).describe('confirms it at once, in one’s own name'),
  }),
  returns: nomination,
  problems: [
    'nomination.leads-already',
    'nomination.asked-already',
    'nomination.not-yours',
    'nomination.own',
  ],
  example: {
    memberId: '01890000-0000-7000-8000-000000000000',
    groupId: '01890000-0000-7000-8000-000000000000',
    reason: 'Whoever works with torque asks her first.',
  },
})

export const listNominations = endpoint('listNominations', {
  method: 'GET',
  path: '/nominations',
  summary: 'Those one may decide on, and those one proposed; the latest first',
  access: 'signed-in',
  query: page({ state: z.enum(['open', 'all']).default('open'), memberId: id().optional() }),
  returns: listOf(nomination),
})

export const listMyNominations = endpoint('listMyNominations', {
  method: 'GET',
  path: '/my-nominations',
  summary: 'Everything that was proposed and decided about oneself, the latest first (100 at most)',
  access: 'signed-in',
  returns: z.object({ items: z.array(nomination).max(100) }),
})

export const confirmNomination = endpoint('confirmNomination', {
  method: 'PUT',
  path: '/nominations/:nominationId/confirmation',
  summary: 'Ask the member to become a leader, in one’s own name and with a reason',
  access: 'signed-in',
  params: aNomination,
  body: z.strictObject({ reason }),
  returns: nomination,
  problems: ['nomination.not-yours', 'nomination.own', 'nomination.decided', 'nomination.leads-already'],
  example: { reason: 'She explains what she does, and people come back to her.' },
})

export const dismissNomination = endpoint('dismissNomination', {
  method: 'PUT',
  path: '/nominations/:nominationId/dismissal',
  summary: 'Do not ask them, with a reason that they may read',
  access: 'signed-in',
  params: aNomination,
  body: z.strictObject({ reason }),
  returns: nomination,
  problems: ['nomination.not-yours', 'nomination.own', 'nomination.decided'],
  example: { reason: 'She is on leave until the summer.' },
})

export const reopenNomination = endpoint('reopenNomination', {
  method: 'DELETE',
  path: '/nominations/:nominationId/dismissal',
  summary: 'Take a dismissal back',
  access: 'signed-in',
  params: aNomination,
  returns: nomination,
  problems: ['nomination.not-yours', 'nomination.not-dismissed', 'nomination.asked-already'],
})

export const answerNomination = endpoint('answerNomination', {
  method: 'PUT',
  path: '/nominations/:nominationId/answer',
  summary:
    'Accept, decline, or ask to be asked again after some months; accepting makes one a leader of the group',
  access: 'signed-in',
  params: aNomination,
  body: z.discriminatedUnion('answer', [
    z.strictObject({ answer: z.literal('accepted'), note: prose(1000).default('') }),
    z.strictObject({ answer: z.literal('declined'), note: prose(1000).default('') }),
    z.strictObject({
      answer: z.literal('later'),
      note: prose(1000).default(''),
      months: z.number().int().min(1).max(12),
    }),
  ]),
  returns: nomination,
  problems: ['nomination.not-asked'],
  example: { answer: 'accepted', note: 'Gladly.' },
})
