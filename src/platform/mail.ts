import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import type { Task } from '#platform/jobs'
import { htmlOf, type Letter, textOf } from '#platform/mail-layout'
import { enqueue, type Scope } from '#platform/scope'

/** A mail to one person. It travels as text and as HTML, which say the same. */
export interface Mail extends Letter {
  to: string
  /** Where one request ends mails of this kind (RFC 8058); left out where somebody asked for this very mail. */
  unsubscribe?: string
  /** An iCalendar file that comes with it. */
  calendar?: CalendarFile
}

export interface CalendarFile {
  name: string
  text: string
}

/** Sends a mail when the transaction commits; it is tried again while the mail server is away. */
export const sendMail = (scope: Scope, mail: Mail): void => {
  enqueue(scope, { task: 'mail', payload: { org: scope.org, ...mail } })
}

/** Why a mail server wants nothing for an address: its code (RFC 5321, 500 to 599) and its words. */
export interface Refusal {
  code: number
  words: string
}

export interface MailOptions {
  smtpUrl: string | undefined
  from: string
  /** Where mails are written as .eml files when there is no mail server. */
  folder: string
  /** Gets what a mail server refuses for good; the mail is not tried again. */
  onRefused: (mail: Mail & { org: string }, refusal: Refusal) => Promise<void>
}

/** The job that delivers mail: through SMTP, or into a folder where an administrator can read it. */
export function mailTask(options: MailOptions): Task {
  const transport = options.smtpUrl
    ? nodemailer.createTransport(options.smtpUrl)
    : nodemailer.createTransport({ streamTransport: true, buffer: true })
  return async (payload) => {
    const mail = payload as unknown as Mail & { org: string }
    try {
      const sent = await transport.sendMail({ from: options.from, ...messageOf(mail) })
      if (!options.smtpUrl) await keep(options.folder, (sent as unknown as { message: Buffer }).message)
    } catch (error) {
      const refusal = refusalOf(error)
      if (!refusal) throw error
      await options.onRefused(mail, refusal)
    }
  }
}

/** The parts of a mail and what mail programs are told of it. */
const messageOf = ({ to, subject, unsubscribe, calendar, ...letter }: Mail) => ({
  to,
  subject,
  text: textOf({ subject, ...letter }),
  html: htmlOf({ subject, ...letter }),
  ...(calendar && {
    attachments: [
      { filename: calendar.name, content: calendar.text, contentType: 'text/calendar; charset=utf-8' },
    ],
  }),
  headers: {
    'Auto-Submitted': 'auto-generated',
    'Content-Language': letter.locale,
    ...(unsubscribe && {
      'List-Unsubscribe': `<${unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
  },
})

async function keep(folder: string, message: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true })
  const name = `${new Date().toISOString().replaceAll(':', '-')}-${crypto.randomUUID().slice(0, 8)}.eml`
  await writeFile(join(folder, name), message)
}

/**
 * What a mail server says of an address for good. Nothing where it may say otherwise later, or where it is not the address
 * that is wrong (RFC 3463: 5.1.x and 5.2.1 are): of a server that relays for nobody no address would be left.
 */
function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof Error) || !('responseCode' in error) || !('command' in error)) return null
  const { responseCode: code, command } = error
  if (command !== 'RCPT TO' || typeof code !== 'number' || code < 500 || code > 599) return null
  const words = 'response' in error ? String(error.response) : error.message
  const status = words.match(/^\d{3}[ -](5\.\d{1,3}\.\d{1,3})\b/)?.[1]
  const isAddress = status ? /^5\.(1\.\d+|2\.1)$/.test(status) : code === 550 || code === 553
  return isAddress ? { code, words } : null
}
