import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { cloneInto, end, type Newcomer, type Running, root, start, testOne } from './clone.ts'
import { type Measured, report } from './report.ts'

/** A file that needs the database, the HTTP door and nothing of a browser. */
const testFile = 'src/ground/people/groups.test.ts'
/** The account that owns nothing on most systems. */
const nobody = { uid: 65_534, gid: 65_534 }

const base = mkdtempSync(join(tmpdir(), 'cairn-newcomer-'))
chmodSync(base, 0o755)

/** A fresh clone for each of so many, who own it. */
function clonesFor(name: string, count: number, { account }: Newcomer): string[] {
  const folders = Array.from({ length: count }, (_, index) =>
    join(base, `${name.replaceAll(/\W+/g, '-')}-${index}`),
  )
  for (const folder of folders) {
    cloneInto(folder)
    if (account) execFileSync('chown', ['-R', `${account.uid}:${account.gid}`, folder])
  }
  return folders
}

/** Starts all of them at once, and ends them once all are there. */
async function round(folders: readonly string[], newcomer: Newcomer, signal: 'SIGINT' | 'SIGTERM') {
  const all = await Promise.all(folders.map((folder) => start(folder, newcomer)))
  const left = await Promise.all(folders.map((folder, at) => end(all[at] as Running, signal, folder)))
  if (left.flat().length > 0) throw new Error(`Something is left:\n${left.flat().join('\n')}`)
  return { took: Math.max(...all.map(({ took }) => took)), ports: all.map(({ port }) => port) }
}

/** Clones of their own that are started, ended with Ctrl-C, started again and ended by the system. */
async function measure(name: string, folders: readonly string[], newcomer: Newcomer): Promise<Measured> {
  console.log(`${name}: first start...`)
  const first = await round(folders, newcomer, 'SIGINT')
  const later = await round(folders, newcomer, 'SIGTERM')
  if (new Set(first.ports).size < folders.length) throw new Error(`Two of ${name} have one port.`)
  console.log(`${name}: ${(first.took / 1000).toFixed(1)} s, then ${(later.took / 1000).toFixed(1)} s`)
  return { name, first: first.took, later: later.took, ports: first.ports }
}

/** An account that owns nothing but its home, with the same packages in its npm cache. */
function ordinary(): Newcomer {
  const home = join(base, 'home')
  mkdirSync(home)
  const cache = execFileSync('npm', ['config', 'get', 'cache'], { encoding: 'utf8', cwd: tmpdir() }).trim()
  if (existsSync(cache)) cpSync(cache, join(home, '.npm'), { recursive: true })
  execFileSync('chown', ['-R', `${nobody.uid}:${nobody.gid}`, home])
  return { account: { ...nobody, home } }
}

/** Node.js 18 and the npm that came with it, first on the PATH. */
function older(): Newcomer {
  const folder = join(base, 'node-18')
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, allowScripts: { node: true } }))
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', 'node@18', 'npm@10'], {
    cwd: folder,
    stdio: 'inherit',
  })
  return { programs: join(folder, 'node_modules', '.bin') }
}

const load = loadavg()[0] ?? 0
const version = (newcomer: Newcomer) =>
  execFileSync(newcomer.programs ? join(newcomer.programs, 'node') : 'node', ['--version'], {
    encoding: 'utf8',
    cwd: tmpdir(),
    env: {
      ...process.env,
      PATH: process.env.PATH?.split(':')
        .filter((path) => !path.startsWith(root))
        .join(':'),
    },
  }).trim()
try {
  const measured: Measured[] = []
  const one = async (name: string, newcomer: Newcomer) =>
    measured.push(await measure(name, clonesFor(name, 1, newcomer), newcomer))
  await one(`as it comes, on Node.js ${version({})}`, {})
  const old = older()
  await one(`with Node.js ${version(old)} first on the PATH`, old)
  if (process.getuid?.() === 0) await one('as an account that is not root', ordinary())
  const two = clonesFor('two', 2, {})
  measured.push(await measure('two clones at the same time', two, {}))
  const tested = await Promise.all(two.map((folder) => testOne(folder, testFile, {})))
  report(measured, tested, testFile, load)
  console.log('BENCHMARKS.md has the table.')
} finally {
  rmSync(base, { recursive: true, force: true })
}
