import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, line, listOf, moment, page, prose } from '#platform/http/endpoint'

export const needState = z.enum(['open', 'answered', 'merged', 'closed'])

export const need = z.object({
  id: id(),
  title: z.string(),
  details: z.string(),
  group: z.object({ id: id(), name: z.string() }),
  raisedBy: member,
  raisedAt: moment(),
  voices: z.number().int(),
  voiced: z.boolean(),
  state: needState,
  mergedInto: id().nullable(),
  answeredAt: moment().nullable(),
  answeredByCourse: id().nullable(),
  can: z.object({ change: z.boolean(), merge: z.boolean(), close: z.boolean(), voice: z.boolean() }),
})
export type Need = z.output<typeof need>

const needPage = listOf(need)
export type NeedPage = z.output<typeof needPage>

const aNeed = z.strictObject({ needId: id() })
const words = { title: line(140), details: prose(4000) }

export const listNeeds = endpoint('listNeeds', {
  method: 'GET',
  path: '/needs',
  summary: 'The needs board: open ones by voices, the others newest first',
  access: 'signed-in',
  query: page({
    state: z.enum(['open', 'answered', 'mine', 'all']).default('open'),
    sort: z.enum(['voices', 'newest']).default('voices'),
    groupId: id().optional(),
  }),
  returns: needPage,
})

export const findSimilarNeeds = endpoint('findSimilarNeeds', {
  method: 'GET',
  path: '/similar-needs',
  summary: 'Needs that say nearly the same as a title, most alike first',
  access: 'signed-in',
  query: z.strictObject({ title: z.string().trim().min(3).max(140), exceptId: id().optional() }),
  returns: z.object({ items: z.array(need).max(5) }),
})

export const getNeed = endpoint('getNeed', {
  method: 'GET',
  path: '/needs/:needId',
  summary: 'One need',
  access: 'signed-in',
  params: aNeed,
  returns: need,
})

export const raiseNeed = endpoint('raiseNeed', {
  method: 'POST',
  path: '/needs',
  summary: 'Say what you need to learn; your voice is the first',
  access: 'signed-in',
  body: z.strictObject({ ...words, groupId: id() }),
  returns: need,
  example: {
    title: 'Zero a pressure gauge in the cold',
    details: 'Ours drifts on the dock every winter.',
    groupId: '01890000-0000-7000-8000-000000000000',
  },
})

export const changeNeed = endpoint('changeNeed', {
  method: 'PATCH',
  path: '/needs/:needId',
  summary: 'Say it better',
  access: 'signed-in',
  params: aNeed,
  body: z.strictObject(words).partial(),
  returns: need,
  problems: ['need.not-yours', 'need.not-open'],
  example: { details: 'With the drawing in front of me.' },
})

export const voiceNeed = endpoint('voiceNeed', {
  method: 'PUT',
  path: '/needs/:needId/voice',
  summary: 'Add one’s voice: I need this too',
  access: 'signed-in',
  params: aNeed,
  body: z.strictObject({ reason: prose(500).default('') }),
  returns: need,
  problems: ['need.not-open'],
  example: { reason: 'We lose an hour a week to it.' },
})

export const unvoiceNeed = endpoint('unvoiceNeed', {
  method: 'DELETE',
  path: '/needs/:needId/voice',
  summary: 'Take one’s voice back',
  access: 'signed-in',
  params: aNeed,
  returns: need,
  problems: ['need.not-open'],
})

export const listVoices = endpoint('listVoices', {
  method: 'GET',
  path: '/needs/:needId/voices',
  summary: 'Who else needs it, and why',
  access: 'signed-in',
  params: aNeed,
  query: page(),
  returns: listOf(z.object({ member, reason: z.string(), at: moment() })),
})

export const mergeNeed = endpoint('mergeNeed', {
  method: 'PUT',
  path: '/needs/:needId/merge',
  summary: 'Say that it is the same as another need: its voices move there',
  access: 'signed-in',
  params: aNeed,
  body: z.strictObject({ into: id() }),
  returns: need,
  problems: ['need.merge-not-yours', 'need.not-open', 'need.same', 'need.merge-apart'],
  example: { into: '01890000-0000-7000-8000-000000000000' },
})

export const unmergeNeed = endpoint('unmergeNeed', {
  method: 'DELETE',
  path: '/needs/:needId/merge',
  summary: 'Undo a merge: its voices come back',
  access: 'signed-in',
  params: aNeed,
  returns: need,
  problems: ['need.merge-not-yours', 'need.not-merged'],
})

export const closeNeed = endpoint('closeNeed', {
  method: 'PUT',
  path: '/needs/:needId/closure',
  summary: 'Close a need that nobody has any more',
  access: 'signed-in',
  params: aNeed,
  returns: need,
  problems: ['need.not-yours', 'need.not-open'],
})

export const reopenNeed = endpoint('reopenNeed', {
  method: 'DELETE',
  path: '/needs/:needId/closure',
  summary: 'Open it again',
  access: 'signed-in',
  params: aNeed,
  returns: need,
  problems: ['need.not-yours', 'need.not-closed'],
})
