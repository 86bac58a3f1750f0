import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { personWith, send } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import * as access from './access.contract.ts'
import * as people from './contract.ts'
import * as invitations from './invitation.contract.ts'

const world = openWorld()
const stranger = () => personWith(world.cairn, { id: '', name: '', email: '', cookie: '' })
const phrase = 'a long enough phrase'

/** Works on the jobs, then answers the token of the one link that was mailed. */
async function mailedToken(): Promise<string> {
  await world.settle()
  const folder = world.cairn.runtime.install.filesDir.replace(/files$/, 'mail')
  const names = readdirSync(folder)
  const text = names
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
    .join('\n')
    .replaceAll('=\r\n', '')
    .replaceAll('=3D', '=')
  rmSync(folder, { recursive: true })
  return text.match(/\/(?:invitation|reset)\/([0-9a-f-]{36}\.[\w-]{43})/)?.[1] ?? ''
}

const newcomer = { email: 'mei@northwind.example', name: 'Mei', role: 'reviewer', locale: 'fr' } as const

describe('an invitation', () => {
  test('brings someone in by the link in their mail, with the role it offers, once', async () => {
    const org = await world.organization()
    const admin = await org.admin()
    await admin.does(invitations.inviteMember, { body: { ...newcomer, groupId: org.root } })
    const token = await mailedToken()
    const offer = await stranger().does(invitations.readInvitation, { params: { token } })
    expect(offer).toMatchObject({ name: 'Mei', invitedBy: 'Ada Winter', role: 'reviewer' })
    const body = { token, name: 'Mei Tanaka', password: phrase }
    const session = await stranger().does(invitations.acceptInvitation, { body })
    expect(session).toMatchObject({
      member: { name: 'Mei Tanaka', locale: 'fr' },
      roles: [{ role: 'reviewer', groupId: org.root }],
    })
    expect(await stranger().isRefused(invitations.acceptInvitation, { body })).toMatchObject({
      status: 410,
      code: 'invitation.used',
    })
    expect((await admin.does(invitations.listInvitations)).items).toEqual([])
  })

  test('that was withdrawn, replaced or has expired leads nowhere', async () => {
    const org = await world.organization()
    const admin = await org.admin()
    const { id } = await admin.does(invitations.inviteMember, { body: { ...newcomer, groupId: org.root } })
    const first = await mailedToken()
    await admin.does(invitations.resendInvitation, { params: { invitationId: id } })
    const second = await mailedToken()
    const refusal = (token: string) => stranger().isRefused(invitations.readInvitation, { params: { token } })
    expect((await refusal(first)).status).toBe(410)
    world.pass({ days: 15 })
    expect((await refusal(second)).code).toBe('invitation.expired')
    await admin.does(invitations.withdrawInvitation, { params: { invitationId: id } })
    expect((await refusal(second)).code).toBe('invitation.withdrawn')
  })

  test('that was withdrawn by mistake leads in again by the same link, unless the address is known since', async () => {
    const org = await world.organization()
    const admin = await org.admin()
    const body = { ...newcomer, groupId: org.root }
    const { id } = await admin.does(invitations.inviteMember, { body })
    const token = await mailedToken()
    const params = { invitationId: id }
    expect((await admin.isRefused(invitations.restoreInvitation, { params })).status).toBe(404)
    await admin.does(invitations.withdrawInvitation, { params })
    await admin.does(invitations.restoreInvitation, { params })
    expect(await stranger().does(invitations.readInvitation, { params: { token } })).toMatchObject({
      name: 'Mei',
    })
    await admin.does(invitations.withdrawInvitation, { params })
    await admin.does(invitations.inviteMember, { body })
    const refusal = await admin.isRefused(invitations.restoreInvitation, { params })
    expect(refusal.code).toBe('invitation.open-already')
    await mailedToken()
  })

  test('is sent only by who administers the group, and not to a member', async () => {
    const org = await world.organization()
    const [lab, sales] = [await org.group('Lab'), await org.group('Sales')]
    const head = await org.person('Head of Lab', 'admin', lab)
    const elsewhere = { ...newcomer, groupId: sales }
    expect((await head.isRefused(invitations.inviteMember, { body: elsewhere })).status).toBe(403)
    const known = { ...newcomer, groupId: lab, email: head.email.toUpperCase() }
    expect((await head.isRefused(invitations.inviteMember, { body: known })).code).toBe(
      'member.address-known',
    )
  })
})

describe('a forgotten password', () => {
  test('is replaced by the link in the mail, which ends every session and works once', async () => {
    const org = await world.organization()
    const person = await org.person('Lena Vogt')
    await stranger().does(access.askPasswordReset, { body: { email: person.email } })
    const token = await mailedToken()
    expect(await stranger().does(access.readPasswordReset, { params: { token } })).toMatchObject({
      email: person.email,
    })
    await stranger().does(access.resetPassword, { body: { token, password: phrase } })
    expect((await person.isRefused(people.getSession)).status).toBe(401)
    const session = await stranger().does(people.signIn, { body: { email: person.email, password: phrase } })
    expect(session.member.name).toBe('Lena Vogt')
    const again = await stranger().isRefused(access.resetPassword, { body: { token, password: phrase } })
    expect(again.code).toBe('password-reset.used')
  })

  test('of an unknown address is answered the same, and asking is limited', async () => {
    const ask = { body: { email: 'nobody@anywhere.example' } }
    for (let tries = 0; tries < 5; tries += 1)
      expect(await stranger().does(access.askPasswordReset, ask)).toBeNull()
    expect((await stranger().isRefused(access.askPasswordReset, ask)).status).toBe(429)
  })
})

test('signing out everywhere ends every window of oneself at once, the one that asked too, and nobody else’s', async () => {
  const org = await world.organization()
  const asks = await org.person('Kofi Mensah')
  const others = [await org.again(asks), await org.again(asks)]
  const colleague = await org.person('Lena Vogt')
  const { items } = await asks.does(access.listSessions)
  expect(items.map(({ current }) => current)).toEqual([false, false, true])

  const answer = await send(world.cairn, asks.cookie, access.signOutEverywhere)
  expect([answer.status, answer.headers.get('set-cookie')]).toEqual([204, expect.stringMatching(/Max-Age=0/)])
  for (const window of [asks, ...others])
    expect((await window.isRefused(people.getSession)).code).toBe('access.sign-in-needed')
  expect((await colleague.does(people.getSession)).member.name).toBe('Lena Vogt')
  const next = await org.again(asks)
  expect((await next.does(access.listSessions)).items).toMatchObject([{ current: true }])
})
