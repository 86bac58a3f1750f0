/** What the page reads of the OpenAPI description that our own server made. */
export interface Schema {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  format?: string
  description?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  additionalProperties?: Schema | boolean
  maxLength?: number
  minimum?: number
  maximum?: number
  default?: unknown
}

export interface Parameter {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  description?: string
  schema: Schema
}

type Content = Record<string, { schema: Schema; example?: unknown }>

export interface Operation {
  operationId: string
  summary: string
  'x-access': string | string[]
  parameters: Parameter[]
  requestBody?: { content: Content }
  responses: Record<string, { description: string; content?: Content }>
}

export interface Description {
  info: { version: string }
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

/** An operation with its place. */
export interface Line {
  method: string
  path: string
  operation: Operation
}

/** The operations whose path, name or summary hold every word, by the first part of their path. */
export function groupsOf({ paths }: Description, words: string): [string, Line[]][] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  const lines = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
  const found = lines.filter(({ method, path, operation }) => {
    const text = `${method} ${path} ${operation.operationId} ${operation.summary}`.toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
  return [...Map.groupBy(found, ({ path }) => path.split('/')[2] ?? '')]
}

/** A call as one would type it. */
export function curlOf({ method, path, operation }: Line): string {
  const writes = method !== 'GET'
  const json = operation.requestBody?.content['application/json']
  const parts = [
    `curl ${writes ? `-X ${method} ` : ''}'${location.origin}${path}'`,
    ...(operation['x-access'] === 'anyone' ? [] : [`-b 'cairn_session=...'`]),
    ...(writes ? [`-H "Idempotency-Key: $(openssl rand -hex 16)"`] : []),
    ...(json ? [`-H 'Content-Type: application/json'`, `-d '${JSON.stringify(json.example ?? {})}'`] : []),
  ]
  return parts.join(' \\\n  ')
}
