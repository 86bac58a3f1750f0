import { useSyncExternalStore } from 'react'
import { useDate } from './formats.ts'
import { calendarDate, relativeTime } from './relative-time.ts'
import { useLocale, useTimeZone } from './text-provider.tsx'
import { useText } from './use-text.ts'

const listeners = new Set<() => void>()
let minuteNow = Date.now()
let timer: ReturnType<typeof setInterval> | undefined

/** One clock for the whole page, so that a long list keeps one timer. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  if (!timer) minuteNow = Date.now()
  timer ??= setInterval(tick, 30_000)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

function tick(): void {
  minuteNow = Date.now()
  for (const listener of listeners) listener()
}

/** The time now, in milliseconds, renewed twice a minute. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => minuteNow)
}

export interface TimeProps {
  at: string | Date
  /** Within a sentence, where some languages say "on" before a date: "published on 11 June". */
  isSaid?: boolean
}

/** A moment as people say it: "2 hours ago" within a week, then the date. The exact moment shows on hover. */
export function Time({ at, isSaid = false }: TimeProps) {
  const t = useText()
  const place = { locale: useLocale(), timeZone: useTimeZone() }
  const exact = useDate('long')
  const now = new Date(useNow())
  const date = new Date(at)
  const day = calendarDate(date, now, place)
  return (
    <time dateTime={date.toISOString()} title={exact(date)}>
      {relativeTime(date, now, place) ?? (isSaid ? t('ui.onDate', { date: day }) : day)}
    </time>
  )
}
