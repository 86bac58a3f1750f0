const day = 86_400_000
const weekend = [0, 6]

/** The same time of day so many working days on: Saturdays and Sundays, in UTC, are none. */
export function workingDaysAfter(from: Date, count: number): Date {
  let at = from
  for (let left = count; left > 0; ) {
    at = new Date(at.getTime() + day)
    if (!weekend.includes(at.getUTCDay())) left -= 1
  }
  return at
}
