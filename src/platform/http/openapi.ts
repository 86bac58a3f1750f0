import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable; what programs compare.' },
    detail: { type: 'string' },
    faults: {
      type: 'array',
      description: 'With 422: each wrong field, by JSON pointer.',
      items: {
        type: 'object',
        properties: {
          part: { enum: ['body', 'query', 'path', 'header'] },
          pointer: { type: 'string' },
          code: { type: 'string' },
          detail: { type: 'string' },
        },
      },
    },
  },
}

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' })
  return json as Record<string, unknown> & { properties?: Record<string, unknown>; required?: string[] }
}

const parametersOf = (endpoint: Endpoint) =>
  (['path', 'query'] as const).flatMap((place) => {
    const json = schemaOf(place === 'path' ? endpoint.params : endpoint.query, 'input')
    return Object.entries(json.properties ?? {}).map(([name, schema]) => ({
      name,
      in: place,
      required: place === 'path' || (json.required ?? []).includes(name),
      schema,
    }))
  })

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description:
    'Any unique text of 8 to 100 letters, digits, - or _, which nobody can guess. The same write sent again with it ' +
    'repeats nothing and is answered as it was.',
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{8,100}$' },
}

const keyOf = ({ twice }: Endpoint) =>
  twice
    ? { ...idempotencyKey, description: `Demanded of every write. No answer is kept here: ${twice}` }
    : idempotencyKey

function operationOf(endpoint: Endpoint) {
  const writes = endpoint.method !== 'GET'
  const problems = endpoint.problems.length > 0 ? ` Problem codes: ${endpoint.problems.join(', ')}.` : ''
  const bytes = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
  const json = {
    'application/json': {
      schema: schemaOf(endpoint.body, 'input'),
      ...(endpoint.example !== undefined && { example: endpoint.example }),
    },
  }
  const answer =
    endpoint.raw === 'response'
      ? bytes
      : { 'application/json': { schema: schemaOf(endpoint.returns, 'output') } }
  return {
    operationId: endpoint.name,
    summary: endpoint.summary,
    'x-access': endpoint.access,
    parameters: [...parametersOf(endpoint), ...(writes ? [keyOf(endpoint)] : [])],
    ...(writes && { requestBody: { required: true, content: endpoint.raw === 'request' ? bytes : json } }),
    ...(endpoint.access !== 'anyone' && {
      security: [{ session: [] }, ...(endpoint.byKey ? [{ key: [] }] : [])],
    }),
    responses: {
      [endpoint.status]: { description: 'Done.', ...(endpoint.status !== 204 && { content: answer }) },
      default: {
        description: `Refused (RFC 9457).${problems}`,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

/** Moves the named schemas that a part of the description carries along to where all parts refer to them. */
function hoist(part: unknown, schemas: Record<string, unknown>): unknown {
  if (Array.isArray(part)) return part.map((one) => hoist(one, schemas))
  if (typeof part !== 'object' || part === null) return part
  const { $defs, ...rest } = part as { $defs?: Record<string, unknown> }
  for (const [name, { id, ...schema }] of Object.entries(($defs ?? {}) as Record<string, { id?: string }>))
    schemas[name] ??= hoist(schema, schemas)
  const own = Object.entries(rest).map(([key, value]) =>
    key === '$ref'
      ? [key, String(value).replace('#/$defs/', '#/components/schemas/')]
      : [key, hoist(value, schemas)],
  )
  return Object.fromEntries(own)
}

/** The OpenAPI 3.1 description of the endpoints: the schemas that validate, in an order that diffs well. */
export function openApi(endpoints: readonly Endpoint[], version: string) {
  const paths: Record<string, Record<string, unknown>> = {}
  const sorted = [...endpoints].sort(
    (a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method),
  )
  for (const endpoint of sorted) {
    const path = `/api${endpoint.path.replace(/:(\w+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint) }
  }
  const schemas: Record<string, unknown> = { Problem: problem }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Cairn',
      version,
      description: 'Everything Cairn can do. Its own web client uses nothing else.',
    },
    paths: hoist(paths, schemas),
    components: {
      schemas,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'cairn_session' },
        key: { type: 'http', scheme: 'bearer', description: 'An API key, made on the page of settings.' },
      },
    },
  }
}
