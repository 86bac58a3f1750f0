import type { Terms } from './terms.ts'

const day = 86_400_000
const text = (moment: number): string => new Date(moment).toISOString().slice(0, 10)
const firstOf = (year: number, month: number): number => Date.UTC(year, month, 1)

/** A period by its days, and the last day of each stretch of it: of days, weeks from its first day, or months. */
export interface Stretches {
  from: string
  to: string
  ends: string[]
}

/** The stretches of a period such as 2026-11, 2026-Q4 or 2026. */
export function stretchesOf(period: string, every: Terms['every']): Stretches {
  const year = Number(period.slice(0, 4))
  const months = { month: 1, quarter: 3, year: 12 }[every]
  const nth = every === 'month' ? Number(period.slice(5)) : every === 'quarter' ? Number(period.slice(6)) : 1
  const begin = (nth - 1) * months
  const [from, end] = [firstOf(year, begin), firstOf(year, begin + months)]
  const last = end - day
  if (every === 'year') {
    const ends = Array.from({ length: 12 }, (_, month) => text(firstOf(year, month + 1) - day))
    return { from: text(from), to: text(last), ends }
  }
  const step = every === 'month' ? 1 : 7
  const length = Math.ceil((end - from) / day / step)
  const ends = Array.from({ length }, (_, at) => text(Math.min(from + ((at + 1) * step - 1) * day, last)))
  return { from: text(from), to: text(last), ends }
}
