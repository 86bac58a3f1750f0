import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isRunning } from '../platform/lock.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
const asRoot = process.getuid?.() === 0
const nobody = { uid: 65_534, gid: 65_534 }
let clone: string

/** Notes which process builds; and while there is a file `hold`, a build that has written its files does not end. */
const config = `
import { appendFileSync, existsSync, watch } from 'node:fs'
const released = () => new Promise((done) => {
  const look = () => existsSync('hold') || (watcher.close(), done())
  const watcher = watch('.', look)
  look()
})
const held = {
  name: 'held',
  writeBundle() {
    appendFileSync('builders', \`\${process.pid}\\n\`)
    return released()
  },
}
export default { root: 'src/app/web', plugins: [held], build: { rolldownOptions: { output: { entryFileNames: 'main.js' } } } }`

/** A project with a very small client, which the real programs build. */
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'cairn-web-'))
  chmodSync(clone, 0o755)
  take('bin/build-web.ts', 'src/platform', 'src/app/web-build.ts', 'src/app/web-build-process.ts')
  take('package.json', 'package-lock.json')
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'))
  write('vite.config.ts', config)
  client('first')
})
afterEach(async () => {
  rmSync(join(clone, 'hold'), { force: true })
  await expect.poll(() => builders().filter(isRunning)).toEqual([])
  chmodSync(clone, 0o755)
  rmSync(clone, { recursive: true, force: true })
})

function take(...paths: string[]): void {
  for (const path of paths) cpSync(join(root, path), join(clone, path), { recursive: true })
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(clone, path)), { recursive: true })
  writeFileSync(join(clone, path), text)
}

function client(word: string): void {
  write('src/app/web/index.html', '<script type="module" src="main.ts"></script>')
  write('src/app/web/main.ts', `document.title = '${word}'`)
}

const linesOf = (file: string) =>
  existsSync(join(clone, file)) ? readFileSync(join(clone, file), 'utf8').trim().split('\n') : []
/** The processes that built so far. */
const builders = () => linesOf('builders').map(Number)
/** What stands in the folder of builds, and what the client that stands there says. */
const built = () => [
  readdirSync(join(clone, 'dist')),
  linesOf('dist/web/main.js')
    .join()
    .match(/\w+(?=[`'"];)/)?.[0],
]

function launch(program = 'bin/build-web.ts', options: { uid?: number; env?: object } = {}) {
  const { env, ...account } = options
  const child = spawn(process.execPath, [join(clone, program)], {
    cwd: clone,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
    ...account,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  const end = once(child, 'close').then(([code]) => ({ code: code as number | null, said }))
  return { child, end }
}

/** Begins a build, and waits until it has written its files and does not end. */
async function launchHeld(program?: string, env = {}) {
  write('hold', '')
  const { child, end } = launch(program, { env })
  await expect.poll(builders).toHaveLength(1)
  return { child, end, builder: builders()[0] ?? 0 }
}

const wasBuilt = { code: 0, said: expect.stringContaining('Building the web client') }

test('what was never built is built, and once only while nothing changes', async () => {
  expect(await launch().end).toEqual(wasBuilt)
  expect(built()).toEqual([['web'], 'first'])
  expect(await launch().end).toEqual({ code: 0, said: '' })
  expect(builders()).toHaveLength(1)
})

test('what changed is built anew, unless the client never holds it', async () => {
  await launch().end
  write('src/app/web/main.test.ts', 'a test')
  write('src/app/routes.ts', 'of the server')
  await launch().end
  expect(builders()).toHaveLength(1)
  client('second')
  expect(await launch().end).toEqual(wasBuilt)
  expect(built()).toEqual([['web'], 'second'])
})

test('a build that fails says what is wrong and where, and the old one stays', async () => {
  await launch().end
  write('src/app/web/main.ts', `import './nowhere.ts'`)
  const { code, said } = await launch().end
  expect(code).toBe(1)
  expect(said).toMatch(/The web client could not be built:[\s\S]*nowhere\.ts[\s\S]*main\.ts/)
  expect(said).not.toMatch(/\n\s+at /)
  expect(built()).toEqual([['web'], 'first'])
  client('second')
  expect(await launch().end).toEqual(wasBuilt)
  expect(built()).toEqual([['web'], 'second'])
})

test('who may not write the folder of the project is told who can', async () => {
  if (!asRoot) chmodSync(clone, 0o555)
  const { code, said } = await launch('bin/build-web.ts', asRoot ? nobody : {}).end
  expect(code).toBe(1)
  expect(said).toContain(`must be built anew, and nothing can be written in ${clone}/ (EACCES`)
  expect(said).toContain('run npm start once as the user who owns that folder')
  expect(said).not.toMatch(/\n\s+at /)
  expect(readdirSync(clone)).not.toContain('dist')
})

test('two that ask at once build once', async () => {
  const ends = await Promise.all([launch().end, launch().end])
  expect(ends.map(({ code }) => code)).toEqual([0, 0])
  expect(builders()).toHaveLength(1)
  expect(built()).toEqual([['web'], 'first'])
})

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s in the middle of a build ends it with all it wrote, and the next one is whole',
  async (signal) => {
    const { child, end, builder } = await launchHeld()
    child.kill(signal)
    const { said } = await end
    expect([said.trim().split('\n').length, isRunning(builder)]).toEqual([1, false])
    expect(readdirSync(join(clone, 'dist'))).toEqual([])
    rmSync(join(clone, 'hold'))
    expect(await launch().end).toEqual(wasBuilt)
    expect(built()).toEqual([['web'], 'first'])
  },
)

test('a build whose process was killed ends by itself, and what it left is taken away by the next', async () => {
  const { child, end, builder } = await launchHeld()
  child.kill('SIGKILL')
  await end
  await expect.poll(() => isRunning(builder)).toBe(false)
  expect(readdirSync(join(clone, 'dist'))).toEqual([expect.stringContaining(`web.next-${child.pid}-`)])
  rmSync(join(clone, 'hold'))
  expect(await launch().end).toEqual(wasBuilt)
  expect(built()).toEqual([['web'], 'first'])
})

test('a start that is told to end while it builds leaves nothing behind and calls it no failure', async () => {
  take('bin', 'src', 'db', 'content')
  client('first')
  const env = { DATABASE_URL: 'postgres://cairn@127.0.0.1:1/cairn', DATA_DIR: join(clone, 'data') }
  const { child, end, builder } = await launchHeld('bin/start.ts', env)
  child.kill('SIGTERM')
  const { code, said } = await end
  expect([code, isRunning(builder)]).toEqual([0, false])
  expect(said).not.toContain('cannot start')
  expect(readdirSync(join(clone, 'dist'))).toEqual([])
})
