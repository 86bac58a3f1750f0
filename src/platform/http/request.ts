import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { Scope } from '#platform/scope'
import type { RequestFacts } from './route.ts'

/** What a verb may know of the request it serves. Few ask for its signal, which costs a whole Request. */
export function factsOf(
  c: Context,
  scope: Scope,
  origin: string,
  bytes: RequestFacts['bytes'] = null,
): RequestFacts {
  const french = /^\s*fr\b/i.test(c.req.header('accept-language') ?? '')
  return {
    address: addressOf(c),
    agent: (c.req.header('user-agent') ?? '').slice(0, 300),
    secure: origin.startsWith('https:'),
    locale: scope.actor.session ? scope.actor.locale : french ? 'fr' : 'en',
    bytes,
    range: c.req.header('range'),
    knows: c.req.header('if-none-match'),
    get signal() {
      return c.req.raw.signal
    },
  }
}

/** The peer's address; in-process calls (tests) have no socket. */
const addressOf = (c: Context): string =>
  c.env?.incoming ? (getConnInfo(c).remote.address ?? '') : 'in-process'
