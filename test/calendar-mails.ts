import type { PostOffice } from './post-office.ts'
import { fileIn, unfolded } from './read-calendar.ts'

/** The subjects of the mails to an address, and the calendar file that came with the last one, its lines unfolded. */
export const calendarMails = ({ subjectsTo, rawTo }: PostOffice, { email }: { email: string }) => ({
  subjects: subjectsTo(email),
  file: unfolded(fileIn(rawTo(email))),
})
