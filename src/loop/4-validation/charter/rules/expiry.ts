import { type Check, ofCourse } from '../checked.ts'

/** The day so many months after another one; the last of the month where it has fewer days. */
function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

/** A course says until when it holds, and that is to come within so many months. */
export const expiry: Check = ({ verifyBy, today }, months) => {
  if (verifyBy === null) return [ofCourse({ what: 'missing', months })]
  if (verifyBy <= today) return [ofCourse({ what: 'past', months })]
  return verifyBy > monthsAfter(today, months) ? [ofCourse({ what: 'far', months })] : []
}
