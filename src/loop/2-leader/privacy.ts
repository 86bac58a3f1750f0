/** What others need of what may be found out about people here, and be told. */
export { fewestTold } from './fewest.ts'
export { usualFewest } from './fewest-limits.ts'
export { leaveDetection } from './part.ts'
export { setPurpose } from './purposes.ts'
