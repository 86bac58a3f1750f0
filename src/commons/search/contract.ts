import { z } from 'zod'
import { endpoint, id } from '#platform/http/endpoint'

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
