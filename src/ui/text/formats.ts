import { useMemo } from 'react'
import { useLocale, useTimeZone } from './text-provider.tsx'

/** Numbers in the reader's writing: `const number = useNumber({ style: 'percent' })`, then `number(0.4)`. */
export function useNumber(options?: Intl.NumberFormatOptions): (value: number) => string {
  const locale = useLocale()
  const key = JSON.stringify(options ?? {})
  return useMemo(() => {
    const format = new Intl.NumberFormat(locale, JSON.parse(key) as Intl.NumberFormatOptions)
    return (value) => format.format(value)
  }, [locale, key])
}

/** What of a moment is said: the day, in full (`day`), its weekday without the year (`weekday`), only its month, the time of day, or day and time; `long` adds the weekday. */
export type DateDetail = 'date' | 'day' | 'weekday' | 'month' | 'time' | 'moment' | 'long'

const details: Record<DateDetail, Intl.DateTimeFormatOptions> = {
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'short', day: 'numeric', month: 'short' },
  month: { month: 'short', year: 'numeric' },
  time: { hour: 'numeric', minute: '2-digit' },
  moment: { day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' },
  long: {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  },
}

/** Dates in the reader's language and zone; takes a Date or an ISO string. */
export function useDate(detail: DateDetail = 'date'): (at: Date | string) => string {
  const locale = useLocale()
  const timeZone = useTimeZone()
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(locale, { ...details[detail], timeZone })
    return (at) => format.format(new Date(at))
  }, [locale, timeZone, detail])
}

/** Lists in the reader's language: "Amara, Tomas and Priya". */
export function useList(): (items: readonly string[]) => string {
  const locale = useLocale()
  return useMemo(() => {
    const format = new Intl.ListFormat(locale)
    return (items) => format.format(items)
  }, [locale])
}
