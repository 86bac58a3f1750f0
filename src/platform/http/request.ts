import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { languageOf } from '#platform/i18n/language'
import type { Scope } from '#platform/scope'
import type { RequestFacts } from './route.ts'

/** What a verb may know of the request it serves. Few ask for its signal, which costs a whole Request. */
export function factsOf(
  c: Context,
  scope: Scope,
  origin: string,
  bytes: RequestFacts['bytes'] = null,
): RequestFacts {
  return {
    address: addressOf(c),
    agent: (c.req.header('user-agent') ?? '').slice(0, 300),
    secure: origin.startsWith('https:'),
    locale: scope.actor.session ? scope.actor.locale : languageOf(c.req.header('accept-language')),
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
