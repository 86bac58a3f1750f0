import { beforeAll, describe, expect, test } from 'vitest'
import type { Endpoint } from '#platform/http/endpoint'
import { fieldsOf, named, type Sent, send, takesJson, typesOf, withField } from './anything.ts'
import { type Setting, settingIn } from './every-endpoint.ts'
import { openWorld } from './world.ts'

/** Every field that takes text, given what looks like a program: kept as it is or refused, never run. */
const world = openWorld()
let setting: Setting
const sent = (endpoint: Endpoint, what: Sent) => send({ world, setting }, endpoint, what)

beforeAll(async () => {
  setting = await settingIn(world)
  await world.settle()
})

describe('text that looks hostile is text:', () => {
  const texts = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "'; drop table members; --",
    '{0} {name, select, other {x}} #',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: that is the hostile text
    '${process.env.HOME} {{7*7}} %s %n',
    '\u202Eevil\u202C \u200Bzero\u200D width',
    '👩🏽‍🚀🏳️‍🌈 e\u0301 ﷽ 日本語',
    '=HYPERLINK("https://evil.example")',
  ]
  const gone = /^(signOut|signOutEverywhere|createOrganization)$/
  test.each(named(takesJson.filter(({ name }) => !gone.test(name))))(
    'taken or refused by %s, never run',
    async (name, endpoint) => {
      const admin = await setting.org.admin()
      for (const [field] of fieldsOf(endpoint.body).filter(([, one]) => typesOf(one).includes('string'))) {
        for (const text of texts) {
          const body = withField(endpoint, field, JSON.stringify(text))
          const { status, text: said } = await sent(endpoint, { body, headers: { cookie: admin.cookie } })
          expect([field, text, status < 500 && (status !== 401 || name === 'signIn')]).toEqual([
            field,
            text,
            true,
          ])
          if (status >= 300 || said === '') continue
          const answer = JSON.parse(said) as Record<string, unknown> | null
          if (typeof answer?.[field] === 'string') expect(answer[field]).toBe(text)
        }
      }
    },
  )
})
