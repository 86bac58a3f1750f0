import { type Purpose, setPurpose } from '#leader/purpose.contract.ts'
import type { Person } from './organization.ts'

/** Has an administrator let this be found out about people, for a year, and shown to as few as can be. */
export const switchOn = (
  admin: Pick<Person, 'does'>,
  purpose: Purpose,
  seenBy: 'admins' | 'managers' = 'admins',
) =>
  admin.does(setPurpose, {
    params: { purpose },
    body: { isOn: true, legalNote: 'Agreement of May', keepDays: 365, seenBy },
  })
