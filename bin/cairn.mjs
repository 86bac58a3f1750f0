#!/usr/bin/env node
// Runs on whatever Node.js the machine has: installs what is missing, then hands over to the project's own Node.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { frugal } from '../src/platform/heap.mjs'
import { withLock } from '../src/platform/lock.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const modules = join(root, 'node_modules')
const programs = join(modules, '.bin')
const ownNode = join(modules, 'node', 'bin', 'node')
const stamp = join(modules, '.cairn-stamp')
const entries = {
  start: 'bin/start.ts',
  test: 'bin/test.ts',
  'test:external': 'bin/test-external.ts',
  check: 'bin/check.ts',
  bench: 'bench/run.ts',
  'bench:detection': 'bench/detection/run.ts',
  'bench:detection:scale': 'bench/detection/scale.ts',
  'bench:detection:stream': 'bench/detection/stream.ts',
  'bench:network': 'bench/network.ts',
  'bench:review': 'bench/review/assign.ts',
  'bench:ledger': 'bench/ledger/run.ts',
  'bench:campaigns': 'bench/campaigns/run.ts',
  'bench:imports': 'bench/imports/run.ts',
  'bench:rings': 'bench/rings/run.ts',
  'bench:start': 'bench/start/run.ts',
  'ledger:check': 'bin/ledger-check.ts',
  'sim:review': 'bench/review/run.ts',
  generate: 'bin/generate.ts',
  format: 'bin/format.ts',
}
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
const installPatience = 15 * 60_000

const textOf = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')
const fingerprint = () =>
  createHash('sha256')
    .update(textOf(join(root, 'package-lock.json')))
    .digest('hex')
const isInstalled = () => existsSync(ownNode) && textOf(stamp) === fingerprint()

function fail(message) {
  process.stderr.write(`\nCairn cannot start.\n${message}\n`)
  process.exit(1)
}

/** What package-lock.json wants, and what npm noted in node_modules that it brought. */
function packages() {
  const read = (file) => JSON.parse(textOf(file) || '{}').packages ?? {}
  return { wanted: read(join(root, 'package-lock.json')), found: read(join(modules, '.package-lock.json')) }
}

/** Whether somebody's own `npm ci` brought everything already. */
function isCompleteWithoutStamp() {
  const { wanted, found } = packages()
  if (!existsSync(ownNode) || Object.keys(found).length === 0) return false
  const same = (path) => found[path]?.version === wanted[path]?.version
  // Optional packages for other platforms are wanted by the lock and rightly absent.
  return Object.keys(wanted).every((path) => !path || (wanted[path].optional && !found[path]) || same(path))
}

/** Whether npm passed over an optional package made for this machine: it does when the Node.js it runs on is too old. */
function isPartLeftOut() {
  const { wanted, found } = packages()
  const libc = process.report?.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl'
  const isForUs = (one) =>
    one.os?.includes(process.platform) &&
    one.cpu?.includes(process.arch) &&
    (one.libc ?? [libc]).includes(libc)
  return (
    Object.keys(found).length > 0 && Object.keys(wanted).some((path) => !found[path] && isForUs(wanted[path]))
  )
}

/** What npm needs of our environment: not the folder that it is about to replace, nor where npm was told to start. */
function environmentForNpm() {
  const outside = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.startsWith(modules))
  const env = { ...process.env, PATH: outside.join(delimiter) }
  for (const name of Object.keys(env))
    if (/^npm_config_(local_|global_)?prefix$|^npm_config_global$/i.test(name)) delete env[name]
  return env
}

let wasToldToEnd = false

/** Runs a program to its end, passing signals on. Gives its exit code, 127 when it is not there. */
function run(program, args, options) {
  let child
  // A terminal sends its signals to the child too; those that reach this process alone are passed on. They are listened to
  // before it starts: one that came in between would end this process and leave the child behind.
  for (const signal of signals)
    process.on(signal, () => {
      wasToldToEnd = true
      child.kill(signal)
    })
  child = spawn(program, args, options)
  if (process.env.npm_lifecycle_event) followParent(child)
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(error.code === 'ENOENT' ? 127 : 126))
    child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]))
  })
}

/** The process that started another one; 0 when it is gone or nobody says. */
const parentOf = (pid) => Number(textOf(`/proc/${pid}/stat`).split(') ').pop().split(' ')[1]) || 0

/** An npm that is killed outright tells nobody: what it started notices that it, or the shell between, has another parent. */
function followParent(child) {
  const isShell = /^(\/\S+\/)?(sh|dash|bash)\0-c\0/.test(textOf(`/proc/${process.ppid}/cmdline`))
  const ancestors = () => `${process.ppid} ${isShell ? parentOf(process.ppid) : ''}`
  const first = ancestors()
  setInterval(() => ancestors() === first || child.kill('SIGTERM'), 1000).unref()
}

/** Has npm install all that package-lock.json says, with `env` as its environment. Gives its exit code. */
function npm(args, env = environmentForNpm()) {
  const all = ['--include=dev', '--include=optional', '--ignore-scripts=false', '--no-audit', '--no-fund']
  return run('npm', [...args, ...all, '--loglevel=error'], { cwd: root, stdio: 'inherit', env })
}

/** A second round on the project's own Node.js, for what npm left out on the old one. */
function getWhatWasLeftOut() {
  const env = environmentForNpm()
  env.PATH = `${dirname(ownNode)}${delimiter}${env.PATH}`
  return npm(['install', '--no-save', '--prefer-offline'], env)
}

async function install() {
  if (isInstalled()) return
  if (!isCompleteWithoutStamp()) {
    process.stdout.write('Installing what is missing (npm ci)...\n')
    // What npm keeps on this machine is taken without asking whether there is news, which saves a third of the time.
    let code = await npm(['ci', '--prefer-offline'])
    if (code === 1 && !wasToldToEnd) {
      process.stdout.write('What npm keeps on this machine did not do; asking the registry...\n')
      code = await npm(['ci', '--prefer-online'])
    }
    if (code === 127) fail('npm was not found. Install a current Node.js, which brings it.')
    if (code !== 0) fail(`npm ci ended with code ${code}; what it said is above. Mend that and try again.`)
    if (!existsSync(ownNode)) fail(`npm ci did not bring the project's own Node.js: ${ownNode} is missing.`)
  }
  if (isPartLeftOut()) {
    const code = await getWhatWasLeftOut()
    if (code !== 0)
      fail(`npm install ended with code ${code}; what it said is above. Mend that and try again.`)
  }
  writeFileSync(stamp, fingerprint())
}

const [command, ...rest] = process.argv.slice(2)
const entry = entries[command]
if (!entry) fail(`Say one of: ${Object.keys(entries).join(', ')}.`)
if (!isInstalled()) {
  try {
    await withLock(join(root, '.cache', 'install'), install, installPatience)
  } catch (error) {
    fail(`What is missing could not be installed in ${root}: ${error.message}`)
  }
}

process.exitCode = await run(ownNode, [...(command === 'start' ? frugal : []), join(root, entry), ...rest], {
  // The channel ties both together: when this process is killed, the child notices and ends in order.
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  env: {
    // Compiled code is kept, which halves the time of a start.
    NODE_COMPILE_CACHE: join(root, '.cache', 'node'),
    ...process.env,
    PATH: `${programs}${delimiter}${process.env.PATH ?? ''}`,
  },
})
process.exit()
