import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, line, listOf, moment, page, prose, whole } from '#platform/http/endpoint'
import { courseDocument } from './document/schema.ts'
import { shortDocument } from './document/short.ts'
import { fileFaults } from './material.contract.ts'
import { followed } from './template.contract.ts'

const language = z.enum(['en', 'fr'])
const tag = line(40)

/** A course as lists show it. */
export const courseCard = z.object({
  id: id(),
  title: z.string(),
  objective: z.string(),
  language,
  tags: z.array(z.string()),
  group: z.object({ id: id(), name: z.string() }),
  author: member,
  needId: id().nullable(),
  state: z.enum(['draft', 'published', 'retired', 'discarded']),
  version: z.number().int().nullable(),
  steps: z.number().int(),
  questions: z.number().int(),
  minutes: z.number().int(),
  publishedAt: moment().nullable(),
  draftedAt: moment(),
})
export type CourseCard = z.output<typeof courseCard>
const coursePage = listOf(courseCard)
export type CoursePage = z.output<typeof coursePage>

/** What the editor works on. `revision` is sent back with each save, so that no save overwrites another. */
export const draft = z.object({
  course: courseCard,
  document: courseDocument,
  /** The template it follows; null for a course that was begun without one. */
  template: followed.nullable(),
  /** The newest version of it, where that is another than the course follows. */
  newerTemplate: z.number().int().nullable(),
  /** The day on which its author looks again whether it still holds; null where none was set. */
  verifyBy: z.string().nullable(),
  revision: z.number().int(),
  changedSincePublication: z.boolean(),
})
export type Draft = z.output<typeof draft>

export const aCourse = z.strictObject({ courseId: id() })

export const createCourse = endpoint('createCourse', {
  method: 'POST',
  path: '/courses',
  summary: 'Start a course, for a need or of one’s own accord',
  access: 'signed-in',
  body: z.strictObject({
    title: line(140),
    objective: prose(400).default(''),
    groupId: id(),
    needId: id().nullable().default(null),
    language: language.default('en'),
    tags: z.array(tag).max(12).default([]),
    /** What it begins with; its files were sent by `startUploadAhead`. Left out, it begins with an empty step. */
    document: courseDocument.optional(),
    /** The key of a template of its language that it begins from instead; the id of an own one of its group or above. */
    template: z.string().max(60).nullable().default(null),
  }),
  returns: draft,
  problems: [
    'need.not-open',
    'course.need-apart',
    'course.no-template',
    'course.two-beginnings',
    ...fileFaults,
  ],
  example: {
    title: 'Zero a pressure gauge',
    objective: 'You zero a gauge in the cold.',
    groupId: '01890000-0000-7000-8000-000000000000',
    tags: ['pressure'],
  },
})

export const listCourses = endpoint('listCourses', {
  method: 'GET',
  path: '/courses',
  summary: 'Published courses that the reader may see, newest first',
  access: 'signed-in',
  query: page({
    groupId: id().optional(),
    authorId: id().optional(),
    words: z.string().trim().max(100).optional().describe('in the title or a tag'),
  }),
  returns: coursePage,
})

export const listMyCourses = endpoint('listMyCourses', {
  method: 'GET',
  path: '/my-courses',
  summary: 'The courses one writes, last worked on first',
  access: 'signed-in',
  query: page(),
  returns: coursePage,
})

export const listCoursesForNeed = endpoint('listCoursesForNeed', {
  method: 'GET',
  path: '/needs/:needId/courses',
  summary: 'The published courses that were made for a need, the first one first',
  access: 'signed-in',
  params: z.strictObject({ needId: id() }),
  query: page(),
  returns: coursePage,
})

export const getCourse = endpoint('getCourse', {
  method: 'GET',
  path: '/courses/:courseId',
  summary: 'One course, without its content',
  access: 'signed-in',
  params: aCourse,
  returns: courseCard.extend({
    mergedInto: z.object({ id: id(), title: z.string() }).nullable().describe('where its readers are led'),
    firstAuthor: member.nullable().describe('who wrote it, where somebody else looks after it now'),
    outline: z.array(z.object({ id: z.string(), title: z.string(), minutes: z.number() })),
    can: z.object({ edit: z.boolean(), retire: z.boolean(), learn: z.boolean() }),
  }),
})

export const getDraft = endpoint('getDraft', {
  method: 'GET',
  path: '/courses/:courseId/draft',
  summary: 'The working copy, for its author',
  access: 'signed-in',
  params: aCourse,
  returns: draft,
})

export const saveDraft = endpoint('saveDraft', {
  method: 'PUT',
  path: '/courses/:courseId/draft',
  summary: 'Save the working copy on top of the revision it was read at',
  access: 'signed-in',
  params: aCourse,
  body: z.strictObject({
    revision: whole(0),
    title: line(140),
    objective: prose(400),
    tags: z.array(tag).max(12),
    language,
    document: courseDocument,
  }),
  returns: z.object({ revision: z.number().int(), savedAt: moment() }),
  problems: ['course.saved-elsewhere', 'course.not-yours', ...fileFaults],
  example: {
    revision: 3,
    title: 'Zero a pressure gauge',
    objective: 'You zero a gauge in the cold.',
    tags: ['pressure'],
    language: 'en',
    document: shortDocument,
  },
})

export const discardCourse = endpoint('discardCourse', {
  method: 'PUT',
  path: '/courses/:courseId/disposal',
  summary: 'Throw away a draft that was never published; can be undone',
  access: 'signed-in',
  params: aCourse,
  problems: ['course.not-yours', 'course.was-published'],
})

export const keepCourse = endpoint('keepCourse', {
  method: 'DELETE',
  path: '/courses/:courseId/disposal',
  summary: 'Take a thrown-away draft back',
  access: 'signed-in',
  params: aCourse,
  problems: ['course.not-yours'],
})

export const retireCourse = endpoint('retireCourse', {
  method: 'PUT',
  path: '/courses/:courseId/retirement',
  summary: 'Take a published course out of sight; those who learned keep what they did',
  access: 'signed-in',
  params: aCourse,
  problems: ['course.retire-not-yours', 'course.not-published'],
})

export const returnCourse = endpoint('returnCourse', {
  method: 'DELETE',
  path: '/courses/:courseId/retirement',
  summary: 'Bring a retired course back',
  access: 'signed-in',
  params: aCourse,
  problems: ['course.retire-not-yours'],
})

export const setVerifyBy = endpoint('setVerifyBy', {
  method: 'PUT',
  path: '/courses/:courseId/verify-by',
  summary: 'Say until which day a course holds, when its author looks at it again; null for no day',
  access: 'signed-in',
  params: aCourse,
  body: z.strictObject({ day: z.iso.date().nullable() }),
  returns: z.object({ verifyBy: z.string().nullable() }),
  problems: ['course.not-yours'],
  example: { day: '2027-06-30' },
})
