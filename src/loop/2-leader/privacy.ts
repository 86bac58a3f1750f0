/** What others need of what may be found out about people here, and be told. */
export { fewestTold, readFewest } from './fewest.ts'
export { usualFewest } from './fewest-limits.ts'
export { leaveDetection } from './part.ts'
export { isOnNow, keepDaysOf, mayKeepFor, setPurpose } from './purposes.ts'
