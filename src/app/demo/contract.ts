import { z } from 'zod'
import { session } from '#people/contract.ts'
import { endpoint, id } from '#platform/http/endpoint'

/** Whom a visitor of the demo may look through. */
export const demoRoles = ['learner', 'leader', 'reviewer', 'manager', 'admin'] as const
export const demoRole = z.enum(demoRoles)
export type DemoRole = z.output<typeof demoRole>

const demoPerson = z.object({ as: demoRole, id: id(), name: z.string(), title: z.string() })
export type DemoPerson = z.output<typeof demoPerson>

export const demoState = z.object({
  offered: z.boolean().describe('false where the DEMO setting is off'),
  state: z.enum(['absent', 'building', 'ready', 'failed']),
  done: z.number().int(),
  total: z.number().int(),
  people: z.array(demoPerson).describe('whom one may be, once it is ready'),
})
export type DemoState = z.output<typeof demoState>

export const getDemo = endpoint('getDemo', {
  method: 'GET',
  path: '/demo',
  summary: 'Whether the demo is there, or how far it is',
  access: 'anyone',
  returns: demoState,
})

export const askForDemo = endpoint('askForDemo', {
  method: 'POST',
  path: '/demo',
  summary: 'Build the demo organization, once; asking again changes nothing',
  access: 'anyone',
  returns: demoState,
  status: 202,
  problems: ['demo.not-offered'],
  twice: 'it is built once; asking again says how far it is.',
})

export const enterDemo = endpoint('enterDemo', {
  method: 'POST',
  path: '/demo/session',
  summary: 'Look at the demo as a learner, leader, reviewer, manager or administrator',
  access: 'anyone',
  body: z.strictObject({ as: demoRole }),
  returns: session,
  problems: ['demo.not-ready'],
  twice: 'it opens one more session of the demo.',
  example: { as: 'learner' },
})
