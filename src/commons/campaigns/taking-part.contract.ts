import { z } from 'zod'
import { endpoint, id, moment, prose, whole } from '#platform/http/endpoint'
import { calls, links } from './kinds.ts'
import { stepName } from './language.ts'

export const answers = ['interested', 'later', 'no'] as const
const answer = z.enum(answers)

const whatFollows = {
  asksAgain: z.boolean().describe('they wanted to be asked later, and will be'),
  isForLeaders: z.boolean().describe('who is interested is a volunteer from then on'),
}

/** What a campaign asks of a member, and what they said. */
export const campaignCall = z.object({
  campaignId: id(),
  name: z.string(),
  organization: z.string(),
  sender: z.string(),
  subject: z.string(),
  text: z.string(),
  calls: z.array(z.enum(calls)).max(calls.length),
  link: z.enum(links).nullable(),
  answer: answer.nullable(),
  answeredAt: moment().nullable(),
  ...whatFollows,
  isOver: z.boolean().describe('the campaign has ended: an answer is still welcome'),
})
export type CampaignCall = z.output<typeof campaignCall>

const aCampaign = z.strictObject({ campaignId: id() })
const aStep = {
  step: stepName.nullable().default(null).describe('from which step the answer came'),
  variant: whole(0).max(9).nullable().default(null),
}

export const getCampaignCall = endpoint('getCampaignCall', {
  method: 'GET',
  path: '/calls/:campaignId',
  summary: 'What a campaign that speaks to the reader asks of them, and what they said',
  access: 'signed-in',
  params: aCampaign,
  returns: campaignCall,
})

export const listMyAnswers = endpoint('listMyAnswers', {
  method: 'GET',
  path: '/calls',
  summary: 'What the reader said to the campaigns that spoke to them lately',
  access: 'signed-in',
  returns: z.object({
    items: z.array(z.object({ campaignId: id(), answer: answer.nullable(), ...whatFollows })).max(100),
  }),
})

export const answerCampaign = endpoint('answerCampaign', {
  method: 'PUT',
  path: '/calls/:campaignId/answer',
  summary:
    'Say that one is interested, wants to be asked later, or that it is nothing for one; the last word counts',
  access: 'signed-in',
  params: aCampaign,
  body: z.strictObject({ answer, ...aStep }),
  returns: campaignCall,
  example: { answer: 'interested', step: 'why' },
})

export const openCampaign = endpoint('openCampaign', {
  method: 'PUT',
  path: '/calls/:campaignId/opening',
  summary: 'Say that one has seen what a campaign says; counted once, and never concluded from',
  access: 'signed-in',
  params: aCampaign,
  body: z.strictObject({ step: stepName, variant: whole(0).max(9) }),
  example: { step: 'why', variant: 0 },
})

export const nominateForCampaign = endpoint('nominateForCampaign', {
  method: 'POST',
  path: '/calls/:campaignId/nominations',
  summary:
    'Propose a colleague as a leader, as the campaign asks: an ordinary nomination, which it may count',
  access: 'signed-in',
  params: aCampaign,
  body: z.strictObject({ memberId: id(), reason: prose(1000).min(10) }),
  returns: z.object({ nominationId: id() }),
  problems: ['nomination.leads-already', 'nomination.asked-already'],
  example: {
    memberId: '01890000-0000-7000-8000-000000000000',
    reason: 'Whoever works with torque asks her first.',
  },
})

/** Of what a link in the mail of a campaign is made: organization, member, campaign, step, variant, seal. */
const sealed = z
  .string()
  .regex(/^([0-9a-f-]{36}\.){3}[a-z0-9-]{1,40}\.\d\.[\w-]{43}$/)
  .describe('from the link in a mail')
const byLetter = z.strictObject({ sealed })
const letterOf = campaignCall.extend({ reader: z.string().describe('to whom the mail was sent') })
export type CampaignLetter = z.output<typeof letterOf>

export const getCampaignLetter = endpoint('getCampaignLetter', {
  method: 'GET',
  path: '/campaign-letters/:sealed',
  summary: 'What the mail of a campaign asks, for whoever has its link: no session needed',
  access: 'anyone',
  params: byLetter,
  returns: letterOf,
})

export const answerByLetter = endpoint('answerByLetter', {
  method: 'PUT',
  path: '/campaign-letters/:sealed/answer',
  summary: 'Answer a campaign with the link of its mail',
  access: 'anyone',
  params: byLetter,
  body: z.strictObject({ answer }),
  returns: letterOf,
  example: { answer: 'interested' },
})

export const openByLetter = endpoint('openByLetter', {
  method: 'PUT',
  path: '/campaign-letters/:sealed/opening',
  summary: 'Say that the page of a mail is being read; programs that look ahead at links are not counted',
  access: 'anyone',
  params: byLetter,
})
