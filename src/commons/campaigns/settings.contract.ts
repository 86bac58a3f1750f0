import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, line, moment, whole } from '#platform/http/endpoint'
import { says } from '#platform/http/faults'
import { mostChannels } from './limits.ts'

const terms = {
  capTimes: whole(1).max(50).describe('so often a member hears of campaigns at most'),
  capDays: whole(1).max(90).describe('within so many days'),
  countsOpens: z.boolean().describe('it is counted how many opened what; never concluded from'),
  needsApproval: z.boolean().describe('somebody else agrees before a campaign is launched'),
}

const channel = z.object({
  id: id(),
  name: z.string(),
  host: z.string().describe('where it posts; the rest of its address is a secret'),
  addedBy: member,
  addedAt: moment(),
})
export type ChatChannel = z.output<typeof channel>

export const campaignSettings = z.object({
  ...terms,
  channels: z.array(channel).max(mostChannels),
  changed: z.object({ by: member, at: moment() }).nullable(),
  can: z.object({ set: z.boolean() }),
})
export type CampaignSettings = z.output<typeof campaignSettings>

export const getCampaignSettings = endpoint('getCampaignSettings', {
  method: 'GET',
  path: '/campaign-settings',
  summary: 'How often members hear of campaigns at most, who agrees to them, and the chats they may post in',
  access: ['admin'],
  returns: campaignSettings,
})

export const setCampaignSettings = endpoint('setCampaignSettings', {
  method: 'PUT',
  path: '/campaign-settings',
  summary: 'Say it: who administers the whole organization',
  access: ['admin'],
  body: z.strictObject(terms),
  returns: campaignSettings,
  problems: ['campaigns.admin-needed'],
  example: { capTimes: 2, capDays: 7, countsOpens: true, needsApproval: true },
})

export const addChatChannel = endpoint('addChatChannel', {
  method: 'POST',
  path: '/chat-channels',
  summary: 'Add a channel of a chat, by the address at which it takes messages (an incoming webhook)',
  access: ['admin'],
  body: z.strictObject({
    name: line(60),
    url: z
      .url()
      .max(1000)
      .refine((url) => url.startsWith('https://'), says('chat-channel.https-needed')),
  }),
  returns: campaignSettings,
  problems: ['campaigns.admin-needed', 'chat-channel.too-many'],
  example: { name: 'Everybody', url: 'https://chat.example/hooks/T0/B0/abc' },
})

export const removeChatChannel = endpoint('removeChatChannel', {
  method: 'DELETE',
  path: '/chat-channels/:channelId',
  summary: 'Post there no longer; its address is forgotten',
  access: ['admin'],
  params: z.strictObject({ channelId: id() }),
  returns: campaignSettings,
  problems: ['campaigns.admin-needed', 'chat-channel.not-found'],
})
