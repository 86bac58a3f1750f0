import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { cloneInto, end, type Newcomer, root, start, testOne } from './clone.ts'
import { type Measured, report } from './report.ts'

/** A file that needs the database, the HTTP door and nothing of a browser. */
const testFile = 'src/ground/people/groups.test.ts'
/** The account that owns nothing on most systems. */
const nobody = { uid: 65_534, gid: 65_534 }

const base = mkdtempSync(join(tmpdir(), 'cairn-newcomer-'))
chmodSync(base, 0o755)

/** A clone of its own that is started, ended with Ctrl-C, started again and ended by the system. */
async function measure(name: string, newcomer: Newcomer): Promise<Measured & { folder: string }> {
  const folder = join(base, name.replaceAll(/\W+/g, '-'))
  cloneInto(folder)
  const { account } = newcomer
  if (account) execFileSync('chown', ['-R', `${account.uid}:${account.gid}`, folder])
  console.log(`${name}: first start...`)
  const first = await start(folder, newcomer)
  const left = await end(first, 'SIGINT', folder)
  const later = await start(folder, newcomer)
  left.push(...(await end(later, 'SIGTERM', folder)))
  if (left.length > 0) throw new Error(`Something is left of ${name}:\n${left.join('\n')}`)
  console.log(`${name}: ${(first.took / 1000).toFixed(1)} s, then ${(later.took / 1000).toFixed(1)} s`)
  return { name, folder, first: first.took, later: later.took, ports: [first.port] }
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

async function both(): Promise<Measured & { tested: string[] }> {
  const [one, other] = await Promise.all([measure('one of two', {}), measure('other of two', {})])
  const tested = await Promise.all([one, other].map(({ folder }) => testOne(folder, testFile, {})))
  return {
    name: 'two clones at the same time',
    first: Math.max(one.first, other.first),
    later: Math.max(one.later, other.later),
    ports: [...one.ports, ...other.ports],
    tested,
  }
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
  measured.push(await measure(`as it comes, on Node.js ${version({})}`, {}))
  const old = older()
  measured.push(await measure(`with Node.js ${version(old)} first on the PATH`, old))
  if (process.getuid?.() === 0) measured.push(await measure('as an account that is not root', ordinary()))
  const { tested, ...two } = await both()
  measured.push(two)
  report(measured, tested, testFile, load)
  console.log('BENCHMARKS.md has the table.')
} finally {
  rmSync(base, { recursive: true, force: true })
}
