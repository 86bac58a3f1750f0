import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, listOf, moment, page } from '#platform/http/endpoint'
import { channels } from './kinds.ts'
import { stepName } from './language.ts'
import { mostSteps, mostVariants } from './limits.ts'

const count = z.number().int()
const share = z.object({
  ...{ count, of: count, share: z.number() },
  ...{ low: z.number(), high: z.number().describe('with 95 % confidence the true share lies between') },
})

const rest = count
  .nullable()
  .describe('null where it would tell who said it: too few are left over, or all of them said the same')

const variantReport = z.object({
  waiting: count.describe('are to get it'),
  reached: count,
  unsure: count.describe(
    'the mail server was gone before it said that it has it: they are not sent it again',
  ),
  failed: count.describe('the mail server took it at no time'),
  skipped: z.object({
    answered: rest.describe('it was not meant for who answered as they did'),
    ...{ left: count, unwanted: count, refused: count },
    ended: count.describe('the campaign ended before it came to them'),
  }),
  opened: count.nullable().describe('null where it is not counted; nothing is concluded from it'),
  interested: share,
  later: rest,
  no: rest,
})
export type VariantReport = z.output<typeof variantReport>

const stepReport = z.object({
  step: z.string(),
  channel: z.enum(channels),
  isFirst: z
    .boolean()
    .describe(
      'nobody had answered before: only of such a step it is told by name who got it or is to get it',
    ),
  variants: z.array(variantReport).max(mostVariants),
  post: z
    .object({ state: z.string(), why: z.string(), at: moment(), chat: z.string() })
    .nullable()
    .describe('of a step in a chat'),
  verdict: z
    .discriminatedUnion('is', [
      z.object({ is: z.literal('too-early'), waiting: count }),
      z.object({ is: z.literal('unsure') }),
      z.object({ is: z.literal('best'), variant: count }),
    ])
    .nullable()
    .describe('which variant is better, where there are several and that can be said'),
})
export type StepReport = z.output<typeof stepReport>

export const campaignReport = z.object({
  members: count.describe('who came into it so far'),
  reached: count,
  interested: count,
  later: rest,
  no: rest,
  nominated: count.describe('colleagues who were proposed, each once'),
  steps: z.array(stepReport).max(mostSteps),
})
export type CampaignReport = z.output<typeof campaignReport>

const aCampaign = z.strictObject({ campaignId: id() })

export const getCampaignReport = endpoint('getCampaignReport', {
  method: 'GET',
  path: '/campaigns/:campaignId/report',
  summary: 'Whom a campaign reached and what they said, step by step and variant by variant',
  access: ['admin'],
  params: aCampaign,
  returns: campaignReport,
})

/** Of whom it is told who they are. */
export const groupsOfPeople = [
  ...(['waiting', 'reached', 'unsure', 'failed', 'refused', 'left'] as const),
  ...(['interested', 'nominated'] as const),
] as const

export const listCampaignPeople = endpoint('listCampaignPeople', {
  method: 'GET',
  path: '/campaigns/:campaignId/people',
  summary:
    'The people behind a figure, by name. Who said no or wants to be asked later, who wants no such mails and who opened what is counted, and told of nobody; nor who got a step after others had answered',
  access: ['admin'],
  params: aCampaign,
  query: page({
    who: z.enum(groupsOfPeople).default('reached'),
    step: stepName.optional(),
    variant: z
      .string()
      .regex(/^[0-9]$/)
      .optional()
      .describe('of a step alone'),
  }),
  returns: listOf(member),
  problems: ['campaign.answer-is-theirs'],
})
