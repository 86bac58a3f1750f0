import { z } from 'zod'
import { endpoint } from '#platform/http/endpoint'

export const watchChanges = endpoint('watchChanges', {
  method: 'GET',
  path: '/live',
  summary:
    'Server-Sent Events: words for what changed, as it changes; of five streams of a session the oldest hears “crowded”, and ends',
  access: 'signed-in',
  query: z.strictObject({
    ago: z.coerce
      .number()
      .int()
      .min(1)
      .max(86_400_000)
      .optional()
      .describe('since how many milliseconds the caller has been reading: what was told since comes first'),
  }),
  raw: 'response',
})

export const describeApi = endpoint('describeApi', {
  method: 'GET',
  path: '/openapi.json',
  summary: 'This description, in OpenAPI 3.1',
  access: 'anyone',
  returns: z.record(z.string(), z.unknown()),
  raw: 'response',
})
