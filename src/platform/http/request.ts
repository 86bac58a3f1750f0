import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { languageOf } from '#platform/i18n/language'
import type { Scope } from '#platform/scope'
import type { RequestFacts } from './route.ts'

/** What a verb may know of the request it serves. Few ask for its signal, which costs a whole Request. */
export function factsOf(
  scope: Scope,
  c: Context,
  { origin, trustedProxies = 0 }: { origin: string; trustedProxies?: number | undefined },
  bytes: RequestFacts['bytes'] = null,
): RequestFacts {
  return {
    address: callerOf(peerOf(c), c.req.header('x-forwarded-for'), trustedProxies),
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
const peerOf = (c: Context): string =>
  c.env?.incoming ? (getConnInfo(c).remote.address ?? '') : 'in-process'

/**
 * Whose address the caller's is: of whoever reached the outermost of our own proxies. Each of them appends the address
 * it was asked from, so that what a caller wrote there themselves stands further to the left and is not believed.
 */
export function callerOf(peer: string, forwarded: string | undefined, trustedProxies: number): string {
  if (trustedProxies === 0) return peer
  const way = (forwarded ?? '').split(',').map((address) => address.trim())
  return way.at(-trustedProxies) || peer
}
