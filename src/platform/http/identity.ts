import { createHash } from 'node:crypto'
import type { Rows, Statement } from '#platform/db/wire'
import { isId } from '#platform/ids'
import type { Actor } from '#platform/scope'

/** How the application recognizes a session: the SQL that finds it, and who its rows are; null when there are none. */
export interface Identity {
  /** `tokenHash` is 64 hexadecimal digits. No row means no session at `now`. */
  session: (org: string, tokenHash: string, now: Date) => Statement
  actorOf: (rows: Rows) => Actor | null
}

export interface Credentials {
  org: string
  tokenHash: string
}

const cookieName = 'cairn_session'
const shape = /(?:^|;\s*)cairn_session=([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})(?:;|$)/

/** What a token is stored and looked up as: SHA-256 in hexadecimal. Tokens carry 256 random bits. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Organization and token from the Cookie header; null when there is no well-formed one. */
export function readCredentials(cookie: string | undefined): Credentials | null {
  const found = cookie?.match(shape)
  const [, org, token] = found ?? []
  if (!org || !token || !isId(org)) return null
  return { org, tokenHash: hashOf(token) }
}

/** The Set-Cookie value that signs a browser in for `seconds`. */
export const sessionCookie = (org: string, token: string, seconds: number, secure: boolean): string =>
  `${cookieName}=${org}.${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure ? '; Secure' : ''}`

/** The Set-Cookie value that signs a browser out. */
export const endCookie = (secure: boolean): string => sessionCookie('', '', 0, secure).replace('=.;', '=;')
