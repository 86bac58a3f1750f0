import { z } from 'zod'
import { endpoint, id, listOf, page } from '#platform/http/endpoint'
import { courseCard } from './contract.ts'
import { originals } from './document/originals.ts'

const followerPage = listOf(z.object({ course: courseCard, version: z.number().int() }))

export const listTemplateCourses = endpoint('listTemplateCourses', {
  method: 'GET',
  path: '/own-templates/:templateId/courses',
  summary: 'The courses that follow a template and that the reader may see, each with the version it follows',
  access: 'signed-in',
  params: z.strictObject({ templateId: id() }),
  query: page(),
  returns: followerPage,
})

export const listOriginalCourses = endpoint('listOriginalCourses', {
  method: 'GET',
  path: '/templates/:original/courses',
  summary:
    'The courses that follow a template that comes with Cairn and that the reader may see, each with the version it follows',
  access: 'signed-in',
  params: z.strictObject({ original: z.enum(originals) }),
  query: page(),
  returns: followerPage,
})
