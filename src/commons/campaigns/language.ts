import { z } from 'zod'
import { locale, role } from '#people/contract.ts'
import { id, line, prose, whole } from '#platform/http/endpoint'
import { says } from '#platform/http/faults'
import { calls, channels, links } from './kinds.ts'
import { longest, mostConditions, mostSteps, mostVariants } from './limits.ts'

const days = (least: number, most: number) => z.number().int().min(least).max(most)
const not = z.boolean().default(false).describe('the opposite')
const within = days(1, 730).describe('within the last so many days')

/** One thing that is asked of a member. */
export const condition = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('role'), roles: z.array(role).min(1).max(5), not }),
  z.strictObject({ is: z.literal('title'), has: line(60).describe('a part of what they do'), not }),
  z.strictObject({ is: z.literal('language'), locale, not }),
  z.strictObject({ is: z.literal('joined'), days: within, not }),
  z.strictObject({ is: z.literal('active'), days: within.describe('was here'), not }),
  z.strictObject({ is: z.literal('completed'), days: within.describe('completed a course'), not }),
  z.strictObject({ is: z.literal('published'), days: within.describe('published a course'), not }),
  z.strictObject({ is: z.literal('helped'), days: within.describe('answered, or reviewed a course'), not }),
  z.strictObject({ is: z.literal('volunteer'), not }),
  z.strictObject({ is: z.literal('nominee'), not }),
  z.strictObject({
    is: z.literal('answered'),
    campaignId: id(),
    // Who said no is told of nobody, and a sample of those who did would tell it.
    answer: z.enum(['interested', 'later']),
    not,
  }),
])
export type Condition = z.output<typeof condition>

export const audience = z.strictObject({
  groupIds: z
    .array(id())
    .max(20)
    .describe('people of these groups or below; of the campaign’s own where empty'),
  match: z.enum(['all', 'any']),
  conditions: z.array(condition).max(mostConditions),
})
export type Audience = z.output<typeof audience>

const said = z.strictObject({ subject: line(120, 0), text: prose(4000) })
export type Said = z.output<typeof said>

/** What is said in each language: in one at least. */
export const variant = z
  .strictObject({ en: said.optional(), fr: said.optional() })
  .refine((words) => Object.values(words).some(Boolean), says('campaign.says-nothing'))
export type Variant = z.output<typeof variant>

/** What a step is called in its campaign. */
export const stepName = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
export const step = z.strictObject({
  id: stepName.describe('unique in its campaign, lasting'),
  after: stepName.nullable().default(null).describe('which step it follows; null: it begins the campaign'),
  days: days(0, 60).describe('so long after that'),
  if: z
    .enum(['everyone', 'unanswered', 'interested', 'later'])
    .describe(
      'of whom: what somebody has answered to the campaign when it is sent; who said no gets nothing more',
    ),
  channel: z.enum(channels),
  chatId: id().nullable().default(null).describe('which chat it is posted in'),
  calls: z.array(z.enum(calls)).max(calls.length),
  link: z.enum(links).nullable().default(null),
  variants: z.array(variant).min(1).max(mostVariants),
})
export type Step = z.output<typeof step>

const hour = whole(0).max(23)
/** When nobody is written to: by the clock where they are. */
export const quiet = z
  .strictObject({ from: hour, until: hour, weekends: z.boolean() })
  .describe('hours of the day, over midnight where the first is the later one; the same twice is none')

export const body = z.strictObject({
  audience,
  quiet,
  days: days(1, longest).describe(
    'how long it runs: who comes into its audience until then is spoken to too',
  ),
  steps: z.array(step).max(mostSteps),
  volunteers: z
    .boolean()
    .optional()
    .describe('whether who is interested is a volunteer from then on; so where it is not said'),
  replies: z
    .boolean()
    .optional()
    .describe(
      'whether who replies to a mail writes to whoever made the campaign; else to the sending mailbox',
    ),
})
export type CampaignBody = z.output<typeof body>
