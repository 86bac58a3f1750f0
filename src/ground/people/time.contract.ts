import { z } from 'zod'
import { endpoint, id } from '#platform/http/endpoint'

/** Which share of full time somebody works, in percent. */
export const workingTime = z.number().int().min(10).max(100)

const aMember = z.strictObject({ memberId: id() })
const state = z.object({ percent: workingTime, can: z.object({ set: z.boolean() }) })

export const getWorkingTime = endpoint('getWorkingTime', {
  method: 'GET',
  path: '/members/:memberId/working-time',
  summary:
    'Which share of full time somebody works: told to themselves, and to who manages one of their groups',
  access: 'signed-in',
  params: aMember,
  returns: state,
  problems: ['working-time.not-yours'],
})

export const setWorkingTime = endpoint('setWorkingTime', {
  method: 'PUT',
  path: '/members/:memberId/working-time',
  summary:
    'Say which share of full time somebody works, so that what they do is held against it: who manages one of their groups, and never of themselves',
  access: 'signed-in',
  params: aMember,
  body: z.strictObject({ percent: workingTime }),
  returns: state,
  problems: ['working-time.not-yours', 'working-time.own'],
  example: { percent: 60 },
})
