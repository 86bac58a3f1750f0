import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const here = new URL('./', import.meta.url).href
const folder = mkdtempSync(join(tmpdir(), 'cairn-process-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Starts a process that closes two things when it ends, then does what `code` says. */
async function start(code = '') {
  const file = join(folder, `${crypto.randomUUID()}.mjs`)
  writeFileSync(
    file,
    `import { createLog } from '${here}log.ts'
     import { shutdownOnSignals } from '${here}process.ts'
     const shutdown = shutdownOnSignals(createLog('error'))
     shutdown.add(() => console.log('database'))
     shutdown.add(() => console.log('server'))
     setInterval(() => {}, 1e6)
     ${code}
     console.log('ready')`,
  )
  const child = fork(file, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  const ends = [child.stdout, child.stderr].map((stream) => stream && once(stream, 'close'))
  let out = ''
  let err = ''
  child.stdout?.on('data', (chunk) => (out += chunk))
  child.stderr?.on('data', (chunk) => (err += chunk))
  await expect.poll(() => out + err).toMatch(/ready|level/)
  const exit = Promise.all([once(child, 'exit'), ...ends]).then(([[status]]) => ({
    status,
    out: out.replace('ready\n', ''),
    err,
  }))
  return { child, exit, said: () => out }
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s closes what was opened last first, and ends well',
  async (signal) => {
    const { child, exit } = await start()
    child.kill(signal)
    expect(await exit).toMatchObject({ status: 0, out: 'server\ndatabase\n' })
  },
)

test('the end of the launcher ends the process in order', async () => {
  const { child, exit } = await start()
  child.disconnect()
  expect(await exit).toMatchObject({ status: 0, out: 'server\ndatabase\n' })
})

test('an error nobody expected is logged, everything is closed, and the process ends badly', async () => {
  const { exit } = await start(`setTimeout(() => Promise.reject(new Error('oh')), 50)`)
  const { status, out, err } = await exit
  expect({ status, out }).toEqual({ status: 1, out: 'server\ndatabase\n' })
  expect(err).toContain('"message":"oh"')
})

test('something that fails to close does not keep the rest from closing', async () => {
  const { child, exit } = await start(`shutdown.add(() => { throw new Error('stuck') })`)
  child.kill('SIGTERM')
  const { status, out, err } = await exit
  expect({ status, out }).toEqual({ status: 1, out: 'server\ndatabase\n' })
  expect(err).toContain('stuck')
})

test('one Ctrl-C that arrives several times closes in order; a second one ends at once', async () => {
  const slow = `shutdown.add(() => { console.log('closing'); return new Promise(() => {}) })`
  const { child, exit, said } = await start(slow)
  child.kill('SIGINT')
  child.kill('SIGINT')
  await expect.poll(said).toContain('closing')
  const asked = Date.now()
  await expect
    .poll(() => child.kill('SIGINT') && child.exitCode === null && Date.now() - asked < 1500, {
      interval: 300,
    })
    .toBe(false)
  expect(await exit).toMatchObject({ status: 1, out: 'closing\n' })
})

test('a reader that went away does not keep the process from closing', async () => {
  const { child, exit } = await start()
  child.stdout?.destroy()
  child.kill('SIGTERM')
  expect((await exit).status).toBe(0)
})
