import type { z } from 'zod'
import { randomHex } from '#platform/hex'
import type { Endpoint } from './endpoint.ts'

/** RFC 9457, as the server sends it. */
export interface ProblemBody {
  type: string
  title: string
  status: number
  code: string
  detail: string
  faults?: { part: string; pointer: string; code: string; detail: string }[]
  [extra: string]: unknown
}

/**
 * A refusal of the server, or (status 0) no answer at all. Its message is the one sentence to show where there is room
 * for one: what is wrong with a field, else what happened.
 */
export class CallError extends Error {
  readonly problem: ProblemBody
  constructor(problem: ProblemBody) {
    super(problem.faults?.[0]?.detail ?? problem.detail)
    this.problem = problem
  }
}

/** The language that is asked for, and what is said when no answer comes that could say it. */
export interface Voice {
  locale: string
  unreachable: string
  unreadable: string
}

let voice: Voice = { locale: '', unreachable: '', unreadable: '' }

/** From here on calls ask for answers in this language. The page says so whenever it begins to speak one. */
export function speak(next: Voice): void {
  voice = next
}

export interface CallInput<E extends Endpoint> {
  params?: z.input<E['params']>
  query?: z.input<E['query']>
  body?: z.input<E['body']> | Blob
  /** Give the same key to send the same write again safely; a new one is made otherwise. */
  key?: string
  signal?: AbortSignal
  /** Only these bytes of a file, as the header Range says it; asked of the server itself, whatever is remembered here. */
  range?: string
  /** The browser finishes sending even when the page is gone; only for bodies under 60 kB. */
  keepalive?: boolean
}

/** The address of an endpoint with its parameters filled in. */
export function addressOf<E extends Endpoint>(
  endpoint: E,
  input: Pick<CallInput<E>, 'params' | 'query'> = {},
): string {
  const params = (input.params ?? {}) as Record<string, unknown>
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, unknown>)) {
    if (value !== undefined) query.set(name, String(value))
  }
  const search = query.toString()
  return `/api${path}${search && `?${search}`}`
}

/** Calls an endpoint; throws CallError with the server's problem when it refuses, or when it cannot be reached. */
export async function call<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E> = {},
): Promise<z.output<E['returns']>> {
  const response = await respond(endpoint, input)
  return (response.status === 204 ? null : await heard(() => response.json())) as z.output<E['returns']>
}

/** Something of an answer; a line that broke, or was silent for too long, is no answer. */
async function heard<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new CallError(unreachable())
  }
}

/** A key for a write, or a name that nothing else has. Browsers have no `randomUUID` on pages that came by plain http. */
export const freshKey = (): string => randomHex(16)

/** Calls an endpoint that answers bytes; throws as `call` does. */
export async function respond<E extends Endpoint>(endpoint: E, input: CallInput<E> = {}): Promise<Response> {
  const writes = endpoint.method !== 'GET'
  const raw = input.body instanceof Blob
  const response = await heard(() =>
    fetch(addressOf(endpoint, input), {
      method: endpoint.method,
      headers: {
        ...(voice.locale && { 'accept-language': voice.locale }),
        ...(input.range && { range: input.range }),
        ...(writes && { 'idempotency-key': input.key ?? freshKey() }),
        ...(writes && { 'content-type': raw ? 'application/octet-stream' : 'application/json' }),
      },
      ...(writes && { body: raw ? (input.body as Blob) : JSON.stringify(input.body ?? {}) }),
      ...(input.signal && { signal: input.signal }),
      ...(input.range && { cache: 'no-store' }),
      ...(input.keepalive && { keepalive: true }),
    }),
  )
  if (!response.ok) throw await refusalIn(response)
  return response
}

const unreachable = (): ProblemBody => ({
  type: 'about:blank',
  title: '',
  status: 0,
  code: 'network.unreachable',
  detail: voice.unreachable,
})

/** What a response refuses. One that is not Cairn's own, as of a proxy before it, has only its status. */
async function refusalIn(response: Response): Promise<CallError> {
  if (response.headers.get('content-type')?.startsWith('application/problem+json'))
    return new CallError((await heard(() => response.json())) as ProblemBody)
  const { status, statusText: title } = response
  const [code, detail] = [`http.${status}`, voice.unreadable]
  return new CallError({ ...unreachable(), status, title, code, detail })
}
