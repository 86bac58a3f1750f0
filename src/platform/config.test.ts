import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readConfig, settings } from './config.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const refusal = (env: Record<string, string>) => {
  try {
    readConfig(env)
  } catch (error) {
    return (error as Error).message
  }
  return 'accepted'
}

test('every setting has a default that works', () => {
  expect(readConfig({})).toEqual({
    port: null,
    host: '127.0.0.1',
    publicUrl: null,
    trustedProxies: 0,
    dataDir: `${root}.data`,
    databaseUrl: null,
    smtpUrl: undefined,
    mailFrom: 'Cairn <cairn@localhost>',
    chatHosts: [],
    uploadLimitMb: 512,
    demo: true,
    logLevel: 'info',
  })
})

test('an empty setting counts as one that is not set', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toEqual(readConfig({}))
})

test('the example of every setting is accepted', () => {
  for (const { name, example } of settings) expect(refusal({ [name]: example }), name).toBe('accepted')
})

test.each([
  ['PORT', 'abc'],
  ['PORT', '0'],
  ['PORT', '70000'],
  ['PORT', '80.5'],
  ['HOST', 'http://here'],
  ['TRUSTED_PROXIES', 'yes'],
  ['TRUSTED_PROXIES', '-1'],
  ['PUBLIC_URL', 'learn.example.com'],
  ['PUBLIC_URL', 'https://example.com/cairn'],
  ['DATABASE_URL', 'mysql://db/cairn'],
  ['DATABASE_URL', 'db.example.com'],
  ['SMTP_URL', 'mail.example.com:25'],
  ['MAIL_FROM', 'Cairn'],
  ['MAIL_FROM', 'Cairn <a@b>\nBcc: x@y.example'],
  ['UPLOAD_LIMIT_MB', '-1'],
  ['LOG_LEVEL', 'loud'],
])('%s=%s stops the start with what it must be and an example', (name, value) => {
  const said = refusal({ [name]: value })
  expect(said).toMatch(new RegExp(`^${name}: `))
  expect(said).toContain('it must be ')
  expect(said).toContain(`Example: ${name}=`)
})

test('all wrong settings are named at once', () => {
  expect(refusal({ PORT: 'x', LOG_LEVEL: 'y' }).split('\n')).toHaveLength(2)
})

test('a wrong address is not repeated, for it may hold a password', () => {
  expect(refusal({ DATABASE_URL: 'postgre://cairn:hunter2@db/cairn' })).not.toContain('hunter2')
  expect(refusal({ SMTP_URL: 'mail://cairn:hunter2@mail' })).not.toContain('hunter2')
})

test('a relative data folder starts at the project folder, wherever the command was typed', () => {
  expect(readConfig({ DATA_DIR: 'elsewhere' }).dataDir).toBe(`${root}elsewhere`)
})

test('a public address ends without a slash, so that links can be appended to it', () => {
  expect(readConfig({ PUBLIC_URL: 'https://learn.example.com/' }).publicUrl).toBe('https://learn.example.com')
})
