import { describe, expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import * as needs from '#need/contract.ts'
import * as recognition from '#recognition/contract.ts'
import { openWorld } from '#test/world.ts'
import * as people from './contract.ts'

const world = openWorld()

describe('an organization keeps an administrator who can come in', () => {
  test('also when another one is left only in the lists: who has left counts for nothing', async () => {
    const org = await world.organization()
    const [ada, bo] = [await org.admin(), await org.person('Bo Berg', 'admin')]
    await ada.does(people.endMembership, { params: { memberId: bo.id } })
    const last = 'member.last-admin'
    expect((await ada.isRefused(people.endMembership, { params: { memberId: ada.id } })).code).toBe(last)
    const role = { groupId: org.root, memberId: ada.id, role: 'admin' } as const
    expect((await ada.isRefused(people.withdrawRole, { params: role })).code).toBe(last)
  })

  test('also when two of them leave at the same moment', async () => {
    const org = await world.organization()
    const [ada, bo] = [await org.admin(), await org.person('Bo Berg', 'admin')]
    const leave = (who: typeof ada) => who.does(people.endMembership, { params: { memberId: who.id } })
    const left = await Promise.allSettled([leave(ada), leave(bo)])
    expect(left.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('an id in capital letters is the same id', () => {
  test('so that the last administrator cannot be taken away by it, nor a group moved into itself', async () => {
    const org = await world.organization()
    const ada = await org.admin()
    const lab = await org.group('Lab')
    const bench = await org.group('Bench', { parent: lab })
    const big = (id: string) => id.toUpperCase()
    const role = { groupId: big(org.root), memberId: big(ada.id), role: 'admin' } as const
    expect((await ada.isRefused(people.withdrawRole, { params: role })).code).toBe('member.last-admin')
    const leaving = { params: { memberId: big(ada.id) } }
    expect((await ada.isRefused(people.endMembership, leaving)).code).toBe('member.last-admin')
    const move = { params: { groupId: big(lab) }, body: { parentId: bench } }
    expect((await ada.isRefused(people.moveGroup, move)).code).toBe('group.circle')
  })

  test('so that nobody thanks themselves, and no need is merged into itself', async () => {
    const org = await world.organization()
    const mei = await org.person('Mei Tanaka')
    const body = { toIds: [mei.id.toUpperCase()], reason: 'For all that I have done' }
    expect((await mei.isRefused(recognition.giveKudos, { body })).code).toBe('input.invalid')
    const need = await mei.does(needs.raiseNeed, {
      body: { title: 'Zero it', details: '', groupId: org.root },
    })
    const merge = { params: { needId: need.id }, body: { into: need.id.toUpperCase() } }
    expect((await mei.isRefused(needs.mergeNeed, merge)).code).toBe('need.same')
    const made = await mei.does(courses.createCourse, {
      body: { title: 'Zero it', groupId: org.root.toUpperCase(), needId: need.id.toUpperCase() },
    })
    expect(made.course).toMatchObject({ needId: need.id, group: { id: org.root } })
  })
})

describe('a group', () => {
  const look = { colour: 'sea', glyph: 'users', private: false } as const

  test('is taken from its place only by who administers that place, so that nobody moves it out of reach', async () => {
    const org = await world.organization()
    const [research, sales] = [await org.group('Research'), await org.group('Sales')]
    const lab = await org.group('Lab', { parent: research })
    const head = await org.person('Head of Lab', 'admin', lab)
    await org.grant(head.id, sales, 'admin')
    const move = { params: { groupId: lab }, body: { parentId: sales } }
    expect((await head.isRefused(people.moveGroup, move)).code).toBe('group.admin-needed')
    await org.grant(head.id, research, 'admin')
    await head.does(people.moveGroup, move)
  })

  test('is never deeper than eight, also when it is moved there with what is below it', async () => {
    const org = await world.organization()
    const admin = await org.admin()
    let deep = org.root
    for (let level = 1; level < 7; level += 1) deep = await org.group(`Level ${level}`, { parent: deep })
    const top = await org.group('Top')
    await org.group('Below', { parent: top })
    const move = { params: { groupId: top }, body: { parentId: deep } }
    expect((await admin.isRefused(people.moveGroup, move)).code).toBe('group.too-deep')
  })

  test('that is added while the one above it moves ends up below it all the same', async () => {
    const org = await world.organization()
    const admin = await org.admin()
    const [lab, sales] = [await org.group('Lab'), await org.group('Sales')]
    const head = await org.person('Head of Sales', 'admin', sales)
    const add = (n: number) =>
      admin.does(people.addGroup, { body: { ...look, parentId: lab, name: `Team ${n}` } })
    await Promise.all([
      ...[1, 2, 3].map(add),
      admin.does(people.moveGroup, { params: { groupId: lab }, body: { parentId: sales } }),
      ...[4, 5, 6].map(add),
    ])
    const { items } = await head.does(people.listGroups)
    const teams = items.filter(({ name }) => name.startsWith('Team'))
    expect(teams.map(({ depth, can }) => [depth, can.manage])).toEqual(teams.map(() => [3, true]))
    expect(teams).toHaveLength(6)
  })

  test('shows who is in it only to those who may see it', async () => {
    const org = await world.organization()
    const board = await org.group('Board', { private: true })
    const insider = await org.person('Insider', 'learner', board)
    const outsider = await org.person('Outsider', 'learner', await org.group('Sales'))
    const list = { query: { groupId: board } }
    expect((await insider.does(people.listMembers, list)).items.map(({ name }) => name)).toEqual(['Insider'])
    expect((await outsider.isRefused(people.listMembers, list)).status).toBe(404)
  })
})
