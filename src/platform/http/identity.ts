import { createHash } from 'node:crypto'
import type { Rows, Statement } from '#platform/db/wire'
import { isId } from '#platform/ids'
import { type Actor, nobody, type Scope } from '#platform/scope'

/** How the application recognizes who asks: the SQL that finds them, and who its rows are; null when there are none. */
export interface Identity {
  /** `tokenHash` is 64 hexadecimal digits. No row means no session at `now`. */
  session: (org: string, tokenHash: string, now: Date) => Statement
  /** The same for an API key; its actor has a `key`. */
  key: (org: string, tokenHash: string, now: Date) => Statement
  actorOf: (rows: Rows) => Actor | null
  /** Notes that the actor's key was used for a write. */
  noteKey: (scope: Scope) => Promise<void>
}

export interface Credentials {
  by: 'session' | 'key'
  org: string
  tokenHash: string
}

const cookieName = 'cairn_session'
const cookieShape = /(?:^|;\s*)cairn_session=([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})(?:;|$)/

const keyBeginning = /^Bearer +cairn_/i
const keyShape = /^Bearer +cairn_([0-9a-f-]{36})_([A-Za-z0-9_-]{43})$/i

/** What a token is stored and looked up as: SHA-256 in hexadecimal. Tokens carry 256 random bits. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/**
 * A browser sends a cookie, a program an API key: one that was not copied whole is still a key, which nobody knows.
 * Whatever else a proxy writes in Authorization is not for us.
 */
export function readCredentials(
  cookie: string | undefined,
  authorization: string | undefined,
): Credentials | null {
  if (authorization && keyBeginning.test(authorization))
    return credentialsOf('key', keyShape.exec(authorization)) ?? { by: 'key', org: nobody.id, tokenHash: '' }
  return credentialsOf('session', cookieShape.exec(cookie ?? ''))
}

function credentialsOf(by: Credentials['by'], found: RegExpExecArray | null): Credentials | null {
  const [, org, token] = found ?? []
  if (!org || !token || !isId(org)) return null
  return { by, org, tokenHash: hashOf(token) }
}

/** An API key as it is handed out: it names Cairn, so that whoever looks through files for secrets finds it. */
export const keyOf = (org: string, token: string): string => `cairn_${org}_${token}`

/** The Set-Cookie value that signs a browser in for `seconds`. */
export const sessionCookie = (org: string, token: string, seconds: number, secure: boolean): string =>
  `${cookieName}=${org}.${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure ? '; Secure' : ''}`

/** The Set-Cookie value that signs a browser out. */
export const endCookie = (secure: boolean): string => sessionCookie('', '', 0, secure).replace('=.;', '=;')
