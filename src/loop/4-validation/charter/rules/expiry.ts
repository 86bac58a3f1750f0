import { monthsAfter } from '#course/document/days.ts'
import { type Check, ofCourse } from '../checked.ts'

/** A course says until when it holds, and that is to come within so many months. */
export const expiry: Check = ({ verifyBy, today }, months) => {
  if (verifyBy === null) return [ofCourse({ what: 'missing', months })]
  if (verifyBy <= today) return [ofCourse({ what: 'past', months })]
  return verifyBy > monthsAfter(today, months) ? [ofCourse({ what: 'far', months })] : []
}
