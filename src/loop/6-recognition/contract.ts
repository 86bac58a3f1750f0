import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, listOf, moment, page, prose } from '#platform/http/endpoint'

export const kudos = z.object({
  id: id(),
  from: member,
  to: member,
  reason: z.string(),
  courseId: id().nullable(),
  needId: id().nullable(),
  givenAt: moment(),
  can: z.object({ withdraw: z.boolean() }),
})
export type Kudos = z.output<typeof kudos>
const kudosPage = listOf(kudos)
export type KudosPage = z.output<typeof kudosPage>

export const giveKudos = endpoint('giveKudos', {
  method: 'POST',
  path: '/kudos',
  summary: 'Thank someone, and say what for',
  access: 'signed-in',
  body: z.strictObject({
    toId: id(),
    reason: prose(500).min(10),
    courseId: id().nullable().default(null),
    needId: id().nullable().default(null),
  }),
  returns: kudos,
  problems: ['kudos.yourself', 'kudos.one-thing'],
  example: {
    toId: '01890000-0000-7000-8000-000000000000',
    reason: 'You showed me how to zero it in the cold.',
    courseId: '01890000-0000-7000-8000-000000000001',
  },
})

export const listKudos = endpoint('listKudos', {
  method: 'GET',
  path: '/kudos',
  summary: 'Thanks, newest first: everybody’s, or of one member',
  access: 'signed-in',
  query: page({ toId: id().optional(), fromId: id().optional(), courseId: id().optional() }),
  returns: kudosPage,
})

export const withdrawKudos = endpoint('withdrawKudos', {
  method: 'DELETE',
  path: '/kudos/:kudosId',
  summary: 'Take one’s own thanks back',
  access: 'signed-in',
  params: z.strictObject({ kudosId: id() }),
})
