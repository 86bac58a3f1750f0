import { z } from 'zod'
import { locale, member } from '#people/contract.ts'
import { endpoint, id, listOf, moment, page } from '#platform/http/endpoint'

/** A course of the path in one language, and how far the reader is in it. */
const pathCourse = z.object({
  id: id(),
  language: locale,
  title: z.string(),
  objective: z.string(),
  minutes: z.number().int(),
  steps: z.number().int(),
  stepsDone: z.number().int(),
  stepId: z.string().nullable().describe('the step to open'),
  completedAt: moment().nullable(),
  isOwn: z.boolean().describe('the reader wrote it: they look through it, and nothing of that is kept'),
})
export type PathCourse = z.output<typeof pathCourse>

const named = z.object({ id: id(), title: z.string() })
const drawing = z.record(z.string(), z.string())

export const academy = z.object({
  state: z.enum(['none', 'opening', 'open', 'closed']),
  groupId: id().nullable(),
  languages: z
    .array(z.object({ language: locale, made: z.number().int(), of: z.number().int() }))
    .max(2)
    .describe('how many courses of each language are published'),
  stopped: z.array(named).max(12).describe('courses that the charter keeps from being published'),
  path: z
    .array(z.object({ place: z.number().int(), done: z.boolean(), courses: z.array(pathCourse).max(2) }))
    .max(6)
    .describe('what is asked, in its order; a course in another language is the same step'),
  startedAt: moment().nullable(),
  trainedAt: moment().nullable(),
  practice: named.nullable().describe('a draft that nobody else sees'),
  own: named
    .extend({ publishedAt: moment() })
    .nullable()
    .describe('the first course that one published oneself'),
  certificate: z
    .object({ awardId: id(), at: moment(), name: z.string(), drawing })
    .nullable()
    .describe('a badge, once everything is done'),
  can: z.object({
    open: z.boolean(),
    seeOthers: z.boolean(),
    certify: z.boolean().describe('whoever answers for the courses is certified by nobody'),
  }),
})
export type Academy = z.output<typeof academy>

export const getAcademy = endpoint('getAcademy', {
  method: 'GET',
  path: '/academy',
  summary: 'The leaders’ academy, and how far the reader is in it',
  access: 'signed-in',
  returns: academy,
})

export const openAcademy = endpoint('openAcademy', {
  method: 'PUT',
  path: '/academy/opening',
  summary:
    'Open the academy in these languages: its group is made, its courses come in one after another, and what stopped one is tried again',
  access: ['admin'],
  body: z.strictObject({ languages: z.array(locale).min(1).max(2) }),
  returns: academy,
  problems: ['academy.admin-needed', 'academy.group-archived', 'badge.too-many', 'group.too-many'],
  example: { languages: ['en'] },
})

export const closeAcademy = endpoint('closeAcademy', {
  method: 'DELETE',
  path: '/academy/opening',
  summary: 'Close the academy: its courses go out of sight until it is opened again; what people did is kept',
  access: ['admin'],
  returns: academy,
  problems: ['academy.admin-needed', 'academy.not-open'],
})

export const makePractice = endpoint('makePractice', {
  method: 'PUT',
  path: '/academy/practice',
  summary: 'Make a practice course that nobody else sees, or find the one that was made',
  access: 'signed-in',
  returns: named,
  problems: ['academy.not-open'],
})

const pathMember = z.object({
  member,
  startedAt: moment(),
  trainedAt: moment().nullable(),
  completedAt: moment().nullable(),
})
export type PathMember = z.output<typeof pathMember>

export const listAcademyMembers = endpoint('listAcademyMembers', {
  method: 'GET',
  path: '/academy/members',
  summary:
    'Who of the groups that one answers for is on the path, who last began first: only when they began, finished, were certified',
  access: 'signed-in',
  query: page(),
  returns: listOf(pathMember),
  problems: ['academy.not-yours'],
})
