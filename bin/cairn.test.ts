import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isRunning } from '../src/platform/lock.mjs'

const root = fileURLToPath(new URL('../', import.meta.url))
let clone: string

/** A folder that looks like a fresh clone to the launcher, beside an npm that "installs" a link to this Node.js. */
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'cairn-clone-'))
  for (const folder of ['bin', 'src/platform', 'path']) mkdirSync(join(clone, folder), { recursive: true })
  for (const file of ['bin/cairn.mjs', 'src/platform/lock.mjs', 'src/platform/heap.mjs'])
    cpSync(join(root, file), join(clone, file))
  write('package.json', '{ "type": "module" }')
  write('package-lock.json', '{ "packages": { "": {}, "node_modules/node": { "version": "24.0.0" } } }')
  npm(`mkdir -p node_modules/node/bin && ln -sf "${process.execPath}" node_modules/node/bin/node`)
  entry('console.log(JSON.stringify({ args: process.argv.slice(2), path: process.env.PATH }))')
})
afterEach(() => rmSync(clone, { recursive: true, force: true }))

const write = (file: string, text: string) => writeFileSync(join(clone, file), text)
const installs = () => {
  const file = join(clone, 'npm-calls')
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
}
const entry = (code: string) => write('bin/test.ts', code)

function npm(script: string) {
  write('path/npm', `#!/bin/sh\necho "$@" >> npm-calls\n${script}\n`)
  chmodSync(join(clone, 'path/npm'), 0o755)
}

function launch(args: string[] = [], { cwd = clone, env = {} } = {}) {
  const path = `${join(clone, 'path')}:${process.env.PATH}`
  const child = spawn(process.execPath, [join(clone, 'bin/cairn.mjs'), 'test', ...args], {
    cwd,
    env: { ...process.env, npm_lifecycle_event: '', ...env, PATH: path },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  child.stdout.on('data', (chunk) => (out += chunk))
  child.stderr.on('data', (chunk) => (out += chunk))
  const end = once(child, 'close').then(([code]) => ({ code, out }))
  return { child, end, said: () => out }
}

test('a first run installs what is missing, and later ones do not', async () => {
  expect((await launch().end).out).toContain('Installing what is missing')
  expect((await launch().end).out).not.toContain('Installing')
  expect(installs()).toHaveLength(1)
  expect(installs()[0]).toMatch(/^ci /)
})

test('a changed package-lock.json is installed', async () => {
  await launch().end
  write('package-lock.json', '{ "packages": { "": {}, "node_modules/node": { "version": "24.0.1" } } }')
  await launch().end
  expect(installs()).toHaveLength(2)
})

test('two first runs at the same time install once', async () => {
  npm(`sleep 0.3; mkdir -p node_modules/node/bin && ln -sf "${process.execPath}" node_modules/node/bin/node`)
  const ends = await Promise.all([launch().end, launch().end, launch().end])
  expect(ends.map(({ code }) => code)).toEqual([0, 0, 0])
  expect(installs()).toHaveLength(1)
})

test('an install that was killed half-way is done again', async () => {
  npm('mkdir -p node_modules; echo $$ > npm-pid; exec sleep 1000')
  const { child, end } = launch()
  await expect.poll(() => existsSync(join(clone, 'npm-pid'))).toBe(true)
  child.kill('SIGKILL')
  process.kill(Number(readFileSync(join(clone, 'npm-pid'), 'utf8')), 'SIGKILL')
  await end
  npm(`mkdir -p node_modules/node/bin && ln -sf "${process.execPath}" node_modules/node/bin/node`)
  expect((await launch().end).code).toBe(0)
  expect(installs()).toHaveLength(2)
})

test('what somebody installed with npm ci themselves is not installed again', async () => {
  mkdirSync(join(clone, 'node_modules/node/bin'), { recursive: true })
  cpSync(process.execPath, join(clone, 'node_modules/node/bin/node'))
  write('node_modules/.package-lock.json', '{ "packages": { "node_modules/node": { "version": "24.0.0" } } }')
  expect((await launch().end).code).toBe(0)
  expect(installs()).toEqual([])
})

test('an install that fails stops the start, says so, and leaves no claim that all is well', async () => {
  npm('echo "no network" >&2; exit 7')
  const { code, out } = await launch().end
  expect(code).toBe(1)
  expect(out).toContain('no network')
  expect(out).toContain('npm ci ended with code 7')
  expect(existsSync(join(clone, 'node_modules/.cairn-stamp'))).toBe(false)
})

test('what npm keeps on this machine is enough, and is renewed when it is too old', async () => {
  npm(`case "$*" in *--prefer-offline*) exit 1; esac
    mkdir -p node_modules/node/bin && ln -sf "${process.execPath}" node_modules/node/bin/node`)
  expect((await launch().end).code).toBe(0)
  expect(installs()).toEqual([
    expect.stringContaining('--prefer-offline'),
    expect.stringContaining('--prefer-online'),
  ])
})

test('what npm leaves out on an old Node.js is installed by the own one', async () => {
  const [part, wanted] = [
    'node_modules/part',
    { optional: true, os: [process.platform], cpu: [process.arch] },
  ]
  const lock = (packages: object) => JSON.stringify({ packages: { 'node_modules/node': {}, ...packages } })
  const other = { optional: true, os: ['elsewhere'], cpu: [process.arch] }
  write('package-lock.json', lock({ [part]: wanted, 'node_modules/other': other }))
  npm(`mkdir -p node_modules/node/bin && ln -sf "${process.execPath}" node_modules/node/bin/node
    case "$1" in
      ci) echo '${lock({})}' > node_modules/.package-lock.json ;;
      install) echo '${lock({ [part]: wanted })}' > node_modules/.package-lock.json; command -v node > npm-node ;;
    esac`)
  expect((await launch().end).code).toBe(0)
  expect(installs().map((call) => call.split(' ')[0])).toEqual(['ci', 'install'])
  expect(readFileSync(join(clone, 'npm-node'), 'utf8').trim()).toBe(join(clone, 'node_modules/node/bin/node'))
  expect((await launch().end).code).toBe(0)
  expect(installs()).toHaveLength(2)
})

test('an install that was ended with Ctrl-C is not tried again', async () => {
  npm('trap "exit 1" INT; echo up > npm-up; while true; do sleep 0.05; done')
  const { child, end } = launch()
  await expect.poll(() => existsSync(join(clone, 'npm-up'))).toBe(true)
  child.kill('SIGINT')
  expect((await end).code).toBe(1)
  expect(installs()).toHaveLength(1)
})

test('what comes in while npm is only starting ends npm too', async () => {
  npm(
    'trap "exit 1" INT; kill -INT $PPID; for turn in $(seq 100); do sleep 0.05; done; echo "not told to end"',
  )
  for (let turn = 0; turn < 10; turn += 1) {
    const { code, out } = await launch().end
    expect([code, out]).toEqual([1, expect.not.stringContaining('not told to end')])
  }
})

test('an install that does not bring Node.js is noticed', async () => {
  npm('mkdir -p node_modules')
  expect((await launch().end).out).toContain("did not bring the project's own Node.js")
})

test('npm is not told to install elsewhere when it was started for this folder from another one', async () => {
  npm(
    `env > npm-env; mkdir -p node_modules/node/bin && ln -sf "${process.execPath}" node_modules/node/bin/node`,
  )
  await launch([], { cwd: tmpdir(), env: { npm_config_prefix: clone, npm_config_local_prefix: clone } }).end
  expect(readFileSync(join(clone, 'npm-env'), 'utf8')).not.toMatch(/npm_config_(local_)?prefix=/)
})

test('the command gets its arguments, and the programs of the project first on its path', async () => {
  await launch().end
  const { out } = await launch(['one', '--two']).end
  const { args, path } = JSON.parse(out)
  expect(args).toEqual(['one', '--two'])
  expect(path.split(':')[0]).toBe(join(clone, 'node_modules/.bin'))
})

test('its exit code is passed on', async () => {
  entry('process.exit(3)')
  expect((await launch().end).code).toBe(3)
})

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s reaches the command, whose end is waited for',
  async (signal) => {
    entry(
      `process.on('${signal}', () => { console.log('closing'); process.exit(5) }); setInterval(() => {}, 1e6); console.log('up')`,
    )
    const { child, end, said } = launch()
    await expect.poll(said).toContain('up')
    child.kill(signal)
    const { code, out } = await end
    expect({ code, closing: out.includes('closing') }).toEqual({ code: 5, closing: true })
  },
)

test('the command learns that its launcher was killed', async () => {
  entry(`process.on('disconnect', () => process.exit()); console.log('pid', process.pid)`)
  const { child, said } = launch()
  await expect.poll(said).toMatch(/pid \d+/)
  child.kill('SIGKILL')
  await expect.poll(() => isRunning(Number(said().match(/pid (\d+)/)?.[1]))).toBe(false)
})

test.each([
  ['directly', '"$@" & wait'],
  ['through a shell', `sh -c '"$@"; exit' sh "$@" & wait`],
])('the command ends when the npm that started it %s was killed', async (_, script) => {
  entry(
    `process.on('SIGTERM', () => process.exit()); setInterval(() => {}, 1e6); console.log('pid', process.pid)`,
  )
  const npmStart = spawn(
    'sh',
    ['-c', script, 'npm', process.execPath, join(clone, 'bin/cairn.mjs'), 'test'],
    {
      env: {
        ...process.env,
        npm_lifecycle_event: 'test',
        PATH: `${join(clone, 'path')}:${process.env.PATH}`,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let out = ''
  npmStart.stdout.on('data', (chunk) => (out += chunk))
  await expect.poll(() => out).toMatch(/pid \d+/)
  npmStart.kill('SIGKILL')
  await expect.poll(() => isRunning(Number(out.match(/pid (\d+)/)?.[1]))).toBe(false)
})

test('an unknown command is answered with those there are', async () => {
  const child = spawn(process.execPath, [join(clone, 'bin/cairn.mjs'), 'dance'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const [[text], [code]] = await Promise.all([once(child.stderr, 'data'), once(child, 'close')])
  expect({ code, text: String(text) }).toEqual({
    code: 1,
    text: expect.stringContaining(
      'start, test, test:external, check, bench, bench:detection, bench:detection:scale, bench:detection:stream, bench:network, bench:review, bench:ledger, bench:campaigns, bench:imports, bench:rings, bench:start, ledger:check, sim:review, generate',
    ),
  })
})
