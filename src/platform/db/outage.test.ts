import { expect, test } from 'vitest'
import { createLog } from '#platform/log'
import { isDatabaseAway, sayOutagesOnce } from './outage.ts'

const coded = (code: string, more: object = {}) => Object.assign(new Error('x'), { code, ...more })

function listening() {
  const said: string[] = []
  const log = createLog('info', { write: (text) => said.push(JSON.parse(text).message) })
  let now = 0
  const pass = (ms: number) => (now += ms)
  return { said, pass, ...sayOutagesOnce(log, () => now) }
}

test.each([
  ['a refused connection', coded('ECONNREFUSED')],
  ['a server that starts', coded('57P03')],
  ['a server that crashed', coded('57P02')],
  ['a socket that is not there', coded('ENOENT', { syscall: 'connect' })],
  ['a connection that broke', new Error('Connection terminated unexpectedly')],
  [
    'a connection that broke before',
    new Error('Client has encountered a connection error and is not queryable'),
  ],
  ['a dead postmaster', new Error('terminating connection due to unexpected postmaster exit')],
])('%s is an outage', (_, error) => {
  expect(isDatabaseAway(error)).toBe(true)
})

test.each([
  ['a missing file', coded('ENOENT', { syscall: 'open' })],
  ['a broken rule', coded('23505')],
  ['a refused statement', coded('42501')],
  ['anything that is no error', 'ECONNREFUSED'],
])('%s is none', (_, error) => {
  expect(isDatabaseAway(error)).toBe(false)
})

test('an outage is said once, however many meet it, and so is its end', () => {
  const { said, log, connected, pass } = listening()
  connected()
  for (let i = 0; i < 1000; i += 1) log.warn('a database connection broke', { error: coded('57P01') })
  log.error('request failed', { error: coded('ECONNREFUSED') })
  for (let i = 0; i < 10; i += 1) connected()
  expect(said).toEqual([expect.stringContaining('The database does not answer'), 'The database is back.'])
  // A connection from before may be found broken only now: that is no new outage.
  log.warn('a database connection broke', { error: coded('57P01') })
  expect(said).toHaveLength(2)
  pass(9999)
  log.warn('a database connection broke', { error: coded('57P01') })
  expect(said).toHaveLength(2)
  pass(1)
  log.warn('a database connection broke', { error: coded('57P01') })
  expect(said).toHaveLength(3)
})

test('what has nothing to do with an outage is logged during one', () => {
  const { said, log } = listening()
  log.warn('a database connection broke', { error: coded('57P01') })
  log.error('a job failed', { error: new Error('no such course') })
  log.info('hello')
  expect(said.slice(1)).toEqual(['a job failed', 'hello'])
})
