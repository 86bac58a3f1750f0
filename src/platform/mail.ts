import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import type { Task } from '#platform/jobs'
import { enqueue, type Scope } from '#platform/scope'

/** A mail to one person: plain text, with one link when there is something to do. */
export interface Mail {
  to: string
  subject: string
  text: string
}

/** Sends a mail when the transaction commits; it is tried again while the mail server is away. */
export const sendMail = (scope: Scope, mail: Mail): void => {
  enqueue(scope, { task: 'mail', payload: { org: scope.org, ...mail } })
}

export interface MailOptions {
  smtpUrl: string | undefined
  from: string
  /** Where mails are written as .eml files when there is no mail server. */
  folder: string
}

/** The job that delivers mail: through SMTP, or into a folder where an administrator can read it. */
export function mailTask(options: MailOptions): Task {
  const transport = options.smtpUrl
    ? nodemailer.createTransport(options.smtpUrl)
    : nodemailer.createTransport({ streamTransport: true, buffer: true })
  return async (payload) => {
    const { to, subject, text } = payload as unknown as Mail
    const sent = await transport.sendMail({ from: options.from, to, subject, text })
    if (options.smtpUrl) return
    await mkdir(options.folder, { recursive: true })
    const name = `${new Date().toISOString().replaceAll(':', '-')}-${crypto.randomUUID().slice(0, 8)}.eml`
    await writeFile(join(options.folder, name), (sent as unknown as { message: Buffer }).message)
  }
}
