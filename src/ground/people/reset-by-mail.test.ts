import { afterAll, expect, test } from 'vitest'
import { linkTo, paths } from '#paths'
import { personWith } from '#test/organization.ts'
import { openPostOffice } from '#test/post-office.ts'
import { mailFaults, readMail } from '#test/read-mail.ts'
import { names } from '#test/ready-mails.ts'
import { openWorld } from '#test/world.ts'
import * as access from './access.contract.ts'
import * as people from './contract.ts'
import { setPassword } from './passwords.ts'

/** Here mails really leave, through SMTP. */
const office = await openPostOffice()
const world = openWorld({ smtpUrl: office.url })
afterAll(office.close)

const stranger = () => personWith(world.cairn, { id: '', name: '', email: '', cookie: '' })
const [forgotten, fresh] = ['what was it again', 'zero is a measurement']

test('a forgotten password is replaced by the link of a mail that came through SMTP, and what was signed in by the old one is over', async () => {
  const org = await world.organization()
  const lena = await org.person('Lena Vogt')
  await org.as((scope) => setPassword(scope, lena.id, forgotten))
  const elsewhere = await org.again(lena)
  const { email } = lena
  await stranger().does(access.askPasswordReset, { body: { email } })
  expect(office.caught).toEqual([])
  await world.settle()

  const mail = office.mailTo(email)
  expect(office.caught).toHaveLength(1)
  expect(mail).toContain('From: Cairn <cairn@test.example>')
  expect(mail).toContain('Subject: A new password for Northwind Gauges on Cairn')
  const token = mail.match(/reset\/([0-9a-f-]{36}\.[\w-]{43})/)?.[1] ?? ''
  expect(mail).toContain(`http://cairn.test${linkTo(paths.resetPassword, { token })}`)
  const offer = await stranger().does(access.readPasswordReset, { params: { token } })
  expect(offer).toEqual({ organization: 'Northwind Gauges', email })
  // Until the link is used nothing has changed.
  for (const window of [lena, elsewhere]) await window.does(people.getSession)

  await stranger().does(access.resetPassword, { body: { token, password: fresh } })
  for (const window of [lena, elsewhere]) expect((await window.isRefused(people.getSession)).status).toBe(401)
  const refused = await stranger().isRefused(people.signIn, { body: { email, password: forgotten } })
  expect(refused.code).toBe('session.wrong-credentials')
  const session = await stranger().does(people.signIn, { body: { email, password: fresh } })
  expect(session.member.name).toBe('Lena Vogt')
  const again = { body: { token, password: forgotten } }
  expect((await stranger().isRefused(access.resetPassword, again)).code).toBe('password-reset.used')
})

test('the mail is right in every part where the names in it are written otherwise in a header, in a text and in HTML', async () => {
  const org = await world.organization(names.organization)
  const { email, id, does } = await org.person(names.reader)
  await does(people.changeMember, { params: { memberId: id }, body: { locale: 'fr' } })
  await stranger().does(access.askPasswordReset, { body: { email } })
  await world.settle()
  const mail = await readMail(office.rawTo(email))
  expect(mail.subject).toBe(`Un nouveau mot de passe pour ${names.organization} sur Cairn`)
  expect(mail.text).toContain(`votre compte chez ${names.organization}.`)
  expect(mailFaults(mail, { to: email, locale: 'fr', isAsked: true })).toEqual([])
})
