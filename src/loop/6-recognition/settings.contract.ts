import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, line, moment, prose, timeZone } from '#platform/http/endpoint'
import { mostAllowance, mostValues } from './limits.ts'

export const kudosValue = z.object({
  id: id(),
  name: z.string(),
  about: z.string().describe('what it looks like when somebody lives it'),
  archivedAt: moment().nullable(),
})
export type KudosValue = z.output<typeof kudosValue>

const terms = {
  allowance: z
    .number()
    .int()
    .min(0)
    .max(mostAllowance)
    .describe('points that each may give in a month; 0 for none'),
}

export const recognition = z.object({
  ...terms,
  timeZone: z.string().describe('where a month begins, such as Europe/Paris'),
  values: z.array(kudosValue).max(mostValues * 5),
  changed: z.object({ by: member, at: moment() }).nullable(),
  can: z.object({ set: z.boolean() }),
})
export type Recognition = z.output<typeof recognition>

export const getRecognition = endpoint('getRecognition', {
  method: 'GET',
  path: '/recognition',
  summary: 'What is thanked for here, and how many points each may give in a month',
  access: 'signed-in',
  returns: recognition,
})

export const setRecognition = endpoint('setRecognition', {
  method: 'PUT',
  path: '/recognition',
  summary: 'Say how many points each may give in a month, and where a month begins',
  access: ['admin'],
  body: z.strictObject({ ...terms, timeZone: timeZone() }),
  returns: recognition,
  problems: ['recognition.admin-needed'],
  example: { allowance: 100, timeZone: 'Europe/Paris' },
})

const words = { name: line(40).min(2), about: prose(300) }
const aValue = z.strictObject({ valueId: id() })
const problems = ['recognition.admin-needed', 'value.not-found', 'value.taken', 'value.too-many'] as const

export const addKudosValue = endpoint('addKudosValue', {
  method: 'POST',
  path: '/kudos-values',
  summary: 'Add something that people thank for here',
  access: ['admin'],
  body: z.strictObject(words),
  returns: kudosValue,
  problems: ['recognition.admin-needed', 'value.taken', 'value.too-many'],
  example: { name: 'Patience', about: 'Shows it a third time, as kindly as the first.' },
})

export const changeKudosValue = endpoint('changeKudosValue', {
  method: 'PUT',
  path: '/kudos-values/:valueId',
  summary: 'Say it in other words, also for thanks of before',
  access: ['admin'],
  params: aValue,
  body: z.strictObject(words),
  returns: kudosValue,
  problems,
  example: { name: 'Patience', about: 'Shows it a third time, as kindly as the first.' },
})

export const archiveKudosValue = endpoint('archiveKudosValue', {
  method: 'PUT',
  path: '/kudos-values/:valueId/archive',
  summary: 'Take it from what one may choose; thanks of before keep it',
  access: ['admin'],
  params: aValue,
  returns: kudosValue,
  problems,
})

export const restoreKudosValue = endpoint('restoreKudosValue', {
  method: 'DELETE',
  path: '/kudos-values/:valueId/archive',
  summary: 'Put it back',
  access: ['admin'],
  params: aValue,
  returns: kudosValue,
  problems,
})
