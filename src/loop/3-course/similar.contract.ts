import { z } from 'zod'
import { endpoint } from '#platform/http/endpoint'
import { courseCard } from './contract.ts'

export const findSimilarCourses = endpoint('findSimilarCourses', {
  method: 'GET',
  path: '/similar-courses',
  summary: 'Published courses of others whose title says nearly the same, most alike first',
  access: 'signed-in',
  query: z.strictObject({ title: z.string().trim().min(3).max(140) }),
  returns: z.object({ items: z.array(courseCard).max(3) }),
})
