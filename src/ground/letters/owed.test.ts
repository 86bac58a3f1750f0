import { afterAll, expect, test } from 'vitest'
import { bounceOf } from '#test/bounce.ts'
import { personWith } from '#test/organization.ts'
import { openPostOffice } from '#test/post-office.ts'
import { mailFaults, readMail } from '#test/read-mail.ts'
import { openWorld } from '#test/world.ts'
import * as letters from './contract.ts'
import { noteRefused } from './refused.ts'
import { writeLetters, writeOwed } from './write.ts'

const office = await openPostOffice()
const world = openWorld({ smtpUrl: office.url })
afterAll(office.close)

/** Mei, to whom something is owed, and what came of it. */
async function owed() {
  const org = await world.organization()
  const mei = await org.person('Mei Tanaka')
  const words = { subject: 'You have a place', text: 'It is on Thursday.', why: 'You took a place.' }
  const write = async () => {
    await org.as((scope) => writeOwed(scope, [mei.id], () => words))
    await world.settle()
    return office.subjectsTo(mei.email).length
  }
  return { org, mei, write }
}

test('what is owed comes to who wants no letters at all, says why, and has nothing to click that ends it', async () => {
  const { org, mei, write } = await owed()
  for (const topic of letters.topic.options)
    await mei.does(letters.chooseLetters, { params: { topic }, body: { isWanted: false } })
  const words = { subject: 'News', text: 'There is some.' }
  for (const topic of letters.topic.options)
    await org.as((scope) => writeLetters(scope, topic, [mei.id], () => words))
  expect(await write()).toBe(1)
  const mail = await readMail(office.rawTo(mei.email))
  expect(mailFaults(mail, { to: mei.email, locale: 'en', isAsked: true })).toEqual([])
  expect([mail.subject, mail.text?.trim()]).toEqual([
    'You have a place',
    'It is on Thursday.\n\n-- \nYou took a place.',
  ])
  // The seal by which it is known when it comes back ends nothing.
  const params = { letter: mail.header('x-cairn-letter') }
  const stranger = personWith(world.cairn, { id: '', name: '', email: '', cookie: '' })
  expect((await stranger.isRefused(letters.getSubscription, { params })).code).toBe('letter.not-found')
})

test('an address that takes no mail gets nothing of it either, and one that sends it back takes none from then on', async () => {
  const { org, mei, write } = await owed()
  await org.as((scope) => noteRefused(scope, mei.email, { code: 550, words: '550 No such mailbox' }))
  expect(await write()).toBe(0)
  const admin = await org.admin()
  const [refused] = (await admin.does(letters.listRefusedAddresses)).items
  await admin.does(letters.tryAddressAgain, { params: { refusedId: refused?.id ?? '' } })
  expect(await write()).toBe(1)
  const body = bounceOf(office.mailTo(mei.email))
  const said = await world.cairn.app.request('/api/bounces', { method: 'POST', body })
  expect(await said.json()).toEqual({ isKept: true })
  expect(await write()).toBe(1)
  expect(await org.facts('letter.returned')).toMatchObject([{ memberId: mei.id, topic: 'owed', about: [] }])
})
