#!/usr/bin/env node
// Runs on whatever Node.js the machine has: installs what is missing, then hands over to the project's own Node.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = join(root, 'node_modules', '.bin')
const stamp = join(root, 'node_modules', '.cairn-stamp')
const lock = join(root, '.install-lock')
const entries = {
  start: 'bin/start.ts',
  test: 'bin/test.ts',
  'test:external': 'bin/test-external.ts',
  check: 'bin/check.ts',
  bench: 'bench/run.ts',
}

const wanted = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
const isInstalled = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted()
const pause = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** One install at a time in this folder; a lock whose process is gone is taken over. */
function takeLock() {
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0
    const age = existsSync(lock) ? Date.now() - statSync(lock).mtimeMs : 0
    if (holder ? !isAlive(holder) : age > 5000) rmSync(lock, { force: true })
    pause(200)
  }
}

function install() {
  takeLock()
  try {
    if (isInstalled()) return
    process.stdout.write('Installing what is missing (npm ci)...\n')
    const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      stdio: 'inherit',
    })
    if (done.status !== 0)
      fail(`npm ci failed${done.error ? `: ${done.error.message}` : ''}. Nothing was started.`)
    if (!existsSync(join(root, 'node_modules', 'node', 'bin', 'node'))) {
      fail(
        'npm ci did not bring the project’s own Node.js (package "node"). Are install scripts switched off?',
      )
    }
    mkdirSync(join(root, 'node_modules'), { recursive: true })
    writeFileSync(stamp, wanted())
  } finally {
    rmSync(lock, { force: true })
  }
}

function fail(message) {
  rmSync(lock, { force: true })
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

const [command, ...rest] = process.argv.slice(2)
const entry = entries[command]
if (!entry) fail(`Say one of: ${Object.keys(entries).join(', ')}.`)
if (!isInstalled()) install()

const child = spawn(join(root, 'node_modules', 'node', 'bin', 'node'), [join(root, entry), ...rest], {
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` },
})
// The child gets a terminal's signals itself; those sent to this process alone are passed on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('error', (error) => fail(`The project’s own Node.js did not start: ${error.message}`))
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
