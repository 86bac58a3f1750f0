import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { workInThread } from './threads.ts'

const errand = { url: 'postgres://nowhere.invalid/none', org: '', now: new Date(0) }
/** Work that is written here, as a file exports it. */
const doing = (body: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`
    import { threadId } from 'node:worker_threads'
    export const work = async () => { ${body} }`)}`,
  )
const where = () => workInThread<number>(doing('return threadId'), errand)

test('pieces of work that come one after the other are done in one thread, beside this one', async () => {
  const first = await where()
  expect(first).toBeGreaterThan(0)
  expect([await where(), await where()]).toEqual([first, first])
})

test('two at once have a thread each, and one of them is kept', async () => {
  const both = await Promise.all([where(), where()])
  expect(new Set(both).size).toBe(2)
  expect(both).toContain(await where())
})

test('what the work throws is thrown, and its thread is not used again', async () => {
  const before = await where()
  await expect(workInThread(doing("throw new TypeError('No such day.')"), errand)).rejects.toThrow(
    'No such day.',
  )
  expect(await where()).not.toBe(before)
})

test('a thread that ends without a word is told of, and not waited for', async () => {
  await where()
  await expect(workInThread(doing('process.exit(0)'), errand)).rejects.toThrow('ended before')
  expect(await where()).toBeGreaterThan(0)
})

test('a thread that needed much gives it back: the next piece of work has another one', async () => {
  const before = await where()
  const much = 'globalThis.kept = new Float64Array(20_000_000).fill(1); return threadId'
  expect(await workInThread<number>(doing(much), errand)).toBe(before)
  expect(await where()).not.toBe(before)
})

test('a thread that has nothing to do keeps no process from ending', async () => {
  const script = `import { workInThread } from ${JSON.stringify(new URL('threads.ts', import.meta.url).href)}
    const work = new URL('data:text/javascript,export const work = async () => 42')
    console.log(await workInThread(work, { url: 'postgres://nowhere.invalid/none', org: '', now: new Date(0) }))`
  const folder = mkdtempSync(join(tmpdir(), 'cairn-threads-'))
  const file = join(folder, 'work.mjs')
  writeFileSync(file, script)
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const child = spawn(process.execPath, [file])
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  const [code] = await once(child, 'close')
  expect([code, said.trim()]).toEqual([0, '42'])
})
