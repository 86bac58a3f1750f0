const day = 86_400_000

/** Saturday and Sunday, in UTC, are no working days. */
const isFree = (at: number): boolean => [0, 6].includes(new Date(at).getUTCDay())
const midnightAfter = (at: number): number => (Math.floor(at / day) + 1) * day

function skipFree(at: number): number {
  let next = at
  while (isFree(next)) next = midnightAfter(next)
  return next
}

/** The moment so many working days later, fractions included. */
export function afterWorkingDays(from: Date, days: number): Date {
  let at = skipFree(from.getTime())
  let left = days * day
  for (;;) {
    const today = midnightAfter(at) - at
    if (left < today) return new Date(at + left)
    left -= today
    at = skipFree(at + today)
  }
}

/** Working days from one moment to another, fractions included; 0 when the second is not later. */
export function workingDaysBetween(from: Date, to: Date): number {
  const end = to.getTime()
  let total = 0
  for (let at = from.getTime(); at < end; at = Math.min(midnightAfter(at), end))
    if (!isFree(at)) total += Math.min(midnightAfter(at), end) - at
  return total / day
}
