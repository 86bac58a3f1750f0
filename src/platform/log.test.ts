import { expect, test } from 'vitest'
import { createLog } from './log.ts'

function written(isTTY: boolean, use: (log: ReturnType<typeof createLog>) => void, level = 'info' as const) {
  let text = ''
  use(createLog(level, { isTTY, write: (chunk) => (text += chunk) }))
  return text
}

test('elsewhere than on a terminal each entry is one line of JSON', () => {
  const text = written(false, (log) =>
    log.warn('two\nlines', { org: 'o1', error: new Error('bad', { cause: 'worse' }) }),
  )
  expect(text.match(/\n/g)).toHaveLength(1)
  expect(JSON.parse(text)).toMatchObject({
    level: 'warn',
    message: 'two\nlines',
    org: 'o1',
    error: { name: 'Error', message: 'bad', cause: 'worse' },
  })
})

test('on a terminal a line is a sentence, and the stack follows with its causes', () => {
  const cause = new Error('the reason')
  const text = written(true, (log) =>
    log.error('it failed', { port: 4000, error: new Error('bad', { cause }) }),
  )
  expect(text).toMatch(/^error: it failed \{"port":4000\}\n {2}Error: bad\n/)
  expect(text).toContain('Error: the reason')
})

test('what is below the level is not written', () => {
  expect(written(false, (log) => log.debug('detail'))).toBe('')
})

test.each([true, false])('secrets never reach the log, on a terminal (%s) or not', (isTTY) => {
  const text = written(isTTY, (log) =>
    log.info('connecting to postgres://cairn:hunter2@db/cairn', {
      password: 'hunter2',
      newPassword: 'hunter2',
      headers: { cookie: 'hunter2', Authorization: 'hunter2', accept: 'Bearer hunter2' },
      list: [{ sessionToken: 'hunter2' }],
      url: 'smtp://:hunter2@mail',
      error: new Error('cannot reach postgres://cairn:hunter2@db with Basic hunter2'),
    }),
  )
  expect(text).not.toContain('hunter2')
  expect(text).toContain('postgres://cairn:[hidden]@db')
})

test('control characters of a hostile message do not reach the terminal', () => {
  const error = new Error('\u001b[2Jgone')
  expect(written(true, (log) => log.info('\u001b[31mred', { error }))).not.toContain('\u001b')
})

test('a value that cannot be written as JSON does not stop the log', () => {
  const circle: Record<string, unknown> = { count: 12n }
  circle.self = circle
  expect(written(false, (log) => log.info('round', { circle }))).toContain('round')
})
