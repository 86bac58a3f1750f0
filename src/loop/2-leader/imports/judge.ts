import { createHash } from 'node:crypto'
import { broughtKinds, type LineFault, type Mapping } from '../import.contract.ts'
import type { Fields } from './fields.ts'

/** What a line says, before it is known who is meant. */
export interface Said {
  key: string
  kind: string
  helper: string
  helped: string | null
  at: Date
  topic: string
  useful: number
}

export interface Judged {
  fault: LineFault | null
  said: Said | null
}

const day = 86_400_000
/** A longer name of a line is kept as its hash. */
const longestKey = 64
const seconds = 1e11

/** A moment as it is written: ISO 8601 (without a zone it is UTC), seconds or milliseconds since 1970, or by day or month first. */
export function momentOf(text: string, dates: Mapping['dates']): Date | null {
  if (/^\d{9,14}(\.\d+)?$/.test(text)) {
    const number = Number(text)
    return valid(new Date(number < seconds ? number * 1000 : number))
  }
  const parts = /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})(?:[T ,]+(.+))?$/.exec(text)
  if (!parts) return null
  const [, one = '', two = '', three = '', rest = ''] = parts
  const isIso = one.length === 4
  if (!isIso && dates === 'iso') return null
  const [year, month, date] = isIso
    ? [one, two, three]
    : dates === 'day-first'
      ? [three, two, one]
      : [three, one, two]
  const time = timeOf(rest)
  if (time === null || year.length !== 4) return null
  const iso = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const found = valid(new Date(`${iso}T${time}`))
  // The 31st of a month that has none is no date.
  return found && new Date(`${iso}T00:00:00Z`).toISOString().startsWith(iso) ? found : null
}

/** A time of day with its zone as ISO 8601 writes it; UTC where none is said; null for what is none. */
function timeOf(text: string): string | null {
  if (text === '') return '00:00:00Z'
  const parts = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/i.exec(text)
  if (!parts) return null
  const [, hour = '', minute = '', second = '00', zone = 'Z'] = parts
  const where = /^(z|utc)$/i.test(zone)
    ? 'Z'
    : zone.includes(':')
      ? zone
      : `${zone.slice(0, 3)}:${zone.slice(3)}`
  return `${hour.padStart(2, '0')}:${minute}:${second}${where}`
}

const valid = (date: Date): Date | null => (Number.isNaN(date.getTime()) ? null : date)

const fault = (code: LineFault, said: Said | null = null): Judged => ({ fault: code, said })

/** What a record says, or why it is not taken; who is meant is looked up by the caller. `keepDays` is how far back it may be. */
export function judge(fields: Fields, mapping: Mapping, now: Date, keepDays: number): Judged {
  if (fields === null) return fault('broken')
  const of = (name: string | null) =>
    name !== null && Object.hasOwn(fields, name) ? (fields[name] ?? '') : ''
  const helper = of(mapping.helper).toLowerCase()
  const helped = of(mapping.helped).toLowerCase() || null
  const at = momentOf(of(mapping.at), mapping.dates)
  const kind = of(mapping.kindColumn).toLowerCase() || mapping.kind
  const topic = of(mapping.topic).slice(0, 80).toWellFormed()
  const written = of(mapping.useful)
  const useful = written === '' ? 0 : Number(written)
  const named = of(mapping.key)
  const key = named
    ? named.length > longestKey
      ? hashOf([named])
      : named
    : hashOf([kind, helper, helped ?? '', of(mapping.at), topic])
  const said = at && { key, kind, helper, helped, at, topic, useful }
  if (Object.values(fields).some(isSpoiled)) return fault('encoding')
  if (helper === '') return fault('no-helper', said)
  if (!at || !said) return fault('no-date')
  if (helper === helped) return fault('self', said)
  if (at.getTime() > now.getTime() + day) return fault('future', said)
  if (at.getTime() < now.getTime() - keepDays * day) return fault('too-old', said)
  if (!broughtKinds.some((one) => one === kind)) return fault('unknown-kind', said)
  if (!Number.isInteger(useful) || Math.abs(useful) > 1_000_000) return fault('bad-number', said)
  return { fault: null, said }
}

/** What cannot be kept as text: letters that were none in their encoding, half a letter, a null. */
const isSpoiled = (text: string): boolean => /[\uFFFD\0]/.test(text) || !text.isWellFormed()

const hashOf = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
