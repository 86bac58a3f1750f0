import { describe, expect, test } from 'vitest'
import * as demo from '#app/demo/contract.ts'
import * as courses from '#course/contract.ts'
import * as material from '#course/material.contract.ts'
import * as files from '#files/contract.ts'
import * as access from '#people/access.contract.ts'
import * as people from '#people/contract.ts'
import * as invitations from '#people/invitation.contract.ts'
import * as lists from '#people/list.contract.ts'
import * as organizations from '#people/organization.contract.ts'
import type { CallInput } from '#platform/http/call'
import type { Endpoint } from '#platform/http/endpoint'
import { endpoints } from './every-endpoint.ts'
import { tokenMailedTo } from './mailbox.ts'
import { personWith, send } from './organization.ts'
import { openWorld } from './world.ts'

/** A write whose answer was lost is sent again: by somebody who is not signed in, or as bytes, it does no harm either. */
const world = openWorld()
const password = 'a long enough phrase'

/** What a stranger is answered: the status, the body, and the session that the browser is given. */
async function knock<E extends Endpoint>(endpoint: E, input: CallInput<E>) {
  const response = await send(world.cairn, '', endpoint, input)
  const body = response.status === 204 ? null : ((await response.json()) as Record<string, unknown>)
  return { status: response.status, body, cookie: response.headers.get('set-cookie') }
}

const signedInWith = (cookie: string | null) =>
  personWith(world.cairn, { id: '', name: '', email: '', cookie: cookie?.split(';')[0] ?? '' })

const rowsOf = async (table: string, where = 'true'): Promise<number> =>
  Number((await world.owner.query(`select count(*) as n from ${table} where ${where}`)).rows[0].n)

describe('before anybody is signed in', () => {
  const body = {
    organization: 'Northwind',
    name: 'Ada Winter',
    email: 'ada@northwind.example',
    password,
    locale: 'en',
  } as const

  test('an organization that is asked for ten times at once is made once, and lets its administrator in each time', async () => {
    const key = crypto.randomUUID()
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => knock(organizations.createOrganization, { body, key })),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    const [{ status, cookie } = { status: 0, cookie: null }] = answers
    expect(status).toBe(201)
    const { organization, member } = await signedInWith(cookie).does(people.getSession)
    expect([organization.name, member.name]).toEqual(['Northwind', 'Ada Winter'])
    expect(await world.stored(organization.id, 'select id from sessions')).toHaveLength(1)

    const other = { body: { ...body, organization: 'Southwind' }, key }
    expect(await knock(organizations.createOrganization, other)).toMatchObject({
      status: 422,
      body: { code: 'idempotency.key-reused' },
      cookie: null,
    })
    expect(await knock(organizations.createOrganization, { body })).toMatchObject({
      status: 409,
      body: { code: 'organization.already-set-up' },
    })
  })

  test('neither the key nor the session nor the password of it is stored', async () => {
    const key = crypto.randomUUID()
    const org = await world.organization()
    const { email } = await org.person('Kofi Mensah')
    await knock(access.askPasswordReset, { body: { email } })
    await world.settle()
    const token = await tokenMailedTo(world, email)
    await knock(access.resetPassword, { body: { token, password }, key })
    const { rows } = await world.owner.query('select * from door_answers')
    expect(rows.length).toBeGreaterThan(1)
    const stored = rows.flatMap(({ key: place, sealed }) => [
      place,
      Buffer.from(sealed, 'base64url').toString('latin1'),
    ])
    const said = stored.join('\n')
    for (const secret of [key, token, password, 'cairn_session', 'Ada Winter', email])
      expect(said).not.toContain(secret)
  })
})

test('an invitation that is accepted twice makes one member, who is let in both times', async () => {
  const org = await world.organization()
  const admin = await org.admin()
  const invited = { email: 'noor@northwind.example', name: 'Noor', role: 'learner', locale: 'en' } as const
  await admin.does(invitations.inviteMember, { body: { ...invited, groupId: org.root } })
  await world.settle()
  const token = await tokenMailedTo(world, invited.email)
  const accept = { body: { token, name: 'Noor Alvi', password }, key: crypto.randomUUID() }
  const [first, second] = [
    await knock(invitations.acceptInvitation, accept),
    await knock(invitations.acceptInvitation, accept),
  ]
  expect(second).toEqual(first)
  expect((await signedInWith(second.cookie).does(people.getSession)).member.name).toBe('Noor Alvi')
  expect(await world.stored(org.id, `select from members where email = $1`, invited.email)).toHaveLength(1)
  const used = { ...accept, key: crypto.randomUUID() }
  expect((await knock(invitations.acceptInvitation, used)).body).toMatchObject({ code: 'invitation.used' })
})

test('a new password that is asked for and set twice is one mail and one new password', async () => {
  const org = await world.organization()
  const { email } = await org.person('Lena Vogt')
  const ask = { body: { email }, key: crypto.randomUUID() }
  for (let again = 0; again < 9; again += 1)
    expect((await knock(access.askPasswordReset, ask)).status).toBe(204)
  await world.settle()
  expect(await world.stored(org.id, 'select from password_resets')).toHaveLength(1)
  const set = { body: { token: await tokenMailedTo(world, email), password }, key: crypto.randomUUID() }
  expect((await knock(access.resetPassword, set)).status).toBe(204)
  expect((await knock(access.resetPassword, set)).status).toBe(204)
  expect(await world.stored(org.id, `select from facts where type = 'password.set'`)).toHaveLength(1)
  const changed = { ...set, body: { ...set.body, password: `${password} more` } }
  expect((await knock(access.resetPassword, changed)).body).toMatchObject({ code: 'idempotency.key-reused' })
  expect((await knock(people.signIn, { body: { email, password } })).status).toBe(201)
})

test('signing in twice opens two sessions, and a key is no way around the count of wrong tries', async () => {
  const org = await world.organization()
  const { email } = await org.person('Mei Tanaka')
  await knock(access.askPasswordReset, { body: { email } })
  await world.settle()
  await knock(access.resetPassword, { body: { token: await tokenMailedTo(world, email), password } })
  const key = crypto.randomUUID()
  const signIn = (phrase: string) => knock(people.signIn, { body: { email, password: phrase }, key })
  const [first, second] = [await signIn(password), await signIn(password)]
  expect([first.status, second.status]).toEqual([201, 201])
  expect(second.cookie).not.toBe(first.cookie)
  expect((await signedInWith(second.cookie).does(access.listSessions)).items).toHaveLength(2)
  const wrong = []
  for (let tries = 0; tries < 11; tries += 1) wrong.push((await signIn('another phrase')).status)
  expect(wrong).toEqual([...Array(10).fill(401), 429])
})

describe('bytes that are sent twice', () => {
  test('stand in the file once: what has arrived is refused with where to go on, also at the same moment', async () => {
    const org = await world.organization()
    const dana = await org.person('Dana Reyes')
    const { course } = await dana.does(courses.createCourse, {
      body: { title: 'Zero it', groupId: org.root },
    })
    const [half, rest] = ['the first half, ', 'and the rest']
    const size = half.length + rest.length
    const file = await dana.does(material.startUpload, {
      params: { courseId: course.id },
      body: { name: 'a.txt', size },
    })
    const part = (offset: number, text: string) =>
      send(world.cairn, dana.cookie, files.sendPart, {
        params: { fileId: file.id, offset },
        body: new Blob([text]),
        key: `the-part-at-${offset}`,
      })
    const both = await Promise.all([part(0, half), part(0, half)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const refused = both.find(({ status }) => status === 409)
    expect(await refused?.json()).toMatchObject({ code: 'file.wrong-offset', received: half.length })
    expect((await part(half.length, rest)).status).toBe(200)
    expect(await (await part(half.length, rest)).json()).toMatchObject({ code: 'file.finished' })
    const whole = await send(world.cairn, dana.cookie, material.getFile, { params: { fileId: file.id } })
    expect(await whole.text()).toBe(half + rest)
    expect(await world.stored(org.id, `select from facts where type = 'file.uploaded'`)).toHaveLength(1)
  })

  test('are a preview twice, and nothing more', async () => {
    const admin = await (await world.organization()).admin()
    const table = { body: new Blob(['name,email\nNoor,noor@northwind.example']), key: 'the-same-preview' }
    const [first, second] = [
      await admin.does(lists.previewInvitations, table),
      await admin.does(lists.previewInvitations, table),
    ]
    expect(second).toEqual(first)
    expect((await admin.does(invitations.listInvitations)).items).toEqual([])
  })
})

test('a demo that is asked for twice is built once', async () => {
  const ask = { key: crypto.randomUUID() }
  const [first, second] = [await knock(demo.askForDemo, ask), await knock(demo.askForDemo, ask)]
  expect(second).toEqual(first)
  expect(first).toMatchObject({ status: 202, body: { state: 'building' } })
  expect([await rowsOf('demo_builds'), await rowsOf('graphile_worker.jobs', `key = 'demo'`)]).toEqual([1, 1])
})

test('the answer to every write is kept under its key, but for those that say why sending them twice does no harm', () => {
  const writes = endpoints.filter(({ method }) => method !== 'GET')
  expect(
    writes
      .filter(({ twice }) => twice)
      .map(({ name }) => name)
      .sort(),
  ).toEqual([
    ...['addApiKey', 'askForDemo', 'checkBadge', 'enterDemo', 'previewImport', 'previewInvitations'],
    ...['sendPart', 'signIn', 'takeBounce', 'takeImportPart', 'unsubscribe'],
  ])
  expect(endpoints.filter(({ method, twice }) => method === 'GET' && twice)).toEqual([])
})
