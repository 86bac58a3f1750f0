import { conflict, invalid } from '#platform/problem'
import type { Scope } from '#platform/scope'
import { decode } from '#platform/table/decode'
import type { Reading } from '#platform/table/parts'
import { separatorOf } from '#platform/table/records'
import { type Mapping, mapping as mappings } from '../import.contract.ts'
import { keepDaysOf } from '../purposes.ts'
import { guessMapping } from './fields.ts'
import { refuseUnlessAdmin, refuseUnlessOn } from './imports.ts'
import { judge } from './judge.ts'
import { linesOf } from './lines.ts'
import { previewBytes } from './preview-size.ts'

const shown = 20

/** How a file is most likely written, from its beginning. */
function howOf(bytes: Uint8Array): Reading {
  // What is cut off within a letter of UTF-8 is no other encoding.
  const end = bytes.lastIndexOf(10)
  const { text, encoding } = decode(end > 0 ? bytes.subarray(0, end) : bytes)
  const [head = ''] = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const format = head.trimStart().startsWith('{') ? 'ndjson' : 'csv'
  return { format, encoding, separator: separatorOf(head) }
}

/** The mapping that somebody chose, as it stands in the address. */
function chosen(text: string | undefined): Mapping | null {
  if (text === undefined) return null
  const wrong = invalid([{ part: 'query', pointer: '/mapping', code: 'import.mapping' }])
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) throw wrong
    throw error
  }
  const { success, data } = mappings.safeParse(value)
  if (!success) throw wrong
  return data
}

/** How the beginning of a file would be read; stores nothing. Who is meant by an address is only looked up when it is taken. */
export async function previewImport(scope: Scope, bytes: Uint8Array, asked: string | undefined) {
  refuseUnlessAdmin(scope)
  await refuseUnlessOn(scope)
  const given = chosen(asked)
  const how = given ?? howOf(bytes)
  const { lines, columns } = linesOf(bytes, how, null, bytes.length < previewBytes)
  if (columns.length === 0) throw conflict('import.no-lines')
  const mapping = given ?? guessMapping(columns, how)
  const keepDays = await keepDaysOf(scope, 'imports')
  const read = mapping ? lines.slice(0, shown).map((line) => present(line, mapping, scope.now, keepDays)) : []
  const { format, separator, encoding } = how
  return { columns, writing: { format, separator, encoding }, mapping, lines: read }
}

function present(
  line: { line: number; fields: Parameters<typeof judge>[0] },
  mapping: Mapping,
  now: Date,
  keepDays: number,
) {
  const { fault, said } = judge(line.fields, mapping, now, keepDays)
  const { fields } = line
  const raw = fields && Object.hasOwn(fields, mapping.helper) ? (fields[mapping.helper] ?? '') : ''
  return {
    line: line.line,
    fault,
    helper: said?.helper ?? raw,
    helped: said?.helped ?? '',
    at: said?.at.toISOString() ?? null,
    kind: said?.kind ?? '',
    topic: said?.topic ?? '',
  }
}
