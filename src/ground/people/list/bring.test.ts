import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { type Organization, type Person, personWith } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import * as people from '../contract.ts'
import * as invitations from '../invitation.contract.ts'
import { inviteMany, previewInvitations } from '../list.contract.ts'

const world = openWorld()

/** The invitations that the good lines of a list stand for. */
async function goodOf(person: Person, list: string) {
  const { lines } = await person.does(previewInvitations, { body: new Blob([list]) })
  return lines.flatMap(({ invitation }) => invitation ?? [])
}

async function countOf(org: Organization, what: 'invitations' | 'facts'): Promise<number> {
  const counted = sql<{
    n: number
  }>`select count(*)::int as n from ${sql.table(what)} where org_id = ${org.id}`
  const { rows } = await org.as(({ db }) => counted.execute(db))
  return rows[0]?.n ?? 0
}

describe('inviting a list', () => {
  test('does exactly what the preview said, once, with a mail and a place for each', async () => {
    const org = await world.organization()
    const admin = await org.admin()
    const lab = await org.group('Lab')
    const list = 'name,mail,title,group\nMei,mei@x.example,Technician,Lab\nKofi,kofi@x.example,,Lab'
    const before = [await countOf(org, 'invitations'), await countOf(org, 'facts')]
    const body = { invitations: await goodOf(admin, list) }
    expect([await countOf(org, 'invitations'), await countOf(org, 'facts')]).toEqual(before)
    const done = await admin.does(inviteMany, { body, key: 'this-list-once' })
    expect(done).toEqual({ invited: 2, passedOver: [] })
    expect(await admin.does(inviteMany, { body, key: 'this-list-once' })).toEqual(done)
    expect(await admin.does(inviteMany, { body })).toEqual({
      invited: 0,
      passedOver: [
        { email: 'mei@x.example', state: 'invited' },
        { email: 'kofi@x.example', state: 'invited' },
      ],
    })
    await world.settle()
    const folder = world.cairn.runtime.install.filesDir.replace(/files$/, 'mail')
    const mails = readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
    expect(mails.filter((text) => /^To: (mei|kofi)@x.example/m.test(text)).length).toBe(2)
    const mail = mails.find((text) => text.includes('To: mei@x.example'))?.replaceAll('=\r\n', '') ?? ''
    const token = mail.replaceAll('=3D', '=').match(/\/invitation\/([0-9a-f-]{36}\.[\w-]{43})/)?.[1] ?? ''
    const newcomer = personWith(world.cairn, { id: '', name: '', email: '', cookie: '' })
    const session = await newcomer.does(invitations.acceptInvitation, {
      body: { token, name: 'Mei', password: 'a long enough phrase' },
    })
    expect(session).toMatchObject({ member: { title: 'Technician' }, roles: [{ groupId: lab }] })
  })

  test('of ten thousand is done at once or not at all', async () => {
    const org = await world.organization()
    const head = await org.person('Head of Lab', 'admin', await org.group('Lab'))
    const admin = await org.admin()
    const lines = Array.from({ length: 10_000 }, (_, at) => `Person ${at},p${at}@many.example`)
    const good = await goodOf(admin, `name,mail\n${lines.join('\n')}`)
    expect(good.length).toBe(10_000)
    expect(await head.isRefused(inviteMany, { body: { invitations: good } })).toMatchObject({ status: 403 })
    expect(await countOf(org, 'invitations')).toBe(0)
    expect(await admin.does(inviteMany, { body: { invitations: good } })).toMatchObject({ invited: 10_000 })
    expect(await countOf(org, 'invitations')).toBe(10_000)
    const page = await admin.does(invitations.listInvitations, { query: { limit: 100 } })
    expect([page.items.length, page.next === null]).toEqual([100, false])
  })

  test('from an earlier preview passes over who has become a member since', async () => {
    const org = await world.organization()
    const admin = await org.admin()
    const mei = await org.person('Mei Tanaka')
    const line = { email: mei.email, name: 'Mei', groupId: org.root, role: 'learner', locale: 'en' } as const
    expect(await admin.does(inviteMany, { body: { invitations: [line] } })).toEqual({
      invited: 0,
      passedOver: [{ email: mei.email, state: 'member' }],
    })
    expect((await admin.does(people.listMembers)).items.length).toBe(2)
  })
})
