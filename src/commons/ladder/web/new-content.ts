import type { z } from 'zod'
import type { makeContribution } from '../contribution.contract.ts'

export type NewContent = z.input<(typeof makeContribution)['body']>['content']

/** What stands in a form: what would be sent, null while something is missing; and of an edit, which passage it is about. */
export interface Given {
  content: NewContent | null
  blockId?: string
}
