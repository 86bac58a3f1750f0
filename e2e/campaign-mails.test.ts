import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPostOffice } from '#test/post-office.ts'
import { headFaults, type Read, readMail, wireFaults, wordFaults } from '#test/read-mail.ts'
import { names, type ReadyMail, readyMails } from '#test/ready-mails.ts'
import { openWorld } from '#test/world.ts'
import { openWindows } from './browser.ts'
import { axeFaults, sidewaysFaults } from './faults.ts'

/** Mails leave through SMTP here, and are read whole, as the programs of their readers do. They open none of our pages. */
const office = await openPostOffice()
const world = openWorld({ smtpUrl: office.url })
const { window } = openWindows(
  () => 'http://localhost',
  () => false,
)
afterAll(office.close)

let sent: Awaited<ReturnType<typeof readyMails>>
let mails: (ReadyMail & { read: Read })[]
beforeAll(async () => {
  sent = await readyMails(world, office)
  mails = await Promise.all(sent.mails.map(async (mail) => ({ ...mail, read: await readMail(mail.raw) })))
})

/** What is wrong in each mail, with whose it is. */
const faultsIn = (find: (mail: (typeof mails)[number]) => string[]) =>
  mails.flatMap((mail) => find(mail).map((fault) => `${mail.email}, ${mail.read.subject}: ${fault}`))

test('every text of the six ready campaigns goes out as a mail, in both languages', () => {
  expect(sent.keys).toHaveLength(6)
  for (const locale of ['en', 'fr'] as const) {
    const came = new Set(mails.filter((mail) => mail.locale === locale).map(({ read }) => read.subject))
    expect(came).toEqual(new Set(sent.subjects[locale]))
  }
})

test('each has a head that mail programs and their servers understand', () => {
  expect(faultsIn(({ read }) => wireFaults(read))).toEqual([])
  expect(faultsIn(({ read, email, locale }) => headFaults(read, { to: email, locale }))).toEqual([])
  expect(new Set(mails.map(({ read }) => read.messageId)).size).toBe(mails.length)
})

test('each says the same as text and as HTML: to its reader, in their language, of their organization, with nothing left to fill', () => {
  expect(faultsIn(({ read, locale }) => wordFaults(read, locale))).toEqual([])
  const hello = { en: `Hello ${names.reader},`, fr: `Bonjour ${names.reader},` }
  expect(
    faultsIn(({ read, locale }) => (read.text?.startsWith(`${hello[locale]}\n\n`) ? [] : ['no hello'])),
  ).toEqual([])
  for (const locale of ['en', 'fr'] as const) {
    const named = mails.filter(
      (mail) => mail.locale === locale && mail.read.text?.includes(names.organization),
    )
    expect(named.length).toBeGreaterThan(0)
    for (const { read } of named) expect(read.html).toContain(names.organization.replace('&', '&amp;'))
  }
})

async function faultsOnScreen(page: Page, html: string): Promise<string[]> {
  const faults: string[] = []
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    await page.setContent(html)
    faults.push(...(await axeFaults(page)), ...(await sidewaysFaults(page, width)))
  }
  return faults
}

test.each(['light', 'dark'] as const)(
  'each can be read by everybody on a phone and on a wide screen, in %s',
  async (colorScheme) => {
    const page = await window(null, { colorScheme })
    for (const { email, read } of mails)
      expect(await faultsOnScreen(page, read.html ?? ''), `${email}, ${read.subject}`).toEqual([])
  },
)
