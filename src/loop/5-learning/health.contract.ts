import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, listOf, moment, page, prose } from '#platform/http/endpoint'

/** The health of content after its publication: what readers say of it, and what is to be looked after. */
export const healthKinds = ['verify', 'edit', 'merge', 'retire'] as const
export const healthKind = z.enum(healthKinds)
export type HealthKind = z.output<typeof healthKind>

export const healthReason = z.enum([
  'expired',
  'aged',
  'outdated',
  'wrong',
  'score',
  'alike',
  'hopeless',
  'unused',
])
export type HealthReason = z.output<typeof healthReason>

export const healthOutcome = z.enum(['verified', 'published', 'merged', 'retired', 'eased', 'dismissed'])

const percent = z.number().int()
const interval = z.object({ low: percent, high: percent })

/** What readers say of a course or a step; null where so few did that it would tell who they are. */
export const score = interval
  .extend({
    share: percent.describe('of good, weighed by age, among those who said something'),
    people: z.number().int(),
    trend: z.enum(['better', 'worse', 'same', 'few']),
    difference: interval.nullable().describe('by how many points it became better or worse'),
  })
  .nullable()
export type Score = z.output<typeof score>

const titled = z.object({ id: id(), title: z.string() })
const aCourse = z.strictObject({ courseId: id() })
const anItem = z.strictObject({ itemId: id() })

export const courseHealth = z.object({
  course: titled.extend({ group: z.object({ id: id(), name: z.string() }), author: member }),
  fewest: z.number().int().describe('about how many people a figure must be to be told'),
  score,
  steps: z.array(z.object({ id: z.string(), title: z.string(), score })),
  can: z.object({ write: z.boolean() }),
})
export type CourseHealth = z.output<typeof courseHealth>

export const getCourseHealth = endpoint('getCourseHealth', {
  method: 'GET',
  path: '/courses/:courseId/health',
  summary:
    'What readers say of a published course and of each of its steps, with how sure that is and whether it changes: for its author and who leads in its group',
  access: 'signed-in',
  params: aCourse,
  returns: courseHealth,
  problems: ['health.not-yours'],
})

export const healthItem = z.object({
  id: id(),
  kind: healthKind,
  why: z.array(healthReason),
  course: titled.extend({
    group: z.object({ id: id(), name: z.string() }),
    author: member.extend({ left: z.boolean() }),
  }),
  other: titled.nullable().describe('the course that it says nearly the same as'),
  owner: member.nullable(),
  dueOn: z.string().describe('a day'),
  overdue: z.boolean(),
  openedAt: moment(),
  closed: z
    .object({ at: moment(), by: member.nullable(), outcome: healthOutcome, note: z.string() })
    .nullable(),
  can: z.object({
    verify: z.boolean(),
    write: z.boolean(),
    retire: z.boolean(),
    assign: z.boolean(),
    dismiss: z.boolean(),
  }),
})
export type HealthItem = z.output<typeof healthItem>

export const listHealthItems = endpoint('listHealthItems', {
  method: 'GET',
  path: '/health-items',
  summary:
    'Content to look after, first due first: one’s own, or that of the groups in which one leads or manages',
  access: 'signed-in',
  query: page({
    of: z.enum(['mine', 'groups']).default('mine'),
    state: z.enum(['open', 'closed']).default('open'),
    kind: healthKind.optional(),
  }),
  returns: listOf(healthItem),
})

export const countHealthItems = endpoint('countHealthItems', {
  method: 'GET',
  path: '/health-items/count',
  summary: 'How many things there are to look after, by kind: one’s own, or those of one’s groups',
  access: 'signed-in',
  query: z.strictObject({ of: z.enum(['mine', 'groups']).default('mine') }),
  returns: z.object({
    ...{ verify: z.number().int(), edit: z.number().int() },
    ...{ merge: z.number().int(), retire: z.number().int() },
  }),
})

export const listHealthOwners = endpoint('listHealthOwners', {
  method: 'GET',
  path: '/health-items/:itemId/owners',
  summary: 'Who may look after it: its author, and who reviews or leads in its group, nearest first',
  access: 'signed-in',
  params: anItem,
  returns: z.object({ items: z.array(member).max(50) }),
  problems: ['health-item.not-found', 'health.assign-not-yours'],
})

export const assignHealthItem = endpoint('assignHealthItem', {
  method: 'PUT',
  path: '/health-items/:itemId/owner',
  summary: 'Say who looks after it: who leads or manages its group',
  access: 'signed-in',
  params: anItem,
  body: z.strictObject({ ownerId: id() }),
  returns: healthItem,
  problems: ['health-item.not-found', 'health.assign-not-yours', 'health.closed', 'health.not-owner'],
  example: { ownerId: '01890000-0000-7000-8000-000000000000' },
})

export const dismissHealthItem = endpoint('dismissHealthItem', {
  method: 'PUT',
  path: '/health-items/:itemId/dismissal',
  summary: 'Say that there is nothing to do, and why: it does not come back for as long as content holds',
  access: 'signed-in',
  params: anItem,
  body: z.strictObject({ note: prose(500).min(3) }),
  returns: healthItem,
  problems: ['health-item.not-found', 'health.not-yours', 'health.closed'],
  example: { note: 'Both are needed: one is for the cold room.' },
})

export const undismissHealthItem = endpoint('undismissHealthItem', {
  method: 'DELETE',
  path: '/health-items/:itemId/dismissal',
  summary: 'Take it back: there is something to do after all',
  access: 'signed-in',
  params: anItem,
  returns: healthItem,
  problems: ['health-item.not-found', 'health.not-yours', 'health.not-dismissed'],
})

export const thresholds = z.strictObject({
  lowest: percent.min(5).max(90).describe('what the lower end of a score must reach, in percent'),
  verifyAfterDays: z.number().int().min(30).max(1825),
  outdated: z.number().int().min(3).max(50),
  wrong: z.number().int().min(3).max(50),
  daysToAct: z.number().int().min(1).max(90),
})
export type Thresholds = z.output<typeof thresholds>

export const healthSettings = z.object({
  ...{ thresholds, usual: thresholds },
  changed: z.object({ by: member, at: moment() }).nullable(),
  can: z.object({ set: z.boolean() }),
})
export type HealthSettings = z.output<typeof healthSettings>

export const getHealthSettings = endpoint('getHealthSettings', {
  method: 'GET',
  path: '/health-settings',
  summary: 'From when on content is to be looked after: every member may read it',
  access: 'signed-in',
  returns: healthSettings,
})

export const setHealthSettings = endpoint('setHealthSettings', {
  method: 'PUT',
  path: '/health-settings',
  summary: 'Say from when on content is to be looked after; everything is judged anew',
  access: ['admin'],
  body: thresholds,
  returns: healthSettings,
  problems: ['health.admin-needed'],
  example: { lowest: 25, verifyAfterDays: 180, outdated: 3, wrong: 3, daysToAct: 14 },
})
