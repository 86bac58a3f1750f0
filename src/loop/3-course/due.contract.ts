import { z } from 'zod'
import { endpoint, id } from '#platform/http/endpoint'

export const listDueCourses = endpoint('listDueCourses', {
  method: 'GET',
  path: '/due-courses',
  summary:
    'Published courses of one’s own that held until today or before, the longest past first (20 at most)',
  access: 'signed-in',
  returns: z.object({
    items: z.array(z.object({ id: id(), title: z.string(), verifyBy: z.string() })).max(20),
  }),
})
