import { z } from 'zod'
import { isTimeZone } from '#platform/time-zone'
import { says } from './faults.ts'

/** Who may call at all. What they may do to one thing is the verb's own policy. */
export type Access = 'anyone' | 'signed-in' | readonly string[]

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * One line of a contract: pure data, shared by server, web client, documentation and tests. `access` is required:
 * a list of names means that the caller must hold one of these roles somewhere. `example` is a body that works.
 */
export interface Endpoint<
  Path extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Result extends z.ZodType = z.ZodType,
> {
  name: string
  method: Method
  path: string
  summary: string
  access: Access
  params: Path
  query: Query
  body: Body
  returns: Result
  status: number
  /** Codes of the problems this endpoint may answer beside the general ones. */
  problems: readonly string[]
  example?: unknown
  /** The request's or the answer's body is bytes or a stream, not JSON. */
  raw?: 'request' | 'response'
  /** It keeps a processor busy for a good while (a password is hashed, an answer sealed): a few are worked on at once. */
  costly?: true
  /**
   * A write that mail programs send too, of whom nobody may ask for a key or an origin (RFC 8058): whoever is signed in
   * does not count, what the address carries does.
   */
  byMailers?: true
  /** Programs may call it too, with an API key that opens this. */
  byKey?: string
  /** What a write does that is sent twice, where its answer is not kept under its key: nothing that does harm. */
  twice?: string
}

const nothing = z.strictObject({})
const none = z.null()

interface Definition<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> {
  method: Method
  path: string
  summary: string
  access: Access
  params?: P
  query?: Q
  body?: B
  returns?: R
  status?: number
  problems?: readonly string[]
  example?: z.input<B>
  raw?: 'request' | 'response'
  costly?: true
  byMailers?: true
  byKey?: string
  twice?: string
}

/** Declares an endpoint. `path` starts behind /api and writes parameters as `:needId`. */
export function endpoint<
  P extends z.ZodType = typeof nothing,
  Q extends z.ZodType = typeof nothing,
  B extends z.ZodType = typeof nothing,
  R extends z.ZodType = typeof none,
>(name: string, definition: Definition<P, Q, B, R>): Endpoint<P, Q, B, R> {
  return {
    params: nothing as unknown as P,
    query: nothing as unknown as Q,
    body: nothing as unknown as B,
    returns: none as unknown as R,
    status: definition.returns ? (definition.method === 'POST' ? 201 : 200) : 204,
    problems: [],
    ...definition,
    name,
  }
}

/** A UUID as it stands in paths and bodies. Capital letters become small ones: ids are compared as texts. */
export const id = () => z.uuid().toLowerCase().describe('a UUID')

/** A moment, ISO 8601 in UTC. */
export const moment = () => z.iso.datetime()

/** The largest whole number that is taken: a column of the database holds it. */
const mostWhole = 2_000_000_000

/** A whole number from `least` up in a body, and as it stands in an address. */
export const whole = (least: number) => z.number().int().min(least).max(mostWhole)
export const wholeText = (least: number) => z.coerce.number().int().min(least).max(mostWhole)

/** Text a person writes on one line: trimmed, no control characters, at most `max` characters and at least `least`. */
export const line = (max: number, least = 1) =>
  z
    .string()
    .trim()
    .min(least)
    .max(max)
    .refine((text) => !/\p{Cc}/u.test(text), says('control-characters'))

/** Text a person writes on several lines; may be empty. */
export const prose = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => !/(?![\t\n\r])\p{Cc}/u.test(text), says('control-characters'))

/** A time zone by its IANA name, such as Europe/Paris. */
export const timeZone = () => z.string().trim().min(1).max(60).refine(isTimeZone, says('time-zone'))

/** The query of a list: how many, and the `next` of the page before. */
export const page = <Shape extends z.ZodRawShape = Record<never, never>>(
  filters: Shape = {} as Shape,
  usual = 30,
) =>
  z.strictObject({
    limit: z.coerce.number().int().min(1).max(100).default(usual),
    after: z.string().max(200).optional(),
    ...filters,
  })

/** What a list answers: `next` is the `after` of the next page, or null at the end. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() })
