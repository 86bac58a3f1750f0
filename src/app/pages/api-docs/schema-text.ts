import type { Schema } from './description.ts'

const deepest = 6

/** A schema as a type: `{ title: string (at most 200), tags?: string[] }`, named schemas opened where they stand. */
export function schemaText(
  schema: Schema,
  named: Record<string, Schema>,
  indent = '',
  opened: readonly string[] = [],
): string {
  const name = schema.$ref?.split('/').at(-1)
  if (name) {
    const target = named[name]
    // A schema that holds itself, or is too deep, is only named.
    if (!target || opened.includes(name) || opened.length >= deepest) return name
    return schemaText(target, named, indent, [...opened, name])
  }
  const inner = (one: Schema, more = '') => schemaText(one, named, indent + more, opened)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return [...new Set(choices.map((one) => inner(one)))].join(' | ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (schema.type === 'array') return `${inner(schema.items ?? {})}[]`
  if (schema.type === 'object' || schema.properties)
    return objectText(schema, indent, (one) => inner(one, '  '))
  return simpleText(schema)
}

function objectText(schema: Schema, indent: string, inner: (schema: Schema) => string): string {
  const fields = Object.entries(schema.properties ?? {})
  if (fields.length === 0) {
    const { additionalProperties: rest } = schema
    return typeof rest === 'object' ? `{ [key]: ${inner(rest)} }` : '{}'
  }
  const required = new Set(schema.required ?? [])
  const lines = fields.map(([key, one]) => `${indent}  ${key}${required.has(key) ? '' : '?'}: ${inner(one)}`)
  return `{\n${lines.join('\n')}\n${indent}}`
}

/** A type that holds no other, with what limits it. */
function simpleText({ type, format, maxLength, minimum, maximum, default: usual }: Schema): string {
  const far = (bound: number | undefined) => bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER
  const limits = [
    maxLength === undefined ? '' : `≤ ${maxLength}`,
    far(minimum) ? `≥ ${minimum}` : '',
    far(maximum) ? `≤ ${maximum}` : '',
    usual === undefined ? '' : `= ${JSON.stringify(usual)}`,
  ].filter(Boolean)
  const word = format ?? (Array.isArray(type) ? type.join(' | ') : (type ?? 'any'))
  return limits.length > 0 ? `${word} (${limits.join(', ')})` : word
}
