import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, listOf, moment, page } from '#platform/http/endpoint'
import { courseCard } from './contract.ts'

export const leaver = z.object({
  member,
  leftAt: moment(),
  published: z.number().int(),
  drafts: z.number().int(),
})
export type Leaver = z.output<typeof leaver>

export const succession = z.object({
  id: id(),
  from: member,
  to: member,
  madeBy: member,
  madeAt: moment(),
  courses: z.number().int(),
  can: z.object({ undo: z.boolean() }),
})
export type Succession = z.output<typeof succession>

export const listLeavers = endpoint('listLeavers', {
  method: 'GET',
  path: '/leavers',
  summary:
    'Those who left and whose courses or drafts stand in a group that the reader manages, last left first',
  access: 'signed-in',
  query: page(),
  returns: listOf(leaver),
})

export const listLeftCourses = endpoint('listLeftCourses', {
  method: 'GET',
  path: '/members/:memberId/left-courses',
  summary: 'The courses and drafts of somebody who left, in the groups that the reader manages',
  access: 'signed-in',
  params: z.strictObject({ memberId: id() }),
  query: page(),
  returns: listOf(courseCard),
})

export const listSuccessions = endpoint('listSuccessions', {
  method: 'GET',
  path: '/successions',
  summary: 'What the reader handed over of those who left, or was handed, newest first',
  access: 'signed-in',
  query: page({}, 10),
  returns: listOf(succession),
})

export const handOverCourses = endpoint('handOverCourses', {
  method: 'POST',
  path: '/successions',
  summary:
    'Hand the courses and drafts of somebody who left to a successor: all that the caller manages, or those of one group and below',
  access: 'signed-in',
  body: z.strictObject({ memberId: id(), successorId: id(), groupId: id().nullable().default(null) }),
  returns: succession,
  problems: ['succession.still-here', 'succession.nothing', 'succession.outsider'],
  example: {
    memberId: '01890000-0000-7000-8000-000000000000',
    successorId: '01890000-0000-7000-8000-000000000001',
  },
})

export const takeCoursesBack = endpoint('takeCoursesBack', {
  method: 'DELETE',
  path: '/successions/:successionId',
  summary:
    'Undo it: what is still the successor’s is again in the name of who left; whoever did it, and administrators',
  access: 'signed-in',
  params: z.strictObject({ successionId: id() }),
  problems: ['succession.not-found'],
})
