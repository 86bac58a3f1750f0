import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, line, listOf, moment, page, prose, whole, wholeText } from '#platform/http/endpoint'
import { aCourse, draft } from './contract.ts'
import { courseDocument } from './document/schema.ts'
import { shortDocument } from './document/short.ts'
import { fileFaults } from './material.contract.ts'

/** What was kept of a course: each version as it was, for good. */

export const version = z.object({
  number: z.number().int(),
  title: z.string(),
  madeBy: member,
  madeAt: moment(),
  reason: z.enum(['review', 'publication', 'restore', 'copy', 'suggestion']),
  published: z.boolean(),
})

export const listVersions = endpoint('listVersions', {
  method: 'GET',
  path: '/courses/:courseId/versions',
  summary: 'Every version that was kept, newest first',
  access: 'signed-in',
  params: aCourse,
  query: page(),
  returns: listOf(version),
})

export const keepCopy = endpoint('keepCopy', {
  method: 'POST',
  path: '/courses/:courseId/versions',
  summary: 'Keep a text as a version beside the working copy, which stays as it is',
  access: 'signed-in',
  params: aCourse,
  body: z.strictObject({ title: line(140), objective: prose(400), document: courseDocument }),
  returns: z.object({ number: z.number().int() }),
  problems: ['course.not-yours', ...fileFaults],
  example: {
    title: 'Zero a pressure gauge',
    objective: 'You zero a gauge in the cold.',
    document: shortDocument,
  },
})

export const getVersion = endpoint('getVersion', {
  method: 'GET',
  path: '/courses/:courseId/versions/:number',
  summary: 'One version with its content, and what changed since another',
  access: 'signed-in',
  params: z.strictObject({ courseId: id(), number: wholeText(1) }),
  query: z.strictObject({ since: wholeText(1).optional() }),
  returns: z.object({
    number: z.number().int(),
    title: z.string(),
    objective: z.string(),
    document: courseDocument,
    changes: z.object({
      added: z.array(z.string()),
      removed: z.array(z.string()),
      changed: z.array(z.string()),
    }),
  }),
})

export const restoreVersion = endpoint('restoreVersion', {
  method: 'PUT',
  path: '/courses/:courseId/draft/version',
  summary: 'Make a kept version the working copy; the copy it replaces is kept too',
  access: 'signed-in',
  params: aCourse,
  body: z.strictObject({ number: whole(1) }),
  returns: draft,
  problems: ['course.not-yours'],
  example: { number: 1 },
})
