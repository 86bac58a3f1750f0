import { expect } from 'vitest'
import { z } from 'zod'
import { addressOf } from '#platform/http/call'
import type { Endpoint } from '#platform/http/endpoint'
import { endpoints, paramsFor, queryFor, type Setting } from './every-endpoint.ts'
import type { World } from './world.ts'

export interface Sent {
  path?: string
  query?: Record<string, string>
  body?: string
  headers?: Record<string, string>
}

export const writes = ({ method }: Endpoint) => method !== 'GET'

/** Sends one request as the administrator and answers its status and what it says; every refusal is a problem. */
export async function send(
  { world, setting }: { world: World; setting: Setting },
  endpoint: Endpoint,
  { path, query = {}, body, headers = {} }: Sent,
) {
  const usual = { params: paramsFor(endpoint, setting.things), query: queryFor(endpoint) }
  const address = new URL(path ?? addressOf(endpoint, usual as never), 'http://cairn.test')
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value)
  const response = await world.cairn.app.request(address, {
    method: endpoint.method,
    headers: {
      cookie: setting.admin.cookie,
      ...(writes(endpoint) && {
        'content-type': endpoint.raw === 'request' ? 'application/octet-stream' : 'application/json',
        'idempotency-key': crypto.randomUUID(),
      }),
      ...headers,
    },
    ...(writes(endpoint) && { body: body ?? JSON.stringify(endpoint.example ?? {}) }),
  })
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
    await response.body?.cancel()
    return { status: response.status, text: '', faults: [] as string[] }
  }
  const text = await response.text()
  const isProblem = response.headers.get('content-type') === 'application/problem+json'
  const problem = isProblem ? (JSON.parse(text) as { faults?: { part: string; pointer: string }[] }) : {}
  const faults = (problem.faults ?? []).map(({ part, pointer }) => `${part} ${pointer}`)
  if (response.status >= 400) expect([endpoint.name, isProblem]).toEqual([endpoint.name, true])
  expect(text).not.toMatch(/\.ts:\d|node_modules|syntax error|invalid byte sequence/)
  return { status: response.status, text, faults }
}

interface Json {
  properties?: Record<string, Json>
  required?: string[]
  type?: string
  format?: string
  anyOf?: Json[]
}
export const inputOf = (schema: z.ZodType) =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json
export const typesOf = (json: Json): string[] => [json.type ?? [], (json.anyOf ?? []).map(typesOf)].flat(2)
export const fieldsOf = (schema: z.ZodType) => Object.entries(inputOf(schema).properties ?? {})
export const isIdentifier = (json: Json): boolean =>
  json.format === 'uuid' || (json.anyOf ?? []).some(isIdentifier)
export const typeOf = (value: unknown) =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'array'
      : Number.isInteger(value)
        ? 'integer'
        : typeof value

export const takesJson = endpoints.filter((endpoint) => writes(endpoint) && endpoint.raw !== 'request')
export const named = (list: readonly Endpoint[]) => list.map((endpoint) => [endpoint.name, endpoint] as const)

/** Where in a body something stands: names of fields and places in lists, from the outside in. */
export type Place = readonly (string | number)[]
export const pointerTo = (place: Place) => place.map((part) => `/${part}`).join('')

/** Every part of a value, itself included, with its place. */
export function* partsOf(value: unknown, place: Place = []): Generator<[Place, unknown]> {
  yield [place, value]
  if (typeof value !== 'object' || value === null) return
  for (const [key, part] of Object.entries(value))
    yield* partsOf(part, [...place, Array.isArray(value) ? Number(key) : key])
}

/** A body as JSON, with other JSON at one place of it; that may be JSON which no value of JavaScript stands for. */
export function withAt(body: unknown, place: Place, json: string): string {
  const marker = '@here@'
  const copy = structuredClone({ body })
  let at = copy as Record<string, unknown>
  for (const [index, part] of ['body', ...place].entries()) {
    if (index === place.length) at[part] = marker
    else at = at[part] as Record<string, unknown>
  }
  return JSON.stringify(copy.body).replace(JSON.stringify(marker), () => json)
}

export const withField = (endpoint: Endpoint, field: string, json: string) => {
  const rest = Object.entries((endpoint.example ?? {}) as object).filter(([name]) => name !== field)
  const members = [...rest.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`)]
  return `{${[...members, `${JSON.stringify(field)}:${json}`].join(',')}}`
}
