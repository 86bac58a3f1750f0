import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('a worker whose run was ended from outside ends, in the middle of a test that never would', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-worker-'))
  try {
    const file = join(folder, 'test.mjs')
    const setup = new URL('./worker.ts', import.meta.url).href
    writeFileSync(
      file,
      `await import('${setup}')
       await import('${setup}?of-the-next-file')
       setInterval(() => {}, 1e6)
       process.send(process.listenerCount('disconnect'))`,
    )
    const worker = fork(file)
    expect(await once(worker, 'message')).toContain(1)
    worker.disconnect()
    expect(await once(worker, 'exit')).toEqual([1, null])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
