import { beforeAll, describe, expect, test } from 'vitest'
import type { Endpoint } from '#platform/http/endpoint'
import {
  fieldsOf,
  inputOf,
  named,
  type Place,
  partsOf,
  pointerTo,
  type Sent,
  send,
  takesJson,
  typeOf,
  typesOf,
  withAt,
  withField,
  writes,
} from './anything.ts'
import { endpoints, paramsFor, type Setting, settingIn } from './every-endpoint.ts'
import { rowsOf } from './rows.ts'
import { openWorld } from './world.ts'

/** Every endpoint, given by an administrator what no endpoint takes: refused in words, nothing changed. */
const world = openWorld()
let setting: Setting
const sent = (endpoint: Endpoint, what: Sent) => send({ world, setting }, endpoint, what)

beforeAll(async () => {
  setting = await settingIn(world)
  await world.settle()
})

describe('what no endpoint takes is refused, and nothing changes:', () => {
  beforeAll(async () => {
    const before = await rowsOf(world, setting.org.id)
    return async () => expect(await rowsOf(world, setting.org.id)).toEqual(before)
  })

  test.each(named(endpoints))('a field that %s does not know', async (_, endpoint) => {
    const asked = await sent(endpoint, { query: { nonsense: '1' } })
    expect(asked.status).toBe(422)
    expect(asked.faults).toContain('query /nonsense')
    if (!takesJson.includes(endpoint)) return
    for (const field of ['nonsense', '__proto__', 'constructor']) {
      const { status, faults } = await sent(endpoint, { body: withField(endpoint, field, '{"admin":true}') })
      expect([endpoint.name, field, status]).toEqual([endpoint.name, field, 422])
      expect(faults).toContain(`body /${field}`)
    }
  })

  test.each(named(takesJson))('a field of the wrong type in %s', async (_, endpoint) => {
    const wrong: unknown[] = [{}, [], ['x'], 12_345.5, -1, true, null, 'x']
    for (const [field, json] of fieldsOf(endpoint.body)) {
      const types = typesOf(json)
      for (const value of wrong.filter((one) => !types.includes(typeOf(one)))) {
        if (types.length === 0 || (types.includes('number') && typeof value === 'number')) continue
        const { status, faults } = await sent(endpoint, {
          body: withField(endpoint, field, JSON.stringify(value)),
        })
        expect([field, value, status]).toEqual([field, value, 422])
        expect(faults).toContainEqual(expect.stringMatching(new RegExp(`^body /${field}(/|$)`)))
      }
    }
  })

  test.each(named(takesJson))('a field that is missing in %s', async (_, endpoint) => {
    for (const field of inputOf(endpoint.body).required ?? []) {
      const rest = Object.entries((endpoint.example ?? {}) as object).filter(([name]) => name !== field)
      const { status, faults } = await sent(endpoint, { body: JSON.stringify(Object.fromEntries(rest)) })
      expect([field, status]).toEqual([field, 422])
      expect(faults).toContain(`body /${field}`)
    }
  })

  test.each(named(takesJson))('text too long, cut in two or with a null byte in %s', async (_, endpoint) => {
    const bad = { long: `"${'x'.repeat(1_000_000)}"`, 'null byte': '"a\\u0000b"', surrogate: '"a\\ud800b"' }
    for (const [field] of fieldsOf(endpoint.body).filter(([, one]) => typesOf(one).includes('string'))) {
      for (const [what, text] of Object.entries(bad)) {
        const { status, faults } = await sent(endpoint, { body: withField(endpoint, field, text) })
        expect([field, what, status]).toEqual([field, what, 422])
        expect(faults).toContain(`body /${field}`)
      }
    }
  })

  const deep = takesJson.filter(({ example }) =>
    [...partsOf(example)].some(([{ length }, part]) => length > 0 && typeof part === 'object'),
  )
  test.each(named(deep))('what is wrong deep inside the body of %s', async (_, endpoint) => {
    const refused = async (place: Place, json: string, ...pointers: string[]) => {
      const { status, faults } = await sent(endpoint, { body: withAt(endpoint.example, place, json) })
      expect([pointerTo(place), json.slice(0, 20), status, faults]).toEqual([
        pointerTo(place),
        json.slice(0, 20),
        422,
        expect.arrayContaining([expect.stringMatching(new RegExp(`^body (${pointers.join('|')})$`))]),
      ])
    }
    for (const [place, part] of [...partsOf(endpoint.example)].filter(([{ length }]) => length > 1)) {
      // An answer is one of several forms, told apart by what is in it: the whole is pointed at.
      const here = place[0] === 'response' ? '/response' : pointerTo(place)
      for (const json of ['{}', '[[]]', '-12345.5', 'true', 'null', '"x"'].filter(
        (one) => typeOf(JSON.parse(one)) !== typeOf(part),
      ))
        await refused(place, json, `${here}(/.*)?`)
      if (typeof part === 'string') {
        await refused(place, `"${'x'.repeat(2_000_001)}"`, here)
        await refused(place, '"a\\u0000b"', here)
      }
      if (typeOf(part) !== 'object') continue
      for (const field of ['nonsense', '__proto__']) {
        const json = JSON.stringify(part).replace(/^\{/, `{"${field}":{"admin":true},`)
        await refused(place, json, `${pointerTo(place)}/${field}`)
      }
    }
  })

  test.each(named(takesJson))('a body that is no object, in %s', async (_, endpoint) => {
    const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`
    for (const body of ['null', '[]', '"x"', '1', deep])
      expect([body.slice(0, 9), (await sent(endpoint, { body })).status]).toEqual([body.slice(0, 9), 422])
    for (const body of ['{', '{"a":}', '\u0000', '{"a":1}}', 'a=1'])
      expect([body, (await sent(endpoint, { body })).status]).toEqual([body, 400])
    expect((await sent(endpoint, { headers: { 'content-type': 'text/plain' } })).status).toBe(415)
  })

  test.each(named(endpoints.filter((one) => writes(one) && !one.byMailers)))(
    'a write by %s without a proper key or from a foreign page',
    async (_, endpoint) => {
      for (const key of ['', 'short', 'x'.repeat(101), 'with blanks inside', "' or 1=1 --"]) {
        const { status, faults } = await sent(endpoint, { headers: { 'idempotency-key': key } })
        expect([key, status, faults]).toEqual([key, 422, ['header /idempotency-key']])
      }
      for (const headers of [
        { origin: 'https://evil.example' },
        { 'sec-fetch-site': 'cross-site' },
      ] as Record<string, string>[])
        expect((await sent(endpoint, { headers })).status).toBe(403)
    },
  )

  test.each(named(endpoints.filter(({ path }) => path.includes(':'))))(
    'an address of %s that leads nowhere',
    async (_, endpoint) => {
      const garbage = [
        'not-an-id',
        '%00',
        '%ff%fe',
        '..%2f..%2fetc',
        "'%20or%201=1",
        'x'.repeat(3000),
        '-1',
        '1e99',
      ]
      for (const [, name = ''] of endpoint.path.matchAll(/:(\w+)/g)) {
        for (const value of garbage) {
          const others = { ...paramsFor(endpoint, setting.things) }
          const path = endpoint.path.replace(/:(\w+)/g, (_all, one: string) =>
            one === name ? value : (others[one] ?? ''),
          )
          const { status } = await sent(endpoint, { path: `/api${path}` })
          expect([name, value, status >= 400 && status < 500]).toEqual([name, value, true])
        }
      }
    },
  )

  test.each(named(endpoints.filter(({ query }) => fieldsOf(query).length > 0)))(
    'a query that %s cannot read',
    async (_, endpoint) => {
      for (const [field, json] of fieldsOf(endpoint.query)) {
        const numeric = typesOf(json).includes('integer') || typesOf(json).includes('number')
        const garbage = ['x'.repeat(20_000), 'a\u0000b', ...(numeric ? ['-1', '1e9', 'NaN', ''] : [])]
        for (const value of garbage) {
          const { status } = await sent(endpoint, { query: { [field]: value } })
          expect([field, value.slice(0, 9), status >= 400 && status < 500]).toEqual([
            field,
            value.slice(0, 9),
            true,
          ])
        }
        if (field !== 'after') continue
        for (const value of [
          'garbage',
          'e30',
          'W10',
          btoa('["x","y"]'),
          btoa('["x"]'),
          btoa('[1]'),
          btoa('[null]'),
          '%%%',
        ])
          expect([403, 422]).toContain((await sent(endpoint, { query: { after: value } })).status)
      }
    },
  )

  test('ten megabytes, wherever JSON is taken', async () => {
    const body = JSON.stringify({ body: 'x'.repeat(10_000_000) })
    for (const endpoint of takesJson) expect((await sent(endpoint, { body })).status).toBe(413)
  })
})
