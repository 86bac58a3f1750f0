import { z } from 'zod'
import { endpoint, id } from '#platform/http/endpoint'
import { aCourse } from './contract.ts'

/** What becomes of a course after its publication. */
export const verifyCourse = endpoint('verifyCourse', {
  method: 'PUT',
  path: '/courses/:courseId/verification',
  summary:
    'Say that what is published still holds, and until when: its author, and who reviews or leads in its group',
  access: 'signed-in',
  params: aCourse,
  body: z.strictObject({
    until: z.iso.date().nullable().default(null).describe('null keeps a day that is still to come'),
  }),
  returns: z.object({ verifyBy: z.string().nullable() }),
  problems: ['course.verify-not-yours', 'course.day-past'],
  example: {},
})

export const unverifyCourse = endpoint('unverifyCourse', {
  method: 'DELETE',
  path: '/courses/:courseId/verification',
  summary: 'Take back what one said last of a course: that it still holds',
  access: 'signed-in',
  params: aCourse,
  returns: z.object({ verifyBy: z.string().nullable() }),
  problems: ['verification.not-found'],
})

export const mergeCourse = endpoint('mergeCourse', {
  method: 'PUT',
  path: '/courses/:courseId/merger',
  summary: 'Take a course out of sight in favour of another one, to which its readers are led',
  access: 'signed-in',
  params: aCourse,
  body: z.strictObject({ into: id() }),
  problems: ['course.retire-not-yours', 'course.not-published', 'course.merge-same', 'course.merge-apart'],
  example: { into: '01890000-0000-7000-8000-000000000000' },
})

export const unmergeCourse = endpoint('unmergeCourse', {
  method: 'DELETE',
  path: '/courses/:courseId/merger',
  summary: 'Bring a course back that was merged into another',
  access: 'signed-in',
  params: aCourse,
  problems: ['course.retire-not-yours', 'course.not-merged'],
})
