import { z } from 'zod'
import { endpoint, id, line } from '#platform/http/endpoint'

export const searchHit = z.object({
  kind: z.enum(['need', 'course', 'step', 'member']),
  id: id(),
  part: z.string().describe('the step’s id, for steps'),
  title: z.string(),
  detail: z.string(),
  excerpt: z.string(),
})
export type SearchHit = z.output<typeof searchHit>

export const search = endpoint('search', {
  method: 'GET',
  path: '/search',
  summary: 'Needs, courses, steps and people, as one types; typos and accents forgiven',
  access: 'signed-in',
  query: z.strictObject({
    q: z.string().trim().min(1).max(100),
    kind: z.enum(['need', 'course', 'step', 'member']).optional(),
  }),
  returns: z.object({ items: z.array(searchHit).max(20) }),
})

export const reportMiss = endpoint('reportMiss', {
  method: 'POST',
  path: '/search-misses',
  summary: 'Say that one looked for something and found nothing; not kept where there is something to find',
  access: 'signed-in',
  body: z.strictObject({ words: line(100) }),
  example: { words: 'thread gauges' },
})
