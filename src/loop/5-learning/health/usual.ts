import type { Thresholds } from '../health.contract.ts'

/** What holds until an organization says otherwise. */
export const usual: Thresholds = { lowest: 30, verifyAfterDays: 365, outdated: 3, wrong: 3, daysToAct: 14 }
