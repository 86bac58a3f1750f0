import { afterAll, expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import * as needs from '#need/contract.ts'
import { addressOf } from '#platform/http/call'
import { documentOf, publishAgain, words } from '#test/course.ts'
import { letterTo } from '#test/letter.ts'
import { type Person, personWith, send } from '#test/organization.ts'
import { openPostOffice } from '#test/post-office.ts'
import { mailFaults, readMail } from '#test/read-mail.ts'
import { openWorld } from '#test/world.ts'
import * as letters from './contract.ts'

/** Here mails really leave, through SMTP, and the mail server says what a test wants it to. */
let refuses: string | null = null
const office = await openPostOffice({ refuses: () => refuses })
const world = openWorld({ smtpUrl: office.url })
afterAll(office.close)

const stranger = () => personWith(world.cairn, { id: '', name: '', email: '', cookie: '' })

/** Mei needs something; each call has somebody make a course that answers it. */
async function waiting() {
  const org = await world.organization()
  const [dana, mei] = [await org.person('Dana Reyes', 'leader'), await org.person('Mei Tanaka')]
  const answer = async (title: string) => {
    const need = await mei.does(needs.raiseNeed, { body: { title, details: '', groupId: org.root } })
    const body = { title, objective: 'You zero a gauge anywhere.', groupId: org.root, needId: need.id }
    const { course } = await dana.does(courses.createCourse, { body })
    await publishAgain(org, dana, course.id, documentOf({ s1: [words('w1', 'Warm it up.')] }))
    await world.settle()
  }
  const came = () => office.caught.filter((mail) => mail.includes(`To: ${mei.email}\r\n`)).length
  const wants = async () => (await mei.does(letters.getLetterChoices)).topics[0]?.isWanted
  return { org, dana, mei, answer, came, wants }
}

/** What a mail program sends that knows RFC 8058: a form, no cookie, no key, from no page of ours. */
const oneClick = (letter: string, cookie = '') =>
  world.cairn.app.request(addressOf(letters.unsubscribe, { params: { letter } } as never), {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'https://mail.example',
      'sec-fetch-site': 'cross-site',
      ...(cookie && { cookie }),
    },
    body: 'List-Unsubscribe=One-Click',
  })

/** The address in a header of the newest mail to somebody. */
const headerOf = (person: Person) =>
  office
    .mailTo(person.email)
    .replaceAll('\r\n ', '')
    .match(/List-Unsubscribe:\s*<([^>]+)>/)?.[1] ?? ''

test('one click in the mail program ends letters of a topic, and the page brings them back', async () => {
  const { mei, answer, came, wants } = await waiting()
  await answer('Zero it in the cold')
  expect(came()).toBe(1)
  const mail = await readMail(office.rawTo(mei.email))
  expect(mailFaults(mail, { to: mei.email, locale: 'en' })).toEqual([])
  const letter = headerOf(mei).split('/').at(-1) ?? ''
  // Whoever opens the address instead is led to a page, on which nothing has happened yet.
  const opened = await world.cairn.app.request(new URL(headerOf(mei)).pathname)
  expect([opened.status, opened.headers.get('location')]).toEqual([
    303,
    `http://cairn.test/unsubscribe/${letter}`,
  ])
  expect(await wants()).toBe(true)

  const ended = await oneClick(letter)
  expect([ended.status, await ended.json()]).toEqual([
    200,
    { organization: 'Northwind Gauges', topic: 'answers', isWanted: false },
  ])
  expect((await oneClick(letter)).status).toBe(200)
  expect(await wants()).toBe(false)
  await answer('Zero it in the heat')
  expect(came()).toBe(1)

  const params = { letter }
  expect(await stranger().does(letters.subscribeAgain, { params })).toMatchObject({ isWanted: true })
  expect(await stranger().does(letters.getSubscription, { params })).toMatchObject({ isWanted: true })
  await answer('Zero it in the rain')
  expect(came()).toBe(2)
})

test('a link says who by a seal: with another name, topic or organization in it, it is none', async () => {
  const { org, dana, mei, wants } = await waiting()
  const other = await world.organization('Second')
  const letter = await letterTo(org, mei)
  await letterTo(other, await other.person('Olga'))
  const [, , , seal = ''] = letter.split('.')
  for (const forged of [
    `${org.id}.${dana.id}.answers.${seal}`,
    `${org.id}.${mei.id}.reviews.${seal}`,
    `${other.id}.${mei.id}.answers.${seal}`,
    `${org.id}.${mei.id}.salaries.${seal}`,
    `${crypto.randomUUID()}.${mei.id}.answers.${seal}`,
    `${org.id}.${mei.id}.answers.${'A'.repeat(43)}`,
  ]) {
    expect([forged, (await oneClick(forged)).status]).toEqual([forged, 404])
    const refusal = await stranger().isRefused(letters.getSubscription, { params: { letter: forged } })
    expect(refusal.code).toBe('letter.not-found')
  }
  expect((await oneClick('not-whole')).status).toBe(422)
  expect(await wants()).toBe(true)
})

test('whoever is signed in does not count for a link: it ends the letters of whom it was sent to', async () => {
  const { org, dana, mei, wants } = await waiting()
  expect((await oneClick(await letterTo(org, mei), dana.cookie)).status).toBe(200)
  expect(await wants()).toBe(false)
  const { topics } = await dana.does(letters.getLetterChoices)
  expect(topics.every(({ isWanted }) => isWanted)).toBe(true)
})

test('what somebody chooses is a fact when it says something new, and tells how it came', async () => {
  const { org, mei } = await waiting()
  const choose = (isWanted: boolean) =>
    mei.does(letters.chooseLetters, { params: { topic: 'reviews' }, body: { isWanted } })
  for (const isWanted of [true, false, false, true]) await choose(isWanted)
  await oneClick(await letterTo(org, mei))
  const facts = await world.stored<{ data: unknown }>(
    org.id,
    `select data from facts where type = 'letters.chosen' order by id`,
  )
  expect(facts.map(({ data }) => data)).toMatchObject([
    { topic: 'reviews', isWanted: false, byLink: false },
    { topic: 'reviews', isWanted: true, byLink: false },
    { topic: 'answers', isWanted: false, byLink: true },
  ])
})

test('an address that is refused for good is written to no more, until an administrator says that it works again', async () => {
  const { org, mei, answer, came } = await waiting()
  const admin = await org.admin()
  refuses = '550 5.1.1 No such mailbox'
  try {
    await answer('Zero it in the cold')
  } finally {
    refuses = null
  }
  const refused = (await admin.does(letters.listRefusedAddresses)).items
  expect(refused).toMatchObject([
    {
      email: mei.email,
      member: { name: 'Mei Tanaka' },
      code: 550,
      words: expect.stringContaining('No such'),
    },
  ])
  expect(await mei.does(letters.getLetterChoices)).toMatchObject({ isRefused: true })
  await answer('Zero it in the heat')
  expect(came()).toBe(0)

  const params = { refusedId: refused[0]?.id ?? '' }
  expect((await mei.isRefused(letters.tryAddressAgain, { params })).code).toBe('letters.admin-needed')
  await admin.does(letters.tryAddressAgain, { params })
  expect((await admin.isRefused(letters.tryAddressAgain, { params })).status).toBe(404)
  await answer('Zero it in the rain')
  expect(came()).toBe(1)
})

test('a mail server that is away or full for now refuses nobody: the letter comes later', async () => {
  const { org, answer, came } = await waiting()
  refuses = '451 4.3.0 Try later'
  try {
    await answer('Zero it in the cold')
  } finally {
    refuses = null
  }
  expect([came(), (await (await org.admin()).does(letters.listRefusedAddresses)).items]).toEqual([0, []])
  await world.owner.query(`update graphile_worker._private_jobs set run_at = now() where attempts > 0`)
  await world.settle()
  expect(came()).toBe(1)
})

test('two letters at the same moment, the first of an organization, are sealed with one secret', async () => {
  const { org, mei } = await waiting()
  const links = await Promise.all([1, 2, 3].map(() => letterTo(org, mei)))
  expect(new Set(links).size).toBe(1)
  expect(
    (await send(world.cairn, '', letters.getSubscription, { params: { letter: links[0] ?? '' } })).status,
  ).toBe(200)
})
