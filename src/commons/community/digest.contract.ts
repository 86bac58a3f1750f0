import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, moment } from '#platform/http/endpoint'
import { mostInSection } from './limits.ts'

/** What leaders actually did in a week. */
export const deed = z.enum(['course', 'review', 'need', 'answer', 'contribution', 'post', 'hour', 'leader'])
export type Deed = z.output<typeof deed>

export const digestItem = z.object({
  member: member.describe('who did it, or who leads now'),
  title: z.string().describe('of the course, the need, the post or the hours; the group where one leads'),
  courseId: id().nullable(),
  needId: id().nullable(),
  postId: id().nullable(),
  at: moment(),
})
export type DigestItem = z.output<typeof digestItem>

export const digest = z.object({
  week: z.string().describe('its Monday, such as 2026-11-23'),
  until: z.string().describe('its Sunday'),
  sections: z
    .array(
      z.object({
        deed,
        count: z.number().int().describe('of what the reader may see; a hundred at most'),
        items: z.array(digestItem).max(mostInSection).describe('the latest first'),
      }),
    )
    .max(8),
})
export type Digest = z.output<typeof digest>

export const getDigest = endpoint('getDigest', {
  method: 'GET',
  path: '/community/digest',
  summary:
    'What leaders did in a week, as far as the reader may see it: the last one that is over, or that of a day',
  access: ['leader', 'admin'],
  query: z.strictObject({ day: z.iso.date().optional() }),
  returns: digest,
})
