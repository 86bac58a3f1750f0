import type { PostOffice } from './post-office.ts'

/** The subjects of the mails to an address, and the calendar file that came with the last one, its lines unfolded. */
export function calendarMails({ caught }: PostOffice, { email }: { email: string }) {
  const all = caught.filter((mail) => mail.includes(`To: ${email}\r\n`))
  const subjects = all.map((mail) => mail.match(/Subject: (.*)\r\n/)?.[1])
  const [, packed = ''] =
    all.at(-1)?.match(/Content-Type: text\/calendar[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/) ?? []
  return { subjects, file: Buffer.from(packed, 'base64').toString('utf8').replaceAll('\r\n ', '') }
}
