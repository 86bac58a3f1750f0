import { z } from 'zod'

const id = z.uuid()
const campaign = { campaignId: id, groupId: id, name: z.string() }
const settings = z.object({
  ...{ capTimes: z.number(), capDays: z.number(), countsOpens: z.boolean(), needsApproval: z.boolean() },
})
const place = { step: z.string(), variant: z.number() }
// Not said where it looks for leaders.
const purpose = { isForLeaders: z.literal(false).optional() }

/** What can happen in campaigns. See facts.ts. */
export const campaignFacts = {
  'campaign.made': z.object(campaign),
  'campaign.changed': z.object({ ...campaign, version: z.number() }),
  'campaign.asked': z.object(campaign),
  'campaign.sent-back': z.object({ ...campaign, askedBy: id, words: z.string() }),
  'campaign.launched': z.object({ ...campaign, askedBy: id.nullable(), version: z.number() }),
  'campaign.paused': z.object(campaign),
  'campaign.resumed': z.object(campaign),
  'campaign.ended': z.object({ ...campaign, isByItself: z.boolean() }),
  'campaign.kept': z.object(campaign),
  'campaign.kept-no-longer': z.object(campaign),
  'campaign.archived': z.object(campaign),
  'campaign.restored': z.object(campaign),
  'campaign.tested': z.object({ campaignId: id, ...place }),
  // Some at a time: a step to everybody is many of these.
  'campaign.reached': z.object({
    ...{ campaignId: id, ...place, ...purpose, channel: z.string() },
    memberIds: z.array(id),
    // What a post of the feed says, to all of them.
    post: z.looseObject({ groupId: id, name: z.string(), sender: z.string() }).optional(),
  }),
  // A mail that was taken came back later: it reached nobody.
  'campaign.returned': z.object({ campaignId: id, step: z.string(), memberId: id }),
  'campaign.posted': z.object({ campaignId: id, step: z.string(), channelId: id }),
  'campaign.opened': z.object({ campaignId: id, memberId: id, ...place, ...purpose }),
  'campaign.answered': z.object({
    ...{ campaignId: id, memberId: id, answer: z.string(), byLink: z.boolean(), ...purpose },
    ...{ step: z.string().nullable(), variant: z.number().nullable() },
  }),
  'campaign.nominated': z.object({ campaignId: id, nominationId: id, memberId: id }),
  'campaigns.set': z.object({ after: settings, before: settings }),
  'chat.added': z.object({ channelId: id, name: z.string() }),
  'chat.removed': z.object({ channelId: id, name: z.string() }),
}
