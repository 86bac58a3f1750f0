import PostalMime, { type Attachment } from 'postal-mime'
import { isOfAddress, type Refusal } from '#platform/mail'
import { Problem } from '#platform/problem'
import type { Scope } from '#platform/scope'
import { record } from '#record'
import { noteRefused } from './refused.ts'
import { enterBySeal } from './seal.ts'

/** What a mail that came back says: which letter it was, to which address it went, and why nothing goes there for good. */
export interface Bounce {
  letter: string
  to: string
  refusal: Refusal
}

/** A report carries the mail it is about, or its head; more than this is none. */
const longest = 1024 * 1024

/**
 * Takes a report that a mail could not be delivered, as the mailbox of MAIL_FROM gets it, and keeps that nothing goes to
 * that address any more, and which letter did not arrive. Only what this installation sealed counts, and only for the address that its member has now.
 * Answers whether something was kept: other mail comes to that mailbox too, and delays are no refusal. Throws 404 for a
 * seal that is not ours, 413 for what is too long, and 422 for what is no mail at all.
 */
export async function takeBounce(scope: Scope, bytes: Uint8Array): Promise<{ isKept: boolean }> {
  const bounce = await readBounce(bytes)
  if (!bounce) return { isKept: false }
  const [memberId = '', topic = '', ...about] = await enterBySeal(scope, bounce.letter)
  const member = await scope.db
    .selectFrom('members')
    .select('email')
    .where('orgId', '=', scope.org)
    .where('id', '=', memberId)
    .where('leftAt', 'is', null)
    .executeTakeFirst()
  if (member?.email.toLowerCase() !== bounce.to.toLowerCase()) return { isKept: false }
  await noteRefused(scope, member.email, bounce.refusal)
  await record(scope, 'letter.returned', { memberId, topic, about })
  return { isKept: true }
}

/**
 * Reads a report of the form that mail servers agreed on (RFC 3464, in a multipart/report of RFC 6522): one that says for
 * good that an address takes nothing. Null where it says something else, or is another kind of mail.
 */
export async function readBounce(bytes: Uint8Array): Promise<Bounce | null> {
  if (bytes.length > longest) throw new Problem(413, 'input.too-large', { limit: longest })
  const { attachments } = await parse(bytes)
  const status = textOf(attachments, /^message\/(global-)?delivery-status$/)
  const returned = textOf(attachments, /^(message\/(rfc822|global|global-headers)|text\/rfc822-headers)$/)
  if (status === null || returned === null) return null
  const head = fieldsOf(returned.split(/\r?\n\r?\n/)[0] ?? '')
  const [letter, to] = [head.get('x-cairn-letter'), addressIn(head.get('to') ?? '')]
  const refusal = refusalIn(status)
  return letter && to && refusal ? { letter, to, refusal } : null
}

async function parse(bytes: Uint8Array) {
  try {
    return await PostalMime.parse(bytes, { forceRfc822Attachments: true, attachmentEncoding: 'utf8' })
  } catch (error) {
    // It is nested deeper, or its heads are longer, than any report.
    if (error instanceof Error) throw new Problem(422, 'bounce.unreadable')
    throw error
  }
}

function textOf(attachments: readonly Attachment[], type: RegExp): string | null {
  const content = attachments.find(({ mimeType }) => type.test(mimeType))?.content
  return typeof content === 'string' ? content : null
}

/** The fields of a head by their names in small letters; a line that begins with a space goes on with the one before. */
function fieldsOf(head: string): Map<string, string> {
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  return new Map(
    lines.flatMap((line) => {
      const [, name, value] = line.match(/^([\w-]+):[ \t]*(.*)$/) ?? []
      return name && value !== undefined ? [[name.toLowerCase(), value.trim()] as const] : []
    }),
  )
}

const addressIn = (to: string): string | undefined =>
  (to.match(/<([^<>]+)>\s*$/)?.[1] ?? to).trim() || undefined

/** Why nothing goes to an address, of the first recipient of whom that is said for good; our letters have one. */
function refusalIn(status: string): Refusal | null {
  for (const part of status.split(/\r?\n[ \t]*\r?\n/)) {
    const fields = fieldsOf(part)
    const said = fields.get('diagnostic-code')?.replace(/^[\w-]+;\s*/, '') ?? ''
    const code = Number(said.match(/^5\d\d\b/)?.[0] ?? 550)
    const enhanced = fields.get('status')?.match(/^\d\.\d{1,3}\.\d{1,3}/)?.[0]
    if (fields.get('action')?.toLowerCase() === 'failed' && isOfAddress(code, enhanced))
      return { code, words: said || `Status: ${enhanced}` }
  }
  return null
}
