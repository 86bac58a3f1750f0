import { describe, expect, test } from 'vitest'
import { personWith } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import * as people from './contract.ts'
import * as organization from './organization.contract.ts'
import { changeOrganization } from './organization.contract.ts'

const world = openWorld()
const stranger = () => personWith(world.cairn, { id: '', name: '', email: '', cookie: '' })

describe('the first visit', () => {
  test('creates one organization and signs its administrator in, and is then refused', async () => {
    const first = await stranger().does(organization.createOrganization, {
      body: organization.createOrganization.example as never,
    })
    expect(first.roles).toEqual([{ groupId: first.organization.id, role: 'admin' }])
    const refusal = await stranger().isRefused(organization.createOrganization, {
      body: organization.createOrganization.example as never,
    })
    expect(refusal).toMatchObject({ status: 409, code: 'organization.already-set-up' })
    const session = await stranger().does(people.signIn, {
      body: { email: 'ADA@northwind.example', password: 'a long enough phrase' },
    })
    expect(session.member.name).toBe('Ada Winter')
  })

  test('refuses a short password and an unknown field, each with a pointer to it', async () => {
    const body = { ...(organization.createOrganization.example as object), password: 'short', admin: true }
    const refusal = await stranger().isRefused(organization.createOrganization, { body: body as never })
    expect(refusal.status).toBe(422)
    expect(refusal.faults?.map(({ pointer }) => pointer).sort()).toEqual(['/admin', '/password'])
  })
})

describe('signing in', () => {
  test('says the same of a wrong password and of an unknown address', async () => {
    const org = await world.organization()
    const person = await org.person('Lena Vogt')
    const wrong = await stranger().isRefused(people.signIn, {
      body: { email: person.email, password: 'not it at all' },
    })
    const unknown = await stranger().isRefused(people.signIn, {
      body: { email: 'no@one.example', password: 'not it at all' },
    })
    expect(wrong).toEqual(unknown)
    expect(wrong).toMatchObject({ status: 401, code: 'session.wrong-credentials' })
  })

  test('is refused after ten wrong tries, and open again a quarter of an hour later', async () => {
    const attempt = () =>
      stranger().isRefused(people.signIn, { body: { email: 'guess@me.example', password: 'a wild guess' } })
    for (let tries = 0; tries < 10; tries += 1) expect((await attempt()).status).toBe(401)
    expect(await attempt()).toMatchObject({ status: 429, code: 'session.too-many-tries' })
    world.pass({ minutes: 16 })
    expect((await attempt()).status).toBe(401)
  })

  test('ends with signing out: the same cookie is refused at once', async () => {
    const person = await (await world.organization()).person('Kofi Mensah')
    await person.does(people.signOut)
    expect(await person.isRefused(people.getSession)).toMatchObject({ status: 401 })
  })
})

describe('roles and groups', () => {
  test('what is granted on a group holds below it, and nowhere else', async () => {
    const org = await world.organization()
    const lab = await org.group('Lab')
    const bench = await org.group('Bench', { parent: lab })
    const sales = await org.group('Sales')
    const head = await org.person('Head of Lab', 'admin', lab)
    const body = { name: 'New team', colour: 'sea', glyph: 'users', private: false } as const
    await head.does(people.addGroup, { body: { ...body, parentId: bench } })
    expect(await head.isRefused(people.addGroup, { body: { ...body, parentId: sales } })).toMatchObject({
      status: 403,
    })
  })

  test('a private group and what is below it cannot be told from one that does not exist', async () => {
    const org = await world.organization()
    const board = await org.group('Board', { private: true })
    const audit = await org.group('Audit', { parent: board })
    const insider = await org.person('Insider', 'learner', board)
    const outsider = await org.person('Outsider', 'learner', await org.group('Sales'))
    const names = async (person: typeof insider) =>
      (await person.does(people.listGroups)).items.map(({ id }) => id)
    expect(await names(insider)).toEqual(expect.arrayContaining([board, audit]))
    const newcomer = await org.person('Newcomer')
    for (const person of [outsider, newcomer]) {
      expect(await names(person)).not.toContain(board)
      expect(await names(person)).not.toContain(audit)
    }
    const responsible = await org.person('Responsible', 'manager')
    expect(await names(responsible)).toEqual(expect.arrayContaining([board, audit]))
    const admin = await org.person('Lab admin', 'admin', await org.group('Lab'))
    const refusal = await admin.isRefused(people.moveGroup, {
      params: { groupId: audit },
      body: { parentId: board },
    })
    expect(refusal).toMatchObject({ status: 404, code: 'group.not-found' })
  })

  test('a group moves with everything below it, never into itself', async () => {
    const org = await world.organization()
    const admin = await org.admin()
    const [lab, sales] = [await org.group('Lab'), await org.group('Sales')]
    const bench = await org.group('Bench', { parent: lab })
    const circle = await admin.isRefused(people.moveGroup, {
      params: { groupId: lab },
      body: { parentId: bench },
    })
    expect(circle.code).toBe('group.circle')
    await admin.does(people.moveGroup, { params: { groupId: lab }, body: { parentId: sales } })
    const { items } = await admin.does(people.listGroups)
    expect(items.find(({ id }) => id === bench)?.depth).toBe(3)
  })

  test('the last administrator can neither leave nor lose the role', async () => {
    const org = await world.organization()
    const admin = await org.admin()
    const role = { groupId: org.root, memberId: admin.id, role: 'admin' } as const
    expect(await admin.isRefused(people.withdrawRole, { params: role })).toMatchObject({
      code: 'member.last-admin',
    })
    expect(await admin.isRefused(people.endMembership, { params: { memberId: admin.id } })).toMatchObject({
      code: 'member.last-admin',
    })
  })

  test('someone who left is signed out at once and may return', async () => {
    const org = await world.organization()
    const [admin, person] = [await org.admin(), await org.person('Mei Tanaka')]
    await admin.does(people.endMembership, { params: { memberId: person.id } })
    expect(await person.isRefused(people.getSession)).toMatchObject({ status: 401 })
    await admin.does(people.returnMember, { params: { memberId: person.id } })
    expect((await admin.does(people.getMember, { params: { memberId: person.id } })).left).toBe(false)
  })
})

test('the organization is renamed by its administrator alone, everywhere it is named', async () => {
  const org = await world.organization('Northwind Gauges')
  const [admin, head] = [await org.admin(), await org.person('Head of Lab', 'admin', await org.group('Lab'))]
  const body = { name: 'Southwind Gauges' }
  expect((await head.isRefused(changeOrganization, { body })).status).toBe(403)
  await admin.does(changeOrganization, { body })
  expect((await head.does(people.getSession)).organization.name).toBe('Southwind Gauges')
  expect((await head.does(people.listGroups)).items[0]?.name).toBe('Southwind Gauges')
})

describe('a write sent twice', () => {
  test('is done once and answers the same, and its key serves no other request', async () => {
    const org = await world.organization()
    const admin = await org.admin()
    const body = { parentId: org.root, name: 'Once', colour: 'pine', glyph: 'users', private: false } as const
    const [first, second] = await Promise.all([
      admin.does(people.addGroup, { body, key: 'the-same-key' }),
      admin.does(people.addGroup, { body, key: 'the-same-key' }),
    ])
    expect(second).toEqual(first)
    const other = await admin.isRefused(people.addGroup, {
      body: { ...body, name: 'Twice' },
      key: 'the-same-key',
    })
    expect(other.code).toBe('idempotency.key-reused')
  })
})
