import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, moment } from '#platform/http/endpoint'
import { mostReminders } from './limits.ts'

const count = () => z.number().int().min(0)

export const deeds = z.object({
  courses: count().describe('published first since then'),
  learners: count().describe('who began courses of theirs since then'),
  useful: z
    .object({ percent: count(), people: count().describe('who said whether it was') })
    .nullable()
    .describe('nothing where too few said so'),
  accepted: count().describe('answers that answered a question'),
  reviews: count().describe('of colleagues’ courses, those of blind rounds left out'),
  findings: count().describe('remarks on courses that their authors took up, likewise'),
})
export type Deeds = z.output<typeof deeds>

export const commendation = z.object({
  can: z.object({ commend: z.boolean().describe('leads or manages a group of theirs') }),
  suggestion: z
    .object({
      since: moment().describe('when somebody commended them last; a year ago at most'),
      deeds,
      text: z.string().describe('a beginning in the reader’s language; empty where there is nothing to tell'),
    })
    .nullable()
    .describe('for who may commend them'),
})

const aMember = z.strictObject({ memberId: id() })

export const getCommendation = endpoint('getCommendation', {
  method: 'GET',
  path: '/members/:memberId/commendation',
  summary: 'What somebody of one’s groups did, as the beginning of a commendation',
  access: 'signed-in',
  params: aMember,
  returns: commendation,
  problems: ['member.not-found'],
})

export const unthanked = z.object({
  member,
  courses: count(),
  accepted: count(),
  reviews: count(),
  findings: count(),
  claims: count().describe('needs that they said they would answer'),
  thankedAt: moment().nullable().describe('when they were thanked last, as far as one may know'),
})
export type Unthanked = z.output<typeof unthanked>

export const listUnthanked = endpoint('listUnthanked', {
  method: 'GET',
  path: '/unthanked',
  summary: 'Who of one’s groups helped in the last months and was not thanked since: most first',
  access: 'signed-in',
  returns: z.object({ items: z.array(unthanked).max(mostReminders) }),
})

export const putOffCommendation = endpoint('putOffCommendation', {
  method: 'PUT',
  path: '/unthanked/:memberId/later',
  summary: 'Not to be reminded of somebody for a month',
  access: 'signed-in',
  params: aMember,
  returns: z.object({ until: moment() }),
  problems: ['kudos.not-superior'],
})

export const recallCommendation = endpoint('recallCommendation', {
  method: 'DELETE',
  path: '/unthanked/:memberId/later',
  summary: 'To be reminded of somebody again',
  access: 'signed-in',
  params: aMember,
  problems: ['kudos.not-superior'],
})
