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

/** A number as its author would write it. */
export const writeNumber = (value: number | null, sign: DecimalSign): string =>
  value === null ? '' : String(value).replace('.', sign)
