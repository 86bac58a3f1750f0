import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, moment } from '#platform/http/endpoint'
import { leagueSize, mostTeams } from './limits.ts'

const people = () => z.number().int().describe('different people who were helped')
const terms = {
  mode: z.enum(['off', 'teams', 'people']).describe('none, of groups, or of people in small leagues'),
  isAnonymous: z.boolean().describe('in a league everybody reads only their own name'),
}

export const boardSettings = z.object({
  ...terms,
  changed: z.object({ by: member, at: moment() }).nullable(),
  takesPart: z.boolean().describe('whether oneself does'),
  can: z.object({ set: z.boolean() }),
})
export type BoardSettings = z.output<typeof boardSettings>

export const getBoardSettings = endpoint('getBoardSettings', {
  method: 'GET',
  path: '/board-settings',
  summary: 'Whether there are boards of who helped, and whether oneself is on them',
  access: 'signed-in',
  returns: boardSettings,
})

export const setBoardSettings = endpoint('setBoardSettings', {
  method: 'PUT',
  path: '/board-settings',
  summary: 'Say whether there are boards: an administrator of the whole organization',
  access: 'signed-in',
  body: z.strictObject(terms),
  returns: boardSettings,
  problems: ['recognition.admin-needed'],
  example: { mode: 'people', isAnonymous: true },
})

export const leaveBoards = endpoint('leaveBoards', {
  method: 'PUT',
  path: '/board-absence',
  summary: 'To be in no league: nobody reads one’s figure, and one reads nobody’s',
  access: 'signed-in',
})

export const returnToBoards = endpoint('returnToBoards', {
  method: 'DELETE',
  path: '/board-absence',
  summary: 'To be in a league again',
  access: 'signed-in',
})

export const personalBest = z.object({
  week: people().describe('in this week so far'),
  best: z
    .object({ people: people(), week: z.string().describe('the Monday it began, such as 2026-11-23') })
    .nullable()
    .describe('the best week of the last year but this one'),
  streak: z
    .number()
    .int()
    .describe('weeks in a row in which one helped somebody; one week off does not end it'),
  weeks: z.array(z.object({ week: z.string(), people: people() })).max(53),
})
export type PersonalBest = z.output<typeof personalBest>

export const getPersonalBest = endpoint('getPersonalBest', {
  method: 'GET',
  path: '/personal-best',
  summary: 'How many people one helped, week by week: for oneself alone',
  access: 'signed-in',
  returns: z.object({ own: personalBest.nullable().describe('nothing while there are no boards') }),
})

const those = z.strictObject({
  window: z.enum(['month', 'quarter']).default('month').describe('the last 30 or 90 days'),
  topicId: id().optional(),
})

export const leagueLine = z.object({
  member: member.nullable().describe('nobody where names are not told'),
  isMe: z.boolean(),
  people: people(),
})

export const getLeague = endpoint('getLeague', {
  method: 'GET',
  path: '/league',
  summary: `Oneself among ${leagueSize} or so who helped about as many people in the stretch of time before; nobody where there are no leagues, or one left`,
  access: 'signed-in',
  query: those,
  returns: z.object({ lines: z.array(leagueLine).max(leagueSize * 2) }),
})

export const teamLine = z.object({
  group: z.object({ id: id(), name: z.string() }),
  members: z.number().int(),
  helpers: z.number().int().nullable().describe('who helped somebody; nothing where too few did to tell'),
  people: people().nullable(),
})

export const getTeamBoard = endpoint('getTeamBoard', {
  method: 'GET',
  path: '/team-board',
  summary:
    'Groups by how many people each of their members helped; small groups are left out; none unless there is such a board',
  access: 'signed-in',
  query: those,
  returns: z.object({ lines: z.array(teamLine).max(mostTeams) }),
})
