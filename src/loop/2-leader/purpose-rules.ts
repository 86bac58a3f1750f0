import type { Audience, Purpose } from './purpose.contract.ts'

/** What holds of a purpose until somebody decides. */
export interface Usual {
  isOn: boolean
  keepDays: number
  /** Whom it may be shown to; the first holds. */
  audiences: readonly [Audience, ...Audience[]]
}

/**
 * Detection is what experts are suggested from, so it is there from the beginning and each member may leave it; what
 * shows who learned from whom by name, what asks people about one another, brings in what they did elsewhere, or looks for
 * who thanks whom too much, waits for somebody to decide. Of a survey only how many answered is ever seen, by those who open it.
 */
export const usualOf: Record<Purpose, Usual> = {
  detection: { isOn: true, keepDays: 730, audiences: ['managers', 'leaders', 'everyone'] },
  survey: { isOn: false, keepDays: 365, audiences: ['managers'] },
  network: { isOn: false, keepDays: 365, audiences: ['managers', 'leaders'] },
  imports: { isOn: false, keepDays: 365, audiences: ['admins'] },
  fairness: { isOn: false, keepDays: 365, audiences: ['admins'] },
}
