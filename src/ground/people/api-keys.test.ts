import { describe, expect, test } from 'vitest'
import { listImports } from '#leader/import.contract.ts'
import { addressOf, type ProblemBody } from '#platform/http/call'
import { type Organization, type Person, personWith } from '#test/organization.ts'
import { switchOn } from '#test/purpose.ts'
import { openWorld } from '#test/world.ts'
import * as keys from './api-key.contract.ts'
import {
  endMembership,
  getSession,
  grantRole,
  listMembers,
  returnMember,
  signIn,
  withdrawRole,
} from './contract.ts'
import { setRoles } from './group.contract.ts'
import { endMembership as sendAway } from './members.ts'

const world = openWorld()
const body = { name: 'Nightly export', opens: 'imports', days: 90 } as const

async function company() {
  const org = await world.organization()
  const admin = await org.admin()
  await switchOn(admin, 'imports')
  return { org, admin }
}

const asked = (key: string | null, path: string, init: RequestInit = {}) =>
  world.cairn.app.request(path, {
    ...init,
    headers: { ...(key !== null && { authorization: `Bearer ${key}` }), ...(init.headers as object) },
  })

const imports = addressOf(listImports, {})
const codeOf = async (answer: Response | Promise<Response>) =>
  ((await (await answer).json()) as ProblemBody).code
const stateOf = async (admin: Person) => (await admin.does(keys.listApiKeys)).items.map(({ state }) => state)

async function started(key: string, id = 'a-key-for-a-test') {
  const mapping = { format: 'csv', helper: 'who', at: 'when' }
  return asked(key, imports, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': id },
    body: JSON.stringify({ source: 'Chat', size: 10, mapping }),
  })
}

describe('a key', () => {
  test('lets a program in where it opens, for whoever made it; what it did says by which key', async () => {
    const { org, admin } = await company()
    const { key, id, state } = await admin.does(keys.addApiKey, { body })
    expect([key.length, state]).toEqual([86, 'good'])
    expect((await asked(key, imports)).status).toBe(200)
    const answer = await started(key)
    expect(await answer.json()).toMatchObject({ source: 'Chat', startedBy: { name: 'Ada Winter' } })
    expect(await org.facts('import.started')).toEqual([expect.objectContaining({ keyId: id })])
    expect((await started(key)).headers.get('idempotent-replay')).toBe('true')
  })

  test('is told once, and kept only as what it is looked up by', async () => {
    const { org, admin } = await company()
    const { key } = await admin.does(keys.addApiKey, { body })
    const token = key.slice(-43)
    const { items } = await admin.does(keys.listApiKeys)
    expect(JSON.stringify(items)).not.toContain(token)
    const tables = ['api_keys', 'facts', 'idempotency_keys']
    for (const table of tables) {
      const rows = await world.stored(org.id, `select to_jsonb(t) as row from ${table} t`)
      expect(JSON.stringify(rows), table).not.toContain(token)
    }
  })

  test('opens nothing else, reads nothing else, and at the open doors it is a stranger', async () => {
    const { admin } = await company()
    const { key } = await admin.does(keys.addApiKey, { body })
    for (const other of [getSession, listMembers, keys.listApiKeys]) {
      const answer = await asked(key, addressOf(other, {}))
      expect([answer.status, await codeOf(answer)]).toEqual([403, 'access.key-not-for-this'])
    }
    const wrong = { email: 'nobody@northwind.example', password: 'a long enough phrase' }
    const answer = await asked(key, addressOf(signIn, {}), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'signing-in-by-key' },
      body: JSON.stringify(wrong),
    })
    expect(await codeOf(answer)).toBe('session.wrong-credentials')
  })

  test.each([
    ['', 'access.sign-in-needed'],
    ['x', 'access.sign-in-needed'],
    ['cairn_', 'access.key-unknown'],
    ['cairn_00000000-0000-0000-0000-000000000000_short', 'access.key-unknown'],
  ])('that is “%s” is none', async (key, code) => {
    await company()
    const answer = await asked(key, imports)
    expect([answer.status, await codeOf(answer)]).toEqual([401, code])
  })

  test('that was not copied whole is said to be unknown, also beside a session', async () => {
    const { admin } = await company()
    const { key } = await admin.does(keys.addApiKey, { body })
    for (const headers of [{}, { cookie: admin.cookie }])
      for (const part of [key.slice(0, -1), `${key}x`, `${key}, Bearer ${key}`])
        expect(await codeOf(asked(part, imports, { headers }))).toBe('access.key-unknown')
  })

  test('of another organization, or with one letter changed, is not known', async () => {
    const [one, other] = [await company(), await company()]
    const { key } = await one.admin.does(keys.addApiKey, { body })
    const moved = key.replace(one.org.id, other.org.id)
    const changed = key.slice(0, -1) + (key.endsWith('A') ? 'B' : 'A')
    for (const wrong of [moved, changed])
      expect(await codeOf(asked(wrong, imports))).toBe('access.key-unknown')
  })

  test('does not stand in the way of a session behind a proxy that writes its own Authorization', async () => {
    const { admin } = await company()
    const headers = { cookie: admin.cookie, authorization: 'Basic d2h5Om5vdA==' }
    expect((await world.cairn.app.request(imports, { headers })).status).toBe(200)
  })
})

describe('a key ends', () => {
  let org = {} as Organization
  let [admin, ben] = [{} as Person, {} as Person]
  let key = ''

  const adminOf = ({ id }: Person) => ({ groupId: org.root, memberId: id, role: 'admin' as const })

  async function madeByBen() {
    ;({ org, admin } = await company())
    ben = await org.person('Ben Ito', 'admin')
    ;({ key } = await ben.does(keys.addApiKey, { body }))
    expect((await asked(key, imports)).status).toBe(200)
  }

  test('when it is taken back, by any administrator of the whole organization; once more changes nothing', async () => {
    await madeByBen()
    const [{ id } = { id: '' }] = (await admin.does(keys.listApiKeys)).items
    for (const _ of [1, 2]) await admin.does(keys.revokeApiKey, { params: { keyId: id } })
    expect(await codeOf(asked(key, imports))).toBe('access.key-unknown')
    expect(await stateOf(admin)).toEqual(['revoked'])
    expect(await org.facts('key.revoked')).toEqual([{ keyId: id, name: body.name }])
  })

  test('when its days are over', async () => {
    await madeByBen()
    world.pass({ days: 90 })
    expect(await codeOf(asked(key, imports))).toBe('access.key-unknown')
    expect(await stateOf(await org.again(ben))).toEqual(['expired'])
  })

  test('when whoever made it leaves, and does not come back with them', async () => {
    await madeByBen()
    await admin.does(endMembership, { params: { memberId: ben.id } })
    expect(await codeOf(asked(key, imports))).toBe('access.key-unknown')
    await admin.does(returnMember, { params: { memberId: ben.id } })
    expect(await codeOf(asked(key, imports))).toBe('access.key-unknown')
    expect(await stateOf(admin)).toEqual(['revoked'])
  })

  test.each(['withdrawn', 'set'])(
    'when the administration of whoever made it ends, %s, and does not come back with it',
    async (way) => {
      await madeByBen()
      const set = (roles: ('admin' | 'learner')[]) =>
        admin.does(setRoles, { params: { groupId: org.root, memberId: ben.id }, body: { roles } })
      await (way === 'set' ? set(['learner']) : admin.does(withdrawRole, { params: adminOf(ben) }))
      for (const answer of [asked(key, imports), started(key)])
        expect(await codeOf(answer)).toBe('access.key-unknown')
      expect(await stateOf(admin)).toEqual(['revoked'])
      await set(['admin'])
      expect(await codeOf(asked(key, imports))).toBe('access.key-unknown')
    },
  )

  test('before it is made, at the very moment at which whoever makes it is sent away', async () => {
    await madeByBen()
    const [sent, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const sending = org.as(async (scope) => {
      await sendAway(scope, ben.id)
      sent.resolve()
      await held.promise
    })
    await sent.promise
    const refusal = ben.isRefused(keys.addApiKey, { body })
    const waits = `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    await expect.poll(async () => (await world.cairn.runtime.pool.query(waits)).rows[0].n).toBe(1)
    held.resolve()
    await sending
    expect(await refusal).toMatchObject({ status: 403, code: 'key.not-yours' })
    expect(await stateOf(admin)).toEqual(['revoked'])
  })

  test('not with another role, or with the administration of a group', async () => {
    await madeByBen()
    const lab = await org.group('Lab')
    for (const params of [
      { ...adminOf(ben), groupId: lab },
      { ...adminOf(ben), role: 'reviewer' as const },
    ]) {
      await admin.does(grantRole, { params })
      await admin.does(withdrawRole, { params })
    }
    expect((await asked(key, imports)).status).toBe(200)
  })
})

test('when it was last used is noted, by the hour', async () => {
  const { admin } = await company()
  const { key } = await admin.does(keys.addApiKey, { body })
  const used = async () => (await admin.does(keys.listApiKeys)).items[0]?.usedAt ?? null
  expect(await used()).toBeNull()
  await started(key, 'first-of-the-day')
  const first = await used()
  expect(first).not.toBeNull()
  world.pass({ minutes: 20 })
  await started(key, 'a-little-later')
  expect(await used()).toBe(first)
  world.pass({ minutes: 50 })
  await started(key, 'much-later')
  expect(Date.parse((await used()) ?? '')).toBeGreaterThan(Date.parse(first ?? ''))
})

test('who administers only a group makes none and sees none, and a stranger is not let in', async () => {
  const { org, admin } = await company()
  const lab = await org.group('Lab')
  const kofi = await org.person('Kofi Mensah', 'admin', lab)
  await admin.does(keys.addApiKey, { body })
  expect(await kofi.isRefused(keys.addApiKey, { body })).toMatchObject({ status: 403, code: 'key.not-yours' })
  expect(await kofi.isRefused(keys.listApiKeys)).toMatchObject({ status: 403, code: 'key.not-yours' })
  const stranger = personWith(world.cairn, { id: '', name: '', email: '', cookie: '' })
  expect(await stranger.isRefused(keys.listApiKeys)).toMatchObject({ status: 401 })
})
