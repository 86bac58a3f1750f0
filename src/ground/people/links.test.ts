import { readdirSync, readFileSync, rmSync } from 'node:fs'
import pg from 'pg'
import { describe, expect, test, vi } from 'vitest'
import { personWith } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import * as access from './access.contract.ts'
import * as people from './contract.ts'
import * as invitations from './invitation.contract.ts'
import { addMember } from './members.ts'

const world = openWorld()
const stranger = () => personWith(world.cairn, { id: '', name: '', email: '', cookie: '' })
const phrase = 'a long enough phrase'

/** Works on the jobs, then answers the mails they sent, and forgets them. */
async function mails(): Promise<string[]> {
  await world.settle()
  const folder = world.cairn.runtime.install.filesDir.replace(/files$/, 'mail')
  const texts = readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
  rmSync(folder, { recursive: true })
  return texts.map((text) => text.replaceAll('=\r\n', '').replaceAll('=3D', '='))
}
const tokenIn = (mail = '') => mail.match(/\/(?:invitation|reset)\/([0-9a-f-]{36}\.[\w-]{43})/)?.[1] ?? ''

test('a link that was cut, mended or made up leads nowhere, in words', async () => {
  for (const org of ['-'.repeat(36), `${'0'.repeat(35)}-`]) {
    const token = `${org}.${'a'.repeat(43)}`
    for (const endpoint of [access.readPasswordReset, invitations.readInvitation])
      expect((await stranger().isRefused(endpoint, { params: { token } })).status).toBe(422)
    const body = { token, password: phrase }
    expect((await stranger().isRefused(access.resetPassword, { body })).status).toBe(422)
    const accepting = { body: { ...body, name: 'Mei' } }
    expect((await stranger().isRefused(invitations.acceptInvitation, accepting)).status).toBe(422)
  }
})

describe('a password that was set by a link', () => {
  test('ends every other link that was mailed for it, and the wait after wrong tries', async () => {
    const org = await world.organization()
    const person = await org.person('Lena Vogt')
    const ask = { body: { email: person.email } }
    await stranger().does(access.askPasswordReset, ask)
    await stranger().does(access.askPasswordReset, ask)
    const [first = '', second = ''] = (await mails()).map(tokenIn)
    const wrong = { body: { email: person.email, password: 'a wild guess' } }
    for (let tries = 0; tries < 11; tries += 1) await stranger().isRefused(people.signIn, wrong)
    await stranger().does(access.resetPassword, { body: { token: first, password: phrase } })
    const late = { body: { token: second, password: 'the phrase of a thief' } }
    expect((await stranger().isRefused(access.resetPassword, late)).status).toBe(410)
    await stranger().does(people.signIn, { body: { email: person.email, password: phrase } })
  })

  test('is set once, though two browsers use the link at the same moment', async () => {
    const org = await world.organization()
    const person = await org.person('Lena Vogt')
    await stranger().does(access.askPasswordReset, { body: { email: person.email } })
    const [token = ''] = (await mails()).map(tokenIn)
    const use = () => stranger().does(access.resetPassword, { body: { token, password: phrase } })
    const used = await Promise.allSettled([use(), use()])
    expect(used.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('is asked for in the same steps for an address that is known and for one that is not', async () => {
    const org = await world.organization()
    const person = await org.person('Lena Vogt')
    const stepsOf = async (email: string) => {
      const asked = vi.spyOn(pg.Client.prototype, 'query')
      await stranger().does(access.askPasswordReset, { body: { email } })
      const steps = asked.mock.calls.map(([query]) =>
        typeof query === 'string' ? query : (query as { text?: string }).text,
      )
      asked.mockRestore()
      return steps.filter((text) => !text?.includes('graphile_worker'))
    }
    const known = await stepsOf(person.email)
    expect(await stepsOf('nobody@northwind.example')).toEqual(known)
    expect((await mails()).map((mail) => mail.match(/^To: (.*)\r$/m)?.[1])).toEqual([person.email])
  })

  test('cannot be set by the link of someone who has left', async () => {
    const org = await world.organization()
    const [admin, person] = [await org.admin(), await org.person('Lena Vogt')]
    await stranger().does(access.askPasswordReset, { body: { email: person.email } })
    const [token = ''] = (await mails()).map(tokenIn)
    await admin.does(people.endMembership, { params: { memberId: person.id } })
    const use = { body: { token, password: phrase } }
    expect((await stranger().isRefused(access.resetPassword, use)).status).toBe(410)
  })
})

describe('an invitation', () => {
  const newcomer = { email: 'mei@northwind.example', name: 'Mei', role: 'learner' } as const

  test('is accepted once, though two browsers do it at the same moment', async () => {
    const org = await world.organization()
    const admin = await org.admin()
    await admin.does(invitations.inviteMember, { body: { ...newcomer, locale: 'en', groupId: org.root } })
    const [token = ''] = (await mails()).map(tokenIn)
    const accept = () =>
      stranger().does(invitations.acceptInvitation, { body: { token, name: 'Mei', password: phrase } })
    const accepted = await Promise.allSettled([accept(), accept()])
    expect(accepted.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('of an address that has become a member’s in the meantime says so', async () => {
    const org = await world.organization()
    const admin = await org.admin()
    await admin.does(invitations.inviteMember, { body: { ...newcomer, locale: 'en', groupId: org.root } })
    const [token = ''] = (await mails()).map(tokenIn)
    const known = { ...newcomer, email: 'MEI@northwind.example', title: '', locale: 'en' as const }
    await org.as((scope) => addMember(scope, { ...known, groupId: org.root }))
    const accepting = { body: { token, name: 'Mei', password: phrase } }
    expect(await stranger().isRefused(invitations.acceptInvitation, accepting)).toMatchObject({
      status: 409,
      code: 'member.address-known',
    })
  })

  test('and every other mail is written in the language of who reads it', async () => {
    const org = await world.organization()
    const admin = await org.admin()
    const fleur = { ...newcomer, email: 'fleur@northwind.example', name: 'Fleur' }
    await admin.does(invitations.inviteMember, { body: { ...fleur, locale: 'fr', groupId: org.root } })
    const [invited = ''] = await mails()
    expect(invited).toContain('Bonjour Fleur')
    await stranger().does(invitations.acceptInvitation, {
      body: { token: tokenIn(invited), name: 'Fleur', password: phrase },
    })
    await stranger().does(access.askPasswordReset, { body: { email: fleur.email } })
    expect((await mails())[0]).toContain('Bonjour Fleur')
  })
})
