import { z } from 'zod'
import { endpoint } from '#platform/http/endpoint'

export const listReadyCampaigns = endpoint('listReadyCampaigns', {
  method: 'GET',
  path: '/ready-campaigns',
  summary: 'Campaigns one may begin with: those that come with Cairn, and those the organization kept',
  access: ['admin'],
  returns: z.object({
    items: z
      .array(
        z.object({
          key: z.string().describe('of those that come with Cairn the name of its file, else its id'),
          isOwn: z.boolean(),
          name: z.string(),
          purpose: z.string(),
          steps: z.number().int(),
        }),
      )
      .max(200),
  }),
})
