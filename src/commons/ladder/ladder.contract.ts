import { z } from 'zod'
import { endpoint, id, moment } from '#platform/http/endpoint'
import { rungNames } from './rungs.ts'

const rung = z.enum(rungNames)

export const rungDone = z.object({
  rung,
  count: z.number().int(),
  firstAt: moment().nullable(),
  lastAt: moment().nullable(),
})
export type RungDone = z.output<typeof rungDone>

export const proposal = z.object({
  rung,
  path: z.string().describe('of the place where it is done'),
  about: z.string().nullable().describe('the need, question, course or step that waits for it'),
})

const choices = {
  isNamed: z.boolean().describe('named on courses in which something of theirs is'),
  isShown: z.boolean().describe('others see on their page which rungs they did'),
}
export const ladder = z.object({
  rungs: z.array(rungDone).length(rungNames.length),
  next: proposal.nullable(),
  choices: z.object({ ...choices, wantsProposals: z.boolean() }),
})
export type Ladder = z.output<typeof ladder>

export const getLadder = endpoint('getLadder', {
  method: 'GET',
  path: '/ladder',
  summary: 'Which small contributions one has made, and the next one: a single real thing',
  access: 'signed-in',
  returns: ladder,
})

export const getMemberLadder = endpoint('getMemberLadder', {
  method: 'GET',
  path: '/members/:memberId/ladder',
  summary: 'Which small contributions somebody has made, where they show it; nothing otherwise',
  access: 'signed-in',
  params: z.strictObject({ memberId: id() }),
  returns: z.object({ rungs: z.array(rungDone).max(rungNames.length).nullable() }),
  problems: ['member.not-found'],
})

export const setLadderChoices = endpoint('setLadderChoices', {
  method: 'PUT',
  path: '/ladder/choices',
  summary: 'Say whether one is named on courses, and whether others see what one did',
  access: 'signed-in',
  body: z.strictObject(choices),
  returns: ladder,
  example: { isNamed: true, isShown: true },
})

export const leaveProposals = endpoint('leaveProposals', {
  method: 'DELETE',
  path: '/ladder/proposals',
  summary: 'Want no proposals of small contributions any more',
  access: 'signed-in',
  returns: ladder,
})

export const returnToProposals = endpoint('returnToProposals', {
  method: 'PUT',
  path: '/ladder/proposals',
  summary: 'Want them again',
  access: 'signed-in',
  returns: ladder,
})
