import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, line, listOf, moment, page, prose, whole } from '#platform/http/endpoint'
import { calls } from './kinds.ts'
import { body, stepName } from './language.ts'
import { lackCodes } from './plan/lacks.ts'

export const states = ['draft', 'asked', 'running', 'paused', 'ended'] as const
const group = z.object({ id: id(), name: z.string() })

const lack = z.object({
  step: z.string().nullable().describe('in which step; null: in the whole'),
  code: z.enum(lackCodes),
  words: z.string(),
})

const campaignRow = z.object({
  id: id(),
  name: z.string(),
  group,
  state: z.enum(states),
  turned: z
    .object({ by: member.nullable(), at: moment(), words: z.string() })
    .describe('who brought it into this state, and what they said'),
  launchedAt: moment().nullable(),
  endsAt: moment().nullable(),
  keptAt: moment().nullable().describe('since when one may begin others with it'),
  archivedAt: moment().nullable(),
  reached: z.number().int().describe('people who got something of it'),
  interested: z.number().int(),
})
export type CampaignRow = z.output<typeof campaignRow>

export const shownCampaign = campaignRow.extend({
  version: z.number().int(),
  body,
  madeBy: member,
  lacks: z.array(lack).max(500).describe('what is to be done before it can be launched'),
  isAcademyOpen: z.boolean().describe('whether steps that lead to the academy lead somewhere'),
  can: z.object({
    edit: z.boolean(),
    rewrite: z.boolean().describe('change words only: it runs already, and is paused'),
    ask: z.boolean().describe('somebody else has to agree before it is launched'),
    launch: z.boolean(),
    sendBack: z.boolean(),
    pause: z.boolean(),
    resume: z.boolean(),
    end: z.boolean(),
  }),
})
export type ShownCampaign = z.output<typeof shownCampaign>

const aCampaign = z.strictObject({ campaignId: id() })
const closed = ['campaigns.not-yours'] as const

export const listCampaigns = endpoint('listCampaigns', {
  method: 'GET',
  path: '/campaigns',
  summary: 'The campaigns of the groups one administers, newest first',
  access: ['admin'],
  query: page({ archived: z.enum(['true', 'false']).default('false') }),
  returns: listOf(campaignRow),
})

export const getCampaign = endpoint('getCampaign', {
  method: 'GET',
  path: '/campaigns/:campaignId',
  summary: 'One campaign: what it says to whom and when, and what it lacks to be launched',
  access: ['admin'],
  params: aCampaign,
  returns: shownCampaign,
})

export const makeCampaign = endpoint('makeCampaign', {
  method: 'POST',
  path: '/campaigns',
  summary: 'Begin a campaign: from nothing, from a ready one, or from another',
  access: ['admin'],
  body: z.strictObject({
    name: line(80),
    groupId: id().describe('whom it may speak to: the people of this group and below'),
    from: z
      .discriminatedUnion('is', [
        z.strictObject({ is: z.literal('ready'), key: z.string().regex(/^[a-z-]{1,40}$/) }),
        z.strictObject({ is: z.literal('campaign'), campaignId: id() }),
      ])
      .nullable()
      .default(null),
  }),
  returns: shownCampaign,
  problems: [...closed, 'campaign.too-many', 'ready-campaign.not-found'],
  example: {
    name: 'Call for leaders',
    groupId: '01890000-0000-7000-8000-000000000000',
    from: { is: 'ready', key: 'leaders' },
  },
})

export const changeCampaign = endpoint('changeCampaign', {
  method: 'PUT',
  path: '/campaigns/:campaignId',
  summary: 'Change a campaign: all of it before it is launched, its words while it is paused',
  access: ['admin'],
  params: aCampaign,
  body: z.strictObject({ version: whole(1).describe('the version that was read'), name: line(80), body }),
  returns: shownCampaign,
  problems: [
    ...closed,
    'campaign.changed-elsewhere',
    'campaign.runs-already',
    'campaign.plan-stands',
    'campaign.not-ready',
  ],
  example: {
    version: 1,
    name: 'Call for leaders',
    body: {
      audience: { groupIds: [], match: 'all', conditions: [{ is: 'role', roles: ['leader'], not: true }] },
      quiet: { from: 18, until: 8, weekends: true },
      days: 60,
      steps: [
        {
          ...{ id: 'why', days: 0, if: 'everyone', channel: 'mail' },
          calls: ['interested', 'no'],
          variants: [
            { en: { subject: 'What do people ask you?', text: 'Hello {{name}}, somebody needs you.' } },
          ],
        },
      ],
    },
  },
})

export const countAudience = endpoint('countAudience', {
  method: 'GET',
  path: '/campaigns/:campaignId/audience',
  summary: 'How many people the campaign would speak to now, and some of them',
  access: ['admin'],
  params: aCampaign,
  returns: z.object({ count: z.number().int(), sample: z.array(member).max(6) }),
})

const shownWords = z.object({
  subject: z.string(),
  text: z.string(),
  calls: z.array(z.object({ call: z.enum(calls), label: z.string() })).max(calls.length),
})

export const previewCampaign = endpoint('previewCampaign', {
  method: 'GET',
  path: '/campaigns/:campaignId/preview',
  summary: 'What a member would get of a step, in their language, and when; why they would not',
  access: ['admin'],
  params: aCampaign,
  query: z.strictObject({
    memberId: id().optional().describe('oneself where it is left out'),
    step: stepName.optional().describe('the first where it is left out'),
    variant: z.enum(['0', '1', '2', '3']).default('0').describe('which of its texts'),
  }),
  returns: shownWords.extend({
    locale: z.string(),
    html: z.string().describe('the mail; empty for other channels'),
    at: moment()
      .nullable()
      .describe('when it would come, were the campaign launched now and nothing answered'),
    against: z
      .enum(['not-in-audience', 'refused-address'])
      .nullable()
      .describe('why they would not get it; that somebody wants no such mails is told of nobody'),
  }),
  problems: ['campaign-step.not-found', 'member.not-found'],
})

export const testCampaign = endpoint('testCampaign', {
  method: 'POST',
  path: '/campaigns/:campaignId/tests',
  summary: 'Send oneself the mail of a step, as it would come',
  access: ['admin'],
  params: aCampaign,
  body: z.strictObject({ step: stepName, variant: whole(0).max(9).default(0) }),
  returns: z.object({ to: z.string() }),
  problems: ['campaign-step.not-found', 'campaign-test.too-many-tries'],
  example: { step: 'why' },
})

const turn = <Name extends string>(name: Name, method: 'PUT' | 'DELETE', path: string, summary: string) =>
  ({
    ...{ name, method, path: `/campaigns/:campaignId/${path}`, summary },
    ...{ access: ['admin'], params: aCampaign, returns: shownCampaign },
  }) as const

export const askForLaunch = endpoint('askForLaunch', {
  ...turn('askForLaunch', 'PUT', 'request', 'Ask another administrator to agree to the launch'),
  problems: [...closed, 'campaign.not-ready', 'campaign.runs-already', 'campaign.nobody-else'],
})
export const sendCampaignBack = endpoint('sendCampaignBack', {
  method: 'PUT',
  path: '/campaigns/:campaignId/answer-to-request',
  summary: 'Do not agree, and say why; or take one’s own request back',
  access: ['admin'],
  params: aCampaign,
  body: z.strictObject({ words: prose(1000) }),
  returns: shownCampaign,
  problems: [...closed, 'campaign.not-asked', 'campaign.say-why'],
  example: { words: 'The second mail promises hours that nobody has agreed to.' },
})
export const launchCampaign = endpoint('launchCampaign', {
  ...turn('launchCampaign', 'PUT', 'launch', 'Launch it; where another has to agree, only they may'),
  problems: [...closed, 'campaign.not-ready', 'campaign.runs-already', 'campaign.ask-first', 'campaign.own'],
})
export const pauseCampaign = endpoint('pauseCampaign', {
  ...turn('pauseCampaign', 'PUT', 'pause', 'Stop for now: nothing more is sent until it goes on'),
  problems: [...closed, 'campaign.not-running'],
})
export const resumeCampaign = endpoint('resumeCampaign', {
  ...turn('resumeCampaign', 'DELETE', 'pause', 'Go on where it was paused'),
  problems: [...closed, 'campaign.not-paused', 'campaign.not-ready', 'campaign.own-words'],
})
export const endCampaign = endpoint('endCampaign', {
  ...turn('endCampaign', 'PUT', 'end', 'End it for good: what has not gone out stays here'),
  problems: [...closed, 'campaign.not-running'],
})
export const keepAsReady = endpoint('keepAsReady', {
  ...turn('keepAsReady', 'PUT', 'keeping', 'Keep it among those one may begin with'),
  problems: closed,
})
export const keepNoLonger = endpoint('keepNoLonger', {
  ...turn('keepNoLonger', 'DELETE', 'keeping', 'Keep it there no longer'),
  problems: closed,
})
export const archiveCampaign = endpoint('archiveCampaign', {
  ...turn('archiveCampaign', 'PUT', 'archive', 'Put it aside; what it did stays'),
  problems: [...closed, 'campaign.runs-already'],
})
export const restoreCampaign = endpoint('restoreCampaign', {
  ...turn('restoreCampaign', 'DELETE', 'archive', 'Bring it back'),
  problems: [...closed, 'campaign.too-many'],
})
