import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isAlive, processName, withLock } from './lock.mjs'

const module = new URL('./lock.mjs', import.meta.url).href
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const run = (code: string) =>
  spawn(process.execPath, ['--input-type=module', '-e', `import { withLock } from '${module}'\n${code}`], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })

test('processes that want the same lock have it one after the other', async () => {
  const work = `
    import { appendFileSync, rmSync, writeFileSync } from 'node:fs'
    for (let turn = 0; turn < 15; turn += 1) await withLock('${folder}/lock', async () => {
      writeFileSync('${folder}/inside', '', { flag: 'wx' })
      await new Promise(setImmediate)
      rmSync('${folder}/inside')
      appendFileSync('${folder}/turns', '.')
    })`
  const codes = await Promise.all([1, 2, 3, 4].map(() => once(run(work), 'exit')))
  expect(codes.map(([code]) => code)).toEqual([0, 0, 0, 0])
  expect(readFileSync(join(folder, 'turns'), 'utf8')).toHaveLength(60)
  expect(readdirSync(join(folder, 'lock'))).toEqual([])
})

test('two calls in one process have it one after the other', async () => {
  const seen: string[] = []
  const call = (name: string) =>
    withLock(folder, async () => {
      seen.push(`${name} in`)
      await new Promise(setImmediate)
      seen.push(`${name} out`)
    })
  await Promise.all([call('a'), call('b')])
  expect(seen).toEqual(['a in', 'a out', 'b in', 'b out'])
})

test('the lock of a process that was killed is free', async () => {
  const child = run(
    `await withLock('${folder}', () => { console.log('in'); return new Promise(() => setInterval(() => {}, 1e6)) })`,
  )
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(await withLock(folder, () => 'mine', 2000)).toBe('mine')
})

test('the lock of a dead process whose number another one has now is free', async () => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `1.${process.pid}-12345-1`), '')
  expect(await withLock(folder, () => 'mine', 2000)).toBe('mine')
})

test('whoever waits too long is told which process has it', async () => {
  const { promise: open, resolve: release } = Promise.withResolvers<void>()
  const first = withLock(folder, () => open)
  await expect(withLock(folder, () => undefined, 100)).rejects.toThrow(`Process ${process.pid} has kept`)
  release()
  await first
})

test('work that fails gives the lock back', async () => {
  await expect(withLock(folder, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(readdirSync(folder)).toEqual([])
})

test('a process that has ended and was not waited for counts as gone', async () => {
  // The shell stops before it waits for its child, which so remains as a zombie.
  const shell = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 1000'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [text] = await once(shell.stdout, 'data')
  await expect.poll(() => isAlive(`${Number(text)}-0`)).toBe(false)
  shell.kill('SIGKILL')
  expect(isAlive(processName())).toBe(true)
})
