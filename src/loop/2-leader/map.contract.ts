import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, listOf, moment, page, prose } from '#platform/http/endpoint'

const topic = z.object({ id: id(), name: z.string() })

export const mapRow = z.object({
  topic,
  /** Open needs, and the voices that others than who raised them gave. */
  needs: z.number().int(),
  voices: z.number().int(),
  /** Questions of the last half year that nobody answered. */
  questions: z.number().int(),
  /** People who looked for it in the last 90 days and found nothing; the most in one month; null for too few to be told, and in a group below the top. */
  searches: z.number().int().nullable(),
  courses: z.number().int(),
  /** Those who helped enough people with it to be told of, and those of them who lead. */
  experts: z.number().int(),
  leaders: z.number().int(),
  /** Who gives most of the help with it, where without them little of it would be left. */
  hangsOn: member.nullable(),
  /** Whether it is known already that they are leaving. */
  isLeaving: z.boolean(),
})
export type MapRow = z.output<typeof mapRow>

export const getKnowledgeMap = endpoint('getKnowledgeMap', {
  method: 'GET',
  path: '/knowledge-map',
  summary: 'What people want to know, topic by topic, beside who could teach it (2,000 topics at most)',
  access: 'signed-in',
  query: z.strictObject({ groupId: id().optional() }),
  returns: z.object({
    groupId: id(),
    groups: z.array(z.object({ id: id(), name: z.string() })),
    isOn: z.boolean(),
    items: z.array(mapRow).max(2000),
    /** What enough people to be told of looked for in vain, and is of no topic. */
    unfound: z.array(z.object({ words: z.string(), people: z.number().int() })).max(20),
  }),
  problems: ['radar.not-yours'],
})

export const handover = z.object({
  id: id(),
  member,
  topic,
  why: z.enum(['left', 'leaving']),
  openedAt: moment(),
  openedBy: member.nullable(),
  /** Those who help most with the topic besides, the first first. */
  proposals: z.array(member).max(3),
  closed: z.object({ by: member, at: moment(), successor: member.nullable(), note: z.string() }).nullable(),
})
export type Handover = z.output<typeof handover>

const aHandover = z.strictObject({ handoverId: id() })

export const listHandovers = endpoint('listHandovers', {
  method: 'GET',
  path: '/handovers',
  summary: 'Topics that hang on somebody who has left or is leaving, the newest first',
  access: 'signed-in',
  query: page({ state: z.enum(['open', 'closed', 'all']).default('open') }),
  returns: listOf(handover),
})

export const openHandover = endpoint('openHandover', {
  method: 'POST',
  path: '/handovers',
  summary:
    'Say that somebody is leaving who knows a topic: for oneself, or whoever sees what is found out about them',
  access: 'signed-in',
  body: z.strictObject({ memberId: id(), topicId: id() }),
  returns: handover,
  problems: ['radar.not-yours', 'handover.open', 'handover.off'],
  example: {
    memberId: '01890000-0000-7000-8000-000000000000',
    topicId: '01890000-0000-7000-8000-000000000001',
  },
})

export const closeHandover = endpoint('closeHandover', {
  method: 'PUT',
  path: '/handovers/:handoverId/outcome',
  summary: 'Say who is asked about the topic from now on, or why nobody is needed',
  access: 'signed-in',
  params: aHandover,
  body: z.strictObject({ successorId: id().nullable(), note: prose(1000) }),
  returns: handover,
  problems: ['radar.not-yours', 'handover.closed', 'handover.same', 'handover.why'],
  example: {
    successorId: '01890000-0000-7000-8000-000000000000',
    note: 'They worked on it together for a month.',
  },
})

export const reopenHandover = endpoint('reopenHandover', {
  method: 'DELETE',
  path: '/handovers/:handoverId/outcome',
  summary: 'Take back how it was settled',
  access: 'signed-in',
  params: aHandover,
  returns: handover,
  problems: ['radar.not-yours', 'handover.not-closed', 'handover.open'],
})
