import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { bounceOf } from '#test/bounce.ts'
import { openPostOffice } from '#test/post-office.ts'
import { openWorld } from '#test/world.ts'
import { readBounce } from './bounce.ts'
import * as letters from './contract.ts'
import { writeLetters } from './write.ts'

/** Mails leave through SMTP, and what the mail server took comes back later. */
const office = await openPostOffice()
const world = openWorld({ smtpUrl: office.url })
afterAll(office.close)

const bring = async (mail: string | Uint8Array<ArrayBuffer>) => {
  const response = await world.cairn.app.request('/api/bounces', { method: 'POST', body: mail })
  return { status: response.status, said: (await response.json()) as { isKept?: boolean; code?: string } }
}
const kept = { status: 200, said: { isKept: true } }
const notKept = { status: 200, said: { isKept: false } }

/** Mei, and the last letter that went to her. */
async function written() {
  const org = await world.organization()
  const [admin, mei] = [await org.admin(), await org.person('Mei Tanaka')]
  const write = async () => {
    const words = { subject: 'Zero it in the cold', text: 'Somebody answered.' }
    await org.as((scope) => writeLetters(scope, 'answers', [mei.id], () => words))
    await world.settle()
    return office.mailTo(mei.email)
  }
  const refused = async () => (await admin.does(letters.listRefusedAddresses, {})).items
  return { org, admin, mei, write, refused, mail: await write() }
}

test.each(['message/rfc822', 'text/rfc822-headers'] as const)(
  'an address whose mail comes back for good is written to no more, and it is told why (%s)',
  async (part) => {
    const { mei, mail, write, refused } = await written()
    expect(await bring(bounceOf(mail, { part }))).toEqual(kept)
    const said = '550 5.1.1 No mailbox of this name is here any more'
    expect(await refused()).toMatchObject([
      { email: mei.email, code: 550, words: said, member: { id: mei.id } },
    ])
    expect((await mei.does(letters.getLetterChoices)).isRefused).toBe(true)
    const before = office.caught.length
    await write()
    expect(office.caught.length).toBe(before)
    // The same again, as a mail server does that was not answered in time.
    expect(await bring(bounceOf(mail, { part }))).toEqual(kept)
    expect(await refused()).toHaveLength(1)
  },
)

test('a mail that is late, that a full mailbox or a relay sends back, or that is no report stops nothing', async () => {
  const { mail, refused } = await written()
  const late = { action: 'delayed', status: '4.4.1', says: '451 4.4.1 No answer from the host' }
  for (const told of [
    late,
    { action: 'delivered', status: '2.0.0', says: '250 2.0.0 Taken' },
    { action: 'failed', status: '5.2.2', says: '552 5.2.2 The mailbox is full' },
    { action: 'failed', status: '5.7.1', says: '550 5.7.1 We relay for nobody' },
  ])
    expect(await bring(bounceOf(mail, told))).toEqual(notKept)
  const away = 'From: mei@northwind.example\r\nSubject: Away until Monday\r\n\r\nI am on the road.'
  for (const other of [away, '', mail, bounceOf('').replace('message/rfc822', 'image/png')])
    expect(await bring(other)).toEqual(notKept)
  expect(await refused()).toEqual([])
})

test('only a letter that was sealed here counts, and only for the address that its member has now', async () => {
  const { org, admin, mei, mail, refused } = await written()
  const forged = mail.replace(/(X-Cairn-Letter:\s*\S+)\S{3}/, '$1abc')
  expect(forged).not.toBe(mail)
  expect(await bring(bounceOf(forged))).toMatchObject({ status: 404, said: { code: 'letter.not-found' } })
  // Who has a letter cannot have a colleague's address left out by it.
  const aimed = mail.replace(`To: ${mei.email}`, `To: ${admin.email}`)
  expect(await bring(bounceOf(aimed))).toEqual(notKept)
  // She has another address meanwhile, which nobody has refused.
  await org.as(({ db }) =>
    sql`update members set email = 'mei@elsewhere.example' where id = ${mei.id}`.execute(db),
  )
  expect(await bring(bounceOf(mail))).toEqual(notKept)
  expect(await refused()).toEqual([])
})

test('what is no report is read to its end or refused, however it is made', async () => {
  const deep = Array.from({ length: 400 }, (_, at) =>
    [`Content-Type: multipart/mixed; boundary="b${at}"`, '', `--b${at}`].join('\r\n'),
  ).join('\r\n')
  expect(await bring(deep)).toMatchObject({ status: 422, said: { code: 'bounce.unreadable' } })
  expect(await bring('x'.repeat(1024 * 1024 + 1))).toMatchObject({ status: 413 })
  const noise = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919 + 13) % 256)
  expect(await bring(noise)).toEqual(notKept)
  expect(
    await readBounce(Buffer.from(bounceOf('X-Cairn-Letter: a.b.c.d\r\nTo:\r\n mei@northwind.example\r\n'))),
  ).toEqual({
    ...{ letter: 'a.b.c.d', to: 'mei@northwind.example' },
    refusal: { code: 550, words: '550 5.1.1 No mailbox of this name is here any more' },
  })
})
