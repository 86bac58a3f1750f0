/** What parts a number's digits from its fraction, in the writing of whoever writes it. */
export type DecimalSign = '.' | ','

const shape = /^[-+−]?(?:\d{1,3}(?:\s\d{3})+|\d+)?(?:[.,]\d+)?(?:e[-+]?\d{1,3})?$/i

/**
 * The number that a text says; null when it says none for sure, as `1,234.5` or `12 5`. A comma parts a fraction only for
 * those who write so; thousands may be parted by spaces.
 */
export function readNumber(text: string, sign: DecimalSign): number | null {
  const typed = text.trim()
  if (!/\d/.test(typed) || !shape.test(typed) || (sign === '.' && typed.includes(','))) return null
  const value = Number(typed.replace(/\s/g, '').replace('−', '-').replace(',', '.'))
  return Number.isFinite(value) ? value : null
}

/** A number as its author or its reader would write it, with nothing between thousands: so it is read again anywhere. */
export const writeNumber = (value: number | null, sign: DecimalSign): string =>
  value === null ? '' : String(value).replace('.', sign)

/** What parts the fraction of a number in a language. */
export const decimalSign = (locale: string): DecimalSign =>
  new Intl.NumberFormat(locale).format(0.5).includes(',') ? ',' : '.'

const byCommas = /^[-+−]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/
const byPoints = /^[-+−]?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/

/**
 * The number that a learner types, with a point or a comma whatever their language, as people do who work in two. Null
 * for none. `either` for what says two: to who parts a fraction with a point, `1,234` may be a thousand and more.
 */
export function readTyped(text: string, sign: DecimalSign): number | 'either' | null {
  const typed = text.trim()
  const plain = readNumber(typed, ',')
  if (plain !== null) return sign === '.' && byCommas.test(typed) ? 'either' : plain
  if (byCommas.test(typed)) return readNumber(typed.replaceAll(',', ''), '.')
  if (byPoints.test(typed)) return readNumber(typed.replaceAll('.', ''), ',')
  return null
}
