import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, listOf, moment, page } from '#platform/http/endpoint'

/** Why an entry is shown to this reader. */
export const feedReason = z.enum([
  'your-group',
  'you-voiced',
  'you-raised',
  'you-wrote',
  'you-claimed',
  'you-learned',
  'you-commented',
  'you-answered',
  'mentioned-you',
  'thanked-you',
  'asked-you',
  'you-asked',
  'you-reviewed',
  'you-checked',
  'you-manage',
  'awarded-you',
  'you-proposed',
  'you-redeemed',
  'given-you',
  'you-entered',
  'you-contributed',
  'you-help',
])
export type FeedReason = z.output<typeof feedReason>

export const feedEntry = z.object({
  id: id(),
  kind: z.enum([
    'need.raised',
    'need.claimed',
    'course.published',
    'course.completed',
    'comment.made',
    'comment.accepted',
    'mention.made',
    'kudos.given',
    'review.asked',
    'review.given',
    'review.reminded',
    'review.passed-on',
    'review.stranded',
    'finding.resolved',
    'nomination.asked',
    'nomination.answered',
    'contest.answered',
    'expert.asked',
    'expert.answered',
    'handover.opened',
    'handover.closed',
    'survey.asked',
    'health.opened',
    'health.assigned',
    'courses.handed-over',
    'badge.awarded',
    'badge.revoked',
    'bonus.decided',
    'bonus.returned',
    'celebration.posted',
    'redemption.moved',
    'gift.given',
    'draw.drawn',
    'draw.withdrawn',
    'rule.gave',
    'rule.took-back',
    'contribution.made',
    'contribution.taken',
    'contribution.declined',
    'contribution.credited',
    'ladder.proposed',
  ]),
  actor: member.nullable(),
  group: z.object({ id: id(), name: z.string() }),
  need: z.object({ id: id(), title: z.string() }).nullable(),
  course: z
    .object({
      id: id(),
      title: z.string(),
      objective: z.string(),
      steps: z.number(),
      minutes: z.number(),
      questions: z.number(),
      tags: z.array(z.string()),
      approvals: z.number().int().describe('peers who approved what is published'),
    })
    .nullable(),
  data: z.record(z.string(), z.unknown()),
  at: moment(),
  reason: feedReason,
  unread: z.boolean(),
})
export type FeedEntry = z.output<typeof feedEntry>
const feedPage = listOf(feedEntry)
export type FeedPage = z.output<typeof feedPage>

export const getFeed = endpoint('getFeed', {
  method: 'GET',
  path: '/feed',
  summary: 'What concerns the reader, newest first, each entry saying why it is shown',
  access: 'signed-in',
  query: page({ only: z.enum(['all', 'personal']).default('all') }, 12),
  returns: feedPage,
})

export const countUnread = endpoint('countUnread', {
  method: 'GET',
  path: '/feed/unread',
  summary: 'How many personal entries one has not read (100 at most)',
  access: 'signed-in',
  returns: z.object({ unread: z.number().int() }),
})

export const markRead = endpoint('markRead', {
  method: 'PUT',
  path: '/feed/read',
  summary: 'Mark every personal entry up to one as read',
  access: 'signed-in',
  body: z.strictObject({ upTo: id() }),
  problems: ['entry.not-found'],
  example: { upTo: '01890000-0000-7000-8000-000000000000' },
})
