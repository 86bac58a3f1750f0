import { z } from 'zod'
import { endpoint, id, line, listOf, moment, page } from '#platform/http/endpoint'
import { member } from './contract.ts'

/** What a key may open: each of them a few endpoints (`byKey`) and nothing else. */
export const keyUses = ['imports'] as const
export type KeyUse = (typeof keyUses)[number]

/** For so many days at most a key is good: whoever still needs it makes another. */
export const longestDays = 366

export const apiKey = z.object({
  id: id(),
  name: z.string(),
  opens: z.enum(keyUses),
  addedBy: member,
  addedAt: moment(),
  expiresAt: moment(),
  /** When it last sent something, give or take an hour; null while it never did. */
  usedAt: moment().nullable(),
  state: z.enum(['good', 'expired', 'revoked']),
})
export type ApiKey = z.output<typeof apiKey>

export const listApiKeys = endpoint('listApiKeys', {
  method: 'GET',
  path: '/api-keys',
  summary:
    'Keys by which programs send data for an administrator, the newest first, also those that ended in the last 90 days',
  access: ['admin'],
  query: page(),
  returns: listOf(apiKey),
  problems: ['key.not-yours'],
})

export const addApiKey = endpoint('addApiKey', {
  method: 'POST',
  path: '/api-keys',
  summary:
    'Make a key. It acts for whoever makes it, opens one thing only, and is told this once: send it as “Authorization: Bearer …”',
  access: ['admin'],
  body: z.strictObject({
    name: line(80),
    opens: z.enum(keyUses),
    days: z.number().int().min(1).max(longestDays),
  }),
  returns: apiKey.extend({ key: z.string() }),
  problems: ['key.not-yours'],
  twice: 'it makes one more key, which is listed and taken back like any other.',
  example: { name: 'Nightly export of the chat', opens: 'imports', days: 90 },
})

export const revokeApiKey = endpoint('revokeApiKey', {
  method: 'DELETE',
  path: '/api-keys/:keyId',
  summary: 'Take a key back: its next request is refused',
  access: ['admin'],
  params: z.strictObject({ keyId: id() }),
  problems: ['key.not-yours'],
})
