import { beforeAll, describe, expect, test } from 'vitest'
import { signOut } from '#people/contract.ts'
import type { Endpoint } from '#platform/http/endpoint'
import { endpoints, paramsFor, queryFor, type Setting, settingIn } from './every-endpoint.ts'
import type { Person } from './organization.ts'
import { send } from './organization.ts'
import { openWorld } from './world.ts'

/** Every endpoint, walked as everyone who must not come in. What is refused to them is a list nobody has to keep. */
const world = openWorld()
const first = {} as Setting
const second = {} as { admin: Person }

beforeAll(async () => {
  Object.assign(first, await settingIn(world))
  const other = await world.organization('Second')
  second.admin = await other.admin()
  await world.settle()
})

const call = (endpoint: Endpoint, cookie: string) => {
  const input = { params: paramsFor(endpoint, first.params), query: queryFor(endpoint) }
  const body = endpoint.raw === 'request' ? new Blob(['x']) : (endpoint.example ?? {})
  return send(world.cairn, cookie, endpoint, { ...input, body } as never)
}
const closed = endpoints.filter(({ access }) => access !== 'anyone')

describe('a stranger', () => {
  test.each(closed.map((endpoint) => [endpoint.name, endpoint] as const))(
    'is not let in by %s',
    async (_, endpoint) => {
      expect((await call(endpoint, '')).status).toBe(401)
      const forged = `cairn_session=${first.org.id}.${'a'.repeat(43)}`
      expect((await call(endpoint, forged)).status).toBe(401)
    },
  )
})

describe('a session that was ended', () => {
  beforeAll(() => first.learner.does(signOut))
  test.each(closed.map((endpoint) => [endpoint.name, endpoint] as const))(
    'is not let in by %s',
    async (_, endpoint) => {
      expect((await call(endpoint, first.learner.cookie)).status).toBe(401)
    },
  )
})

describe('another organization', () => {
  const leaving = ['signOut', 'signOutEverywhere', 'watchChanges']
  const walked = closed.filter(({ name }) => !leaving.includes(name))
  test.each(walked.map((endpoint) => [endpoint.name, endpoint] as const))(
    'learns and changes nothing by %s',
    async (_, endpoint) => {
      const response = await call(endpoint, second.admin.cookie)
      const said = await response.text()
      expect(response.status).toBeLessThan(500)
      expect(said).not.toContain('secret')
      for (const id of Object.values(first.params).filter((value) => value.length === 36))
        expect(said).not.toContain(id)
      const takesId = /:(groupId|memberId|needId|courseId|fileId|reviewId|findingId|commentId|kudosId)/.test(
        endpoint.path,
      )
      if (takesId) expect([403, 404, 409, 422]).toContain(response.status)
    },
  )
})

describe('someone without the role', () => {
  const guarded = closed.filter(({ access }) => Array.isArray(access))
  test.each(guarded.map((endpoint) => [endpoint.name, endpoint] as const))(
    'is refused by %s',
    async (_, endpoint) => {
      const person = await first.org.person(`Plain ${endpoint.name}`)
      expect((await call(endpoint, person.cookie)).status).toBe(403)
    },
  )

  test('cannot see a private group’s course, need, talk or people’s roles by their ids', async () => {
    const outsider = await first.org.person('Out Sider', 'learner', await first.org.group('Sales'))
    const reads = closed.filter(
      ({ method, path }) => method === 'GET' && /:(needId|courseId|fileId|reviewId)/.test(path),
    )
    for (const endpoint of reads) {
      const response = await call(endpoint, outsider.cookie)
      expect([endpoint.name, response.status]).toEqual([endpoint.name, 404])
    }
    const lists = closed.filter(
      ({ method, path, name }) => method === 'GET' && !path.includes(':') && name !== 'watchChanges',
    )
    for (const endpoint of lists)
      expect(await (await call(endpoint, outsider.cookie)).text()).not.toContain('secret')
  })
})

test('every endpoint says who may call it, and has a name of its own', () => {
  expect(endpoints.filter(({ access }) => access === undefined)).toEqual([])
  expect(new Set(endpoints.map(({ name }) => name)).size).toBe(endpoints.length)
})
