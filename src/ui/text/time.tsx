import { useSyncExternalStore } from 'react'
import { useDate } from './formats.ts'
import { calendarDate, relativeTime } from './relative-time.ts'
import { useLocale, useTimeZone } from './text-provider.tsx'

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

/** A moment as people say it: "2 hours ago" within a week, then the date. The exact moment shows on hover. */
export function Time({ at }: { at: string | Date }) {
  const place = { locale: useLocale(), timeZone: useTimeZone() }
  const exact = useDate('long')
  const now = new Date(useNow())
  const date = new Date(at)
  return (
    <time dateTime={date.toISOString()} title={exact(date)}>
      {relativeTime(date, now, place) ?? calendarDate(date, now, place)}
    </time>
  )
}
