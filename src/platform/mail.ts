import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import nodemailer, { type PluginFunction, type SentMessageInfo } from 'nodemailer'
import type { Task } from '#platform/jobs'
import { htmlOf, type Letter, textOf } from '#platform/mail-layout'
import { enqueue, type Scope } from '#platform/scope'

/** A mail to one person. It travels as text and as HTML, which say the same. */
export interface Mail extends Letter {
  to: string
  /** Where one request ends mails of this kind (RFC 8058); left out where somebody asked for this very mail. */
  unsubscribe?: string
  /** What a mail that cannot be delivered brings back: who it was for and which kind it was, sealed. */
  letter?: string
  /** To whom one replies, if not to the mailbox that it is sent from. */
  replyTo?: { name: string; address: string }
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

export interface MailServer {
  smtpUrl: string | undefined
  from: string
  /** Where mails are written as .eml files when there is no mail server. */
  folder: string
}

export interface MailOptions extends MailServer {
  /** Gets what a mail server refuses for good; the mail is not tried again. */
  onRefused: (mail: Mail & { org: string }, refusal: Refusal) => Promise<void>
}

/**
 * What became of a mail: the server has it; it wants nothing for this address, for good; it has nothing now, and may take it
 * later; or nobody knows: the connection broke after the mail had begun to flow and before the server said that it has it.
 */
export type Delivery =
  | { is: 'taken' }
  | { is: 'refused'; refusal: Refusal }
  | { is: 'later' | 'unsure'; error: Error }

/** Connections to the mail server, kept open for many mails. */
export interface Postman {
  deliver: (mail: Mail) => Promise<Delivery>
  close: () => void
}

/** A server that says nothing for so many milliseconds is given up: before it answers, before it greets, and from then on. */
const usualPatience = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 }

/** Opens so many connections at most, as they are needed. */
export function openPostman(
  { smtpUrl, from, folder }: MailServer,
  most = 1,
  patience = usualPatience,
): Postman {
  if (!smtpUrl) {
    const transport = nodemailer.createTransport({ streamTransport: true, buffer: true })
    const deliver = async (mail: Mail): Promise<Delivery> => {
      const sent = await transport.sendMail({ from, ...messageOf(mail) })
      await keep(folder, (sent as unknown as { message: Buffer }).message)
      return { is: 'taken' }
    }
    return { deliver, close: () => transport.close() }
  }
  const transport = nodemailer.createTransport({
    ...{ url: smtpUrl, pool: true, maxConnections: most, maxMessages: Number.POSITIVE_INFINITY, ...patience },
  })
  transport.use('stream', prepare)
  const deliver = async (mail: Mail): Promise<Delivery> => {
    const flow: Flow = {}
    try {
      await transport.sendMail(Object.assign({ from, ...messageOf(mail) }, { flow }))
      return { is: 'taken' }
    } catch (error) {
      if (!(error instanceof Error)) throw error
      const refusal = refusalOf(error)
      if (refusal) return { is: 'refused', refusal }
      return { is: flow.stream?.readableDidRead && !hasAnswered(error) ? 'unsure' : 'later', error }
    }
  }
  return { deliver, close: () => transport.close() }
}

/** The stream in which a message leaves, once it is made: whether any of it has left. */
interface Flow {
  stream?: Readable
}

const prepare: PluginFunction<SentMessageInfo> = ({ message, data }, done) => {
  const { flow = {} } = data as { flow?: Flow }
  const make = message.createReadStream.bind(message)
  message.createReadStream = (...how) => {
    flow.stream = make(...how)
    return flow.stream
  }
  message.transform(inOnePiece)
  done()
}

/** A message leaves in one piece: its dozens of small parts would be as many packets, each of which wakes the server. */
function inOnePiece(): Transform {
  const parts: Buffer[] = []
  return new Transform({
    transform: (part: Buffer, _, next) => {
      parts.push(part)
      next()
    },
    flush: (end) => end(null, Buffer.concat(parts)),
  })
}

/** The job that delivers mail: through SMTP, or into a folder where an administrator can read it. */
export const mailTask =
  (options: MailOptions): Task =>
  async (payload) => {
    const mail = payload as unknown as Mail & { org: string }
    const postman = openPostman(options)
    try {
      const delivery = await postman.deliver(mail)
      if (delivery.is === 'refused') await options.onRefused(mail, delivery.refusal)
      else if (delivery.is !== 'taken') throw delivery.error
    } finally {
      postman.close()
    }
  }

/** The parts of a mail and what mail programs are told of it. */
const messageOf = ({ to, subject, unsubscribe, letter: sealed, replyTo, calendar, ...letter }: Mail) => ({
  ...{ to, subject, replyTo },
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
    ...(sealed && { 'X-Cairn-Letter': sealed }),
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
 * Whether what a mail server says for good is about the address (RFC 3463: 5.1.x and 5.2.1 are, and so are 550 and 553 of a
 * server that gives no such status): of a server that relays for nobody no address would be left.
 */
export const isOfAddress = (code: number, status?: string): boolean =>
  status ? /^5\.(1\.\d+|2\.1)$/.test(status) : code === 550 || code === 553

/** What a mail server says of an address for good. Nothing where it may say otherwise later. */
function refusalOf(error: Error): Refusal | null {
  if (!('responseCode' in error) || !('command' in error)) return null
  const { responseCode: code, command } = error
  if (command !== 'RCPT TO' || typeof code !== 'number' || code < 500 || code > 599) return null
  const words = 'response' in error ? String(error.response) : error.message
  const status = words.match(/^\d{3}[ -](5\.\d{1,3}\.\d{1,3})\b/)?.[1]
  return isOfAddress(code, status) ? { code, words } : null
}

/** Whether the server refused a message in so many words: then it has nothing. */
const hasAnswered = (error: Error): boolean =>
  'responseCode' in error && typeof error.responseCode === 'number'
