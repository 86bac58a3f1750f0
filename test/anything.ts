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
  const usual = { params: paramsFor(endpoint, setting.params), query: queryFor(endpoint) }
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

type Json = { properties?: Record<string, Json>; required?: string[]; type?: string; anyOf?: Json[] }
export const inputOf = (schema: z.ZodType) =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json
export const typesOf = (json: Json): string[] => [json.type ?? [], (json.anyOf ?? []).map(typesOf)].flat(2)
export const fieldsOf = (schema: z.ZodType) => Object.entries(inputOf(schema).properties ?? {})
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
export const withField = (endpoint: Endpoint, field: string, json: string) => {
  const rest = Object.entries((endpoint.example ?? {}) as object).filter(([name]) => name !== field)
  const members = [...rest.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`)]
  return `{${[...members, `${JSON.stringify(field)}:${json}`].join(',')}}`
}
