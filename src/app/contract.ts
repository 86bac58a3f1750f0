import { endpoint } from '#platform/http/endpoint'

export const watchChanges = endpoint('watchChanges', {
  method: 'GET',
  path: '/live',
  summary: 'Server-Sent Events: words for what changed, as it changes',
  access: 'signed-in',
  raw: 'response',
})
