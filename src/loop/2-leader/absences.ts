import { holdTogether } from '#platform/db/locks'
import type { Quiet } from '#platform/scope'

/** Whoever keeps things on many at once waits for those who are just leaving, and they for it. */
export const absencesOf = ({ org }: Pick<Quiet, 'org'>): string => `absences ${org}`

/** Nobody leaves until the transaction ends. */
export const lockAbsences = (scope: Quiet): Promise<void> => holdTogether(scope, absencesOf(scope))
