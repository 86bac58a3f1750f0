import { sql } from 'kysely'
import { linkTo, paths } from '#paths'
import { type CalendarFile, type Mail, sendMail } from '#platform/mail'
import type { MailAction } from '#platform/mail-layout'
import type { Scope } from '#platform/scope'
import type { Topic } from './contract.ts'
import { sealed, secretOf, tokenFor } from './seal.ts'

/** Somebody who gets a letter. */
export interface Reader {
  id: string
  name: string
  email: string
  locale: string
}

export interface Words {
  subject: string
  text: string
  action?: MailAction
  calendar?: CalendarFile
}

/** Words that come whatever letters somebody wants, and why they do. */
export interface OwedWords extends Words {
  why: string
}

/** What stands around the words of a letter: whom it goes to, why they get it, and how they get no more. */
export type Envelope = Pick<Mail, 'to' | 'locale' | 'foot' | 'unsubscribe' | 'letter'>

/**
 * What puts letters of a topic into envelopes whose links are sealed with a secret. It has seen nothing of whether somebody
 * wants them: `writeLetters` has. What a letter is about is named under its seal, for who hears that it came back.
 */
export function envelopesFor(
  scope: Scope,
  topic: Topic,
  secret: Buffer,
): (reader: Reader, about?: readonly string[]) => Envelope {
  const { catalog, publicUrl } = scope.install
  return ({ id, email, locale }, about = []) => {
    const token = tokenFor(secret, scope.org, id, topic)
    return {
      to: email,
      locale,
      foot: {
        text: catalog.text(locale, `letters.foot.${topic}`),
        link: {
          label: catalog.text(locale, 'letters.foot.end'),
          href: `${publicUrl}${linkTo(paths.unsubscribe, { letter: token })}`,
        },
      },
      unsubscribe: `${publicUrl}/api/unsubscriptions/${token}`,
      letter: sealed(secret, scope.org, id, topic, ...about),
    }
  }
}

/**
 * Writes a letter of a topic to each of some members who are still here and want it, and whose address takes mail; each in
 * their own words.
 */
export async function writeLetters(
  scope: Scope,
  topic: Topic,
  memberIds: readonly string[],
  wordsFor: (reader: Reader) => Words,
): Promise<void> {
  const readers = await findReaders(scope, topic, memberIds)
  if (readers.length === 0) return
  const envelopeOf = envelopesFor(scope, topic, await secretOf(scope))
  for (const reader of readers) sendMail(scope, { ...envelopeOf(reader), ...wordsFor(reader) })
}

/**
 * Writes to each of some members who are still here what belongs to something that they joined or agreed to: its calendar
 * file, and what changes of it. No choice of letters keeps it back, so nothing in it ends anything; only an address that
 * takes no mail is spared.
 */
export async function writeOwed(
  scope: Scope,
  memberIds: readonly string[],
  wordsFor: (reader: Reader) => OwedWords,
): Promise<void> {
  const readers = await findReaders(scope, null, memberIds)
  if (readers.length === 0) return
  const secret = await secretOf(scope)
  for (const reader of readers) {
    const { why, ...words } = wordsFor(reader)
    const letter = sealed(secret, scope.org, reader.id, 'owed')
    sendMail(scope, { to: reader.email, locale: reader.locale, foot: { text: why }, letter, ...words })
  }
}

/** Those of some members who are here, want letters of a topic if it is one, and whose address takes mail. */
async function findReaders(
  { org, db }: Scope,
  topic: Topic | null,
  ids: readonly string[],
): Promise<Reader[]> {
  const { rows } = await sql<Reader>`
    select m.id, m.name, m.email, m.locale from members m
    where m.org_id = ${org} and m.id = any(${ids}::uuid[]) and m.left_at is null
      and not exists (select from letter_choices c
        where c.org_id = m.org_id and c.member_id = m.id and c.topic = ${topic} and not c.is_wanted)
      and not exists (select from refused_addresses r where r.org_id = m.org_id and r.email = lower(m.email))
    order by m.id`.execute(db)
  return rows
}
