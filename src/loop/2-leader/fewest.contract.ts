import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, moment } from '#platform/http/endpoint'
import { mostFewest, usualFewest } from './fewest-limits.ts'

const people = z.number().int()

/** About how many people a figure must be. */
export const fewest = z.object({
  /** To be told at all. */
  told: people,
  /** To put somebody among the first, to show what flows between groups, to ask a group in a survey. */
  shown: people,
})
export type Fewest = z.output<typeof fewest>

export const fewestState = fewest.extend({
  /** Who said so last; null while nobody has, and what is usual holds. */
  changed: z.object({ by: member, at: moment() }).nullable(),
  can: z.object({ set: z.boolean() }),
})
export type FewestState = z.output<typeof fewestState>

export const getFewestTold = endpoint('getFewestTold', {
  method: 'GET',
  path: '/fewest-told',
  summary: 'About how many people a figure must be to be told to others: every member may read it',
  access: 'signed-in',
  returns: fewestState,
})

export const setFewestTold = endpoint('setFewestTold', {
  method: 'PUT',
  path: '/fewest-told',
  summary: 'Say about how many people a figure must be; what is about fewer is hidden at once, everywhere',
  access: ['admin'],
  body: z.strictObject({ people: people.min(usualFewest).max(mostFewest) }),
  returns: fewestState,
  problems: ['purpose.admin-needed'],
  example: { people: 5 },
})
