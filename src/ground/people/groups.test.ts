import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { raiseNeed } from '#need/contract.ts'
import { openWorld } from '#test/world.ts'
import * as people from './contract.ts'
import * as groups from './group.contract.ts'
import * as invitations from './invitation.contract.ts'

const world = openWorld()
const look = { colour: 'sea', glyph: 'users', private: false } as const

describe('the people of a group', () => {
  test('are listed with their own roles and those that come from above, said as such', async () => {
    const org = await world.organization()
    const lab = await org.group('Lab')
    const bench = await org.group('Bench', { parent: lab })
    const lena = await org.person('Lena Vogt', 'learner', bench)
    await org.grant(lena.id, bench, 'leader')
    await org.grant(lena.id, lab, 'reviewer')
    await org.person('Kofi Mensah', 'manager', lab)
    await org.person('Somebody Else', 'learner', await org.group('Sales'))
    const list = async (from: 'here' | 'above') =>
      (await lena.does(groups.listGroupMembers, { params: { groupId: bench }, query: { from } })).items
    const inherited = { groupId: lab, group: 'Lab' }
    expect(await list('here')).toMatchObject([
      { name: 'Lena Vogt', roles: ['leader', 'learner'], inherited: [{ ...inherited, role: 'reviewer' }] },
    ])
    expect(await list('above')).toMatchObject([
      { name: 'Ada Winter', roles: [], inherited: [{ groupId: org.root, role: 'admin' }] },
      { name: 'Kofi Mensah', roles: [], inherited: [{ ...inherited, role: 'manager' }] },
    ])
    expect(await lena.does(groups.getGroup, { params: { groupId: bench } })).toMatchObject({
      members: 1,
      below: 0,
      above: [{ id: org.root }, { id: lab, name: 'Lab' }],
      can: { manage: false, lead: true },
    })
  })

  test('are found by any part of their name, page by page, without those who left', async () => {
    const org = await world.organization()
    const [admin, lab] = [await org.admin(), await org.group('Lab')]
    const names = ['Élodie Roy', 'Elodie Abel', 'Lena Vogt', 'Elodie Gone', 'Elodie Zorn']
    const made = []
    for (const name of names) made.push(await org.person(name, 'learner', lab))
    await admin.does(people.endMembership, { params: { memberId: made[3]?.id ?? '' } })
    const params = { groupId: lab }
    const first = await admin.does(groups.listGroupMembers, { params, query: { q: 'elodie', limit: 2 } })
    const after = first.next ?? ''
    const second = await admin.does(groups.listGroupMembers, {
      params,
      query: { q: 'elodie', limit: 2, after },
    })
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual([
      'Elodie Abel',
      'Élodie Roy',
      'Elodie Zorn',
    ])
    expect(second.next).toBeNull()
    expect((await admin.does(groups.getGroup, { params })).members).toBe(4)
  })

  test('of a private group are hidden from outsiders, and so is what is above a private part', async () => {
    const org = await world.organization()
    const board = await org.group('Board', { private: true })
    const audit = await org.group('Audit', { parent: board })
    const outsider = await org.person('Outsider', 'learner', await org.group('Sales'))
    const insider = await org.person('Insider', 'learner', audit)
    const params = { groupId: audit }
    expect((await outsider.isRefused(groups.listGroupMembers, { params })).status).toBe(404)
    expect((await outsider.isRefused(groups.getGroup, { params })).status).toBe(404)
    expect((await outsider.isRefused(people.listMembers, { query: { groupId: audit } })).status).toBe(404)
    const shown = (await outsider.does(people.listMembers)).items.find(({ name }) => name === 'Insider')
    expect(shown?.roles).toEqual([])
    expect((await insider.does(groups.getGroup, { params })).above).toMatchObject([{ id: org.root }])
  })
})

describe('roles on a group', () => {
  test('are set all at once, and who has none left is out of the group', async () => {
    const org = await world.organization()
    const [admin, lab] = [await org.admin(), await org.group('Lab')]
    const lena = await org.person('Lena Vogt', 'learner', lab)
    const params = { groupId: lab, memberId: lena.id }
    const rolesNow = async () =>
      (await admin.does(people.getMember, { params: { memberId: lena.id } })).roles.map(({ role }) => role)
    await admin.does(groups.setRoles, { params, body: { roles: ['reviewer', 'leader', 'leader'] } })
    expect((await rolesNow()).sort()).toEqual(['leader', 'reviewer'])
    await admin.does(groups.setRoles, { params, body: { roles: [] } })
    expect(await rolesNow()).toEqual([])
    // Counted as the product sees it: an owner who is no superuser sees no rows.
    const told = sql<{ role: string; type: string }>`select data->>'role' as role, type from facts
      where org_id = ${org.id} and type like 'role.%' and actor_id = ${admin.id}
        and data->>'memberId' = ${lena.id} order by id offset 1`
    const { rows } = await org.as(({ db }) => told.execute(db))
    expect(rows.map(({ type, role }) => `${type} ${role}`)).toEqual([
      'role.granted reviewer',
      'role.granted leader',
      'role.withdrawn learner',
      'role.withdrawn leader',
      'role.withdrawn reviewer',
    ])
  })

  test('are given and taken by an administrator of a part within that part alone', async () => {
    const org = await world.organization()
    const [lab, sales] = [await org.group('Lab'), await org.group('Sales')]
    const bench = await org.group('Bench', { parent: lab })
    const head = await org.person('Head of Lab', 'admin', lab)
    const lena = await org.person('Lena Vogt', 'learner', sales)
    const roles = { roles: ['leader' as const] }
    const at = (groupId: string) => ({ params: { groupId, memberId: lena.id }, body: roles })
    await head.does(groups.setRoles, at(bench))
    for (const groupId of [sales, org.root])
      expect(await head.isRefused(groups.setRoles, at(groupId))).toMatchObject({
        status: 403,
        code: 'group.admin-needed',
      })
    const { items } = await head.does(people.listGroups)
    expect(items.filter(({ can }) => can.manage).map(({ name }) => name)).toEqual(['Lab', 'Bench'])
  })

  test('of the last administrator stay, also when another administrator has left', async () => {
    const org = await world.organization()
    const [admin, second] = [await org.admin(), await org.person('Second Admin', 'admin')]
    await admin.does(people.endMembership, { params: { memberId: second.id } })
    const refusal = await admin.isRefused(groups.setRoles, {
      params: { groupId: org.root, memberId: admin.id },
      body: { roles: ['learner'] },
    })
    expect(refusal.code).toBe('member.last-admin')
    const role = { groupId: org.root, memberId: admin.id, role: 'admin' } as const
    expect((await admin.isRefused(people.withdrawRole, { params: role })).code).toBe('member.last-admin')
  })
})

describe('an archived group', () => {
  test('goes with what is below it, keeps everything, and comes back as it was', async () => {
    const org = await world.organization()
    const [admin, lab] = [await org.admin(), await org.group('Lab')]
    const bench = await org.group('Bench', { parent: lab })
    const old = await org.group('Old bench', { parent: lab })
    const lena = await org.person('Lena Vogt', 'leader', bench)
    const need = { title: 'How to zero a gauge', details: '', groupId: bench }
    await lena.does(raiseNeed, { body: need })
    const params = { groupId: lab }
    await admin.does(groups.archiveGroup, { params: { groupId: old } })
    await admin.does(groups.archiveGroup, { params })
    const names = async () => (await admin.does(people.listGroups)).items.map(({ name }) => name)
    expect(await names()).toEqual(['Northwind Gauges'])
    expect((await lena.isRefused(raiseNeed, { body: need })).status).toBe(404)
    expect((await admin.does(groups.listArchivedGroups)).items).toMatchObject([{ id: lab, name: 'Lab' }])
    const early = await admin.isRefused(groups.restoreGroup, { params: { groupId: bench } })
    expect(early.code).toBe('group.parent-archived')
    await admin.does(groups.restoreGroup, { params })
    expect(await names()).toEqual(['Northwind Gauges', 'Lab', 'Bench'])
    expect((await admin.does(groups.getGroup, { params: { groupId: bench } })).members).toBe(1)
    expect((await admin.isRefused(groups.restoreGroup, { params })).code).toBe('group.present')
  })

  test('is never the whole organization, one that people are invited to, or someone else’s', async () => {
    const org = await world.organization()
    const [admin, lab] = [await org.admin(), await org.group('Lab')]
    const bench = await org.group('Bench', { parent: lab })
    const params = { groupId: lab }
    const root = await admin.isRefused(groups.archiveGroup, { params: { groupId: org.root } })
    expect(root.code).toBe('group.root-stays')
    const body = {
      email: 'mei@northwind.example',
      name: 'Mei',
      groupId: bench,
      role: 'admin',
      locale: 'en',
    } as const
    await admin.does(invitations.inviteMember, { body })
    expect(await admin.isRefused(groups.archiveGroup, { params })).toMatchObject({
      code: 'group.invitations-wait',
      waiting: 1,
    })
    world.pass({ days: 15 })
    const elsewhere = await org.person('Head of Sales', 'admin', await org.group('Sales'))
    expect((await elsewhere.isRefused(groups.archiveGroup, { params })).status).toBe(403)
    await admin.does(groups.archiveGroup, { params })
    expect((await elsewhere.isRefused(groups.restoreGroup, { params })).status).toBe(403)
  })
})

test('a group is not moved to where its parts would nest too deep', async () => {
  const org = await world.organization()
  const admin = await org.admin()
  let deep = org.root
  for (let level = 2; level <= 7; level += 1) deep = await org.group(`Level ${level}`, { parent: deep })
  const pair = await org.group('Pair')
  await org.group('Inner', { parent: pair })
  const move = { params: { groupId: pair }, body: { parentId: deep } }
  expect((await admin.isRefused(people.moveGroup, move)).code).toBe('group.too-deep')
  const added = await admin.does(people.addGroup, { body: { ...look, name: 'Eight', parentId: deep } })
  const ninth = { ...look, name: 'Nine', parentId: added.id }
  expect((await admin.isRefused(people.addGroup, { body: ninth })).code).toBe('group.too-deep')
})

test('there are a thousand groups at most: one more is neither added nor brought back', async () => {
  const org = await world.organization()
  const [admin, lab] = [await org.admin(), await org.group('Lab')]
  await org.group('Bench', { parent: lab })
  await admin.does(groups.archiveGroup, { params: { groupId: lab } })
  await org.as(({ db }) =>
    sql`insert into groups (org_id, id, parent_id, path, name, colour, glyph, private, created_at)
      select ${org.id}, id, ${org.root}, array[${org.root}::uuid, id], 'Group ' || n, 'pine', 'users', false, now()
      from (select n, gen_random_uuid() as id from generate_series(1, ${people.mostGroups - 2}) n) made`.execute(
      db,
    ),
  )
  const add = { body: { ...look, name: 'The thousandth', parentId: org.root } }
  const back = { params: { groupId: lab } }
  expect(await admin.isRefused(groups.restoreGroup, back)).toMatchObject({
    code: 'group.too-many',
    most: 1000,
  })
  await admin.does(people.addGroup, add)
  expect((await admin.does(people.listGroups)).items).toHaveLength(people.mostGroups)
  expect(await admin.isRefused(people.addGroup, add)).toMatchObject({ status: 409, code: 'group.too-many' })
  expect((await admin.does(people.listGroups)).items).toHaveLength(people.mostGroups)
})
