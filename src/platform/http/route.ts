import type { z } from 'zod'
import type { Scope } from '#platform/scope'
import type { Endpoint } from './endpoint.ts'

/** What of the request a verb may see: validated input, and for raw endpoints the bytes. */
export interface Input<E extends Endpoint> {
  params: z.output<E['params']>
  query: z.output<E['query']>
  body: z.output<E['body']>
  request: RequestFacts
}

export interface RequestFacts {
  /** The caller's address and browser, for throttling and for the list of sessions. */
  address: string
  agent: string
  /** Whether cookies must be sent over TLS only. */
  secure: boolean
  locale: string
  /** The body of an endpoint that takes bytes. */
  bytes: Uint8Array<ArrayBuffer> | null
  range: string | undefined
  /** The version of the answer that the caller has: If-None-Match. */
  knows: string | undefined
  signal: AbortSignal
}

/** What a handler may answer beside its result: a cookie to set, or for raw endpoints a whole response. */
export interface Reply<Result> {
  result: Result
  headers: Record<string, string>
}

export type Handler<E extends Endpoint> = (
  scope: Scope,
  input: Input<E>,
) => Promise<z.input<E['returns']> | Reply<z.input<E['returns']>> | Response | Nothing<E>>

// A verb that answers nothing may simply end.
// biome-ignore lint/suspicious/noConfusingVoidType: that is what ending without a value is
type Nothing<E extends Endpoint> = null extends z.input<E['returns']> ? void : never

/** A contract line with the verb that answers it. */
export interface Route {
  endpoint: Endpoint
  handler: Handler<Endpoint>
}

/** Joins a contract line to its verb. */
export const route = <E extends Endpoint>(endpoint: E, handler: Handler<E>): Route => ({
  endpoint,
  handler: handler as unknown as Handler<Endpoint>,
})

const replies = new WeakSet<object>()

/** An answer with extra headers. */
export function reply<Result>(result: Result, headers: Record<string, string>): Reply<Result> {
  const made = { result, headers }
  replies.add(made)
  return made
}

/** Whether a handler answered through `reply`. */
export const isReply = (value: unknown): value is Reply<unknown> =>
  typeof value === 'object' && value !== null && replies.has(value)
