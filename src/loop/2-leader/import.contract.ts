import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, line, listOf, moment, page, wholeText } from '#platform/http/endpoint'

/** What a line of another tool may stand for. */
export const broughtKinds = ['answered', 'accepted', 'reviewed', 'thanked', 'useful', 'mentioned'] as const
export const broughtKind = z.enum(broughtKinds)

const column = line(200)

/** Which column says what, and how the file is written. */
export const mapping = z.strictObject({
  format: z.enum(['csv', 'ndjson']),
  separator: z.enum([',', ';', '\t']).default(','),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']).default('utf-8'),
  /** Who helped, and who was helped: their mail addresses. */
  helper: column,
  helped: column.nullable().default(null),
  /** When: ISO 8601, or seconds or milliseconds since 1970, or a date written as `dates` says. */
  at: column,
  dates: z.enum(['iso', 'day-first', 'month-first']).default('iso'),
  /** What kind of help it was: as a column says it, else always the same. */
  kind: broughtKind.default('answered'),
  kindColumn: column.nullable().default(null),
  /** What it was about, in a few words. */
  topic: column.nullable().default(null),
  /** What makes a line one: the same again is the same. Without it all that the line says. */
  key: column.nullable().default(null),
  /** How many found it useful. */
  useful: column.nullable().default(null),
})
export type Mapping = z.output<typeof mapping>

/** How a file is written, whatever its columns say. */
const writing = mapping.pick({ format: true, separator: true, encoding: true })
export type Writing = z.output<typeof writing>

/** Why a line is not taken. */
export const lineFaults = [
  'broken',
  'encoding',
  'no-helper',
  'unknown-helper',
  'unknown-helped',
  'self',
  'no-date',
  'future',
  'too-old',
  'unknown-kind',
  'bad-number',
] as const
export type LineFault = (typeof lineFaults)[number]

export const previewLine = z.object({
  line: z.number().int(),
  fault: z.enum(lineFaults).nullable(),
  helper: z.string(),
  helped: z.string(),
  at: moment().nullable(),
  kind: z.string(),
  topic: z.string(),
})

export const previewImport = endpoint('previewImport', {
  method: 'POST',
  path: '/signal-import-previews',
  summary:
    'How the beginning of a file would be read: its columns, which is taken for what, and its first lines',
  access: 'signed-in',
  byKey: 'imports',
  query: z.strictObject({
    mapping: z.string().max(4000).optional().describe('a mapping as JSON; else it is guessed'),
  }),
  raw: 'request',
  twice: 'it stores nothing.',
  returns: z.object({
    columns: z.array(z.string()).max(200),
    writing,
    mapping: mapping.nullable().describe('null where it cannot be guessed'),
    lines: z.array(previewLine).max(20),
  }),
  status: 200,
  problems: ['import.not-yours', 'import.off', 'import.no-lines'],
})

export const signalImport = z.object({
  id: id(),
  source: z.string(),
  /** How the file was read. */
  mapping,
  size: z.number().int(),
  /** How many bytes were read: one goes on from there. */
  taken: z.number().int(),
  lines: z.number().int(),
  /** Lines that were taken, also those that were known already: telling them apart would tell who takes no part. */
  kept: z.number().int(),
  rejected: z.number().int(),
  startedBy: member,
  startedAt: moment(),
  finishedAt: moment().nullable(),
  withdrawnAt: moment().nullable(),
})
export type SignalImport = z.output<typeof signalImport>

const anImport = z.strictObject({ importId: id() })

export const startImport = endpoint('startImport', {
  method: 'POST',
  path: '/signal-imports',
  summary: 'Announce a file of help given in another tool; it is then sent in parts',
  access: 'signed-in',
  byKey: 'imports',
  body: z.strictObject({ source: line(40), size: z.number().int().min(1), mapping }),
  returns: signalImport,
  problems: ['import.not-yours', 'import.off'],
  example: {
    source: 'Forum',
    size: 120,
    mapping: { format: 'csv', helper: 'answered by', at: 'date' },
  },
})

export const takeImportPart = endpoint('takeImportPart', {
  method: 'PUT',
  path: '/signal-imports/:importId/parts/:offset',
  summary:
    'Send bytes of the file from where it was read to; whole lines of them are taken, and the rest is sent again',
  access: 'signed-in',
  byKey: 'imports',
  params: z.strictObject({ importId: id(), offset: wholeText(0) }),
  raw: 'request',
  twice: 'bytes have their place, and a part that was taken is refused with how far the file was read.',
  returns: signalImport,
  problems: [
    'import.not-yours',
    'import.off',
    'import.wrong-offset',
    'import.too-much',
    'import.finished',
    'import.no-lines',
  ],
})

export const listImports = endpoint('listImports', {
  method: 'GET',
  path: '/signal-imports',
  summary: 'What was brought in, the latest first',
  access: 'signed-in',
  byKey: 'imports',
  query: page(),
  returns: listOf(signalImport),
  problems: ['import.not-yours'],
})

export const rejection = z.object({ line: z.number().int(), reason: z.enum(lineFaults) })
export type Rejection = z.output<typeof rejection>

export const listRejections = endpoint('listRejections', {
  method: 'GET',
  path: '/signal-imports/:importId/rejections',
  summary: 'Which lines of a file were not taken, and why, in the order of the file',
  access: 'signed-in',
  byKey: 'imports',
  params: anImport,
  query: page(),
  returns: listOf(rejection),
  problems: ['import.not-yours'],
})

export const withdrawImport = endpoint('withdrawImport', {
  method: 'DELETE',
  path: '/signal-imports/:importId',
  summary: 'Take back all that an import brought in',
  access: 'signed-in',
  params: anImport,
  problems: ['import.not-yours'],
})
