import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cairnOn } from '#app/cairn.ts'
import { buildIfStale } from '#app/web-build.ts'
import { listMyCourses } from '#course/contract.ts'
import { getFeed } from '#feed/contract.ts'
import { listMyClaims } from '#leader/contract.ts'
import { listMyLearning } from '#learning/contract.ts'
import { listNeeds } from '#need/contract.ts'
import { connect } from '#platform/db/connect'
import { startLocalPostgres } from '#platform/db/local-postgres'
import { migrate } from '#platform/db/migrate'
import { createLog } from '#platform/log'
import { listKudos } from '#recognition/contract.ts'
import { freePort } from '#test/setup/server.ts'
import { listWaitingReviews } from '#validation/contract.ts'
import { type Drive, drive, type Measured, usualWarmUp } from './drive.ts'
import { analyze, emailOf, type Loaded, loadOrganization, password } from './load.ts'
import { writePart } from './parts.ts'
import { feel } from './phone.ts'
import { memoryOf, startServer, stopServer } from './processes.ts'
import { type Row, report } from './report.ts'
import { measureTimes } from './times.ts'

const sizes = (process.env.BENCH_SIZES ?? '100,10000,100000').split(',').map(Number)
const connections = [1, 16, 64]
const seconds = Number(process.env.BENCH_SECONDS ?? 3)
const log = createLog('warn')
const onError = (error: Error) => log.warn('a database connection broke', { error })
const settings = {
  demo: true,
  uploadLimitMb: 10,
  smtpUrl: undefined,
  mailFrom: 'bench@localhost',
  publicUrl: 'http://127.0.0.1',
}
/** What people type: the beginning of a name, a word most people’s names share, two words, a typo, a word of a text. */
const searches = ['mem', 'member', 'need about a', 'zerro', 'drift tolerance']
/** What Home reads, one after the other. */
const homeReads = [
  [listMyLearning, 'state=open&limit=3'],
  [listWaitingReviews, 'limit=5'],
  [listMyClaims, ''],
  [listMyCourses, 'limit=20'],
  [getFeed, ''],
  [listNeeds, 'limit=4'],
  [listKudos, 'limit=20'],
] as const
const say = (text: string) => process.stdout.write(`${text}\n`)

/** What is driven, on behalf of the protagonist of an organization. */
const targets = (base: string, loaded: Loaded) => [
  { name: 'home (feed)', url: `${base}/api/feed`, cookie: loaded.cookie },
  {
    name: 'home (all its reads)',
    url: homeReads.map(([{ path }, query]) => `${base}/api${path}?${query}`),
    cookie: loaded.cookie,
  },
  {
    name: 'course step',
    url: `${base}/api/courses/${loaded.courseId}/steps/${loaded.stepId}`,
    cookie: loaded.cookie,
  },
  {
    name: 'search',
    url: searches.map((q) => `${base}/api/search?q=${encodeURIComponent(q)}`),
    cookie: loaded.cookie,
  },
  { name: 'loop page', url: `${base}/api/loop`, cookie: loaded.cookie },
  {
    name: 'answer',
    url: `${base}/api/courses/${loaded.courseId}/answers`,
    method: 'POST' as const,
    cookie: loaded.cookie,
    body: () => ({ blockId: loaded.blockId, response: { truth: true } }),
  },
  {
    name: 'sign-in',
    url: `${base}/api/session`,
    method: 'POST' as const,
    body: () => ({ email: emailOf(loaded, Math.floor(Math.random() * loaded.accounts)), password }),
  },
]

type Figure = Omit<Drive, 'seconds'>

/**
 * A page by turns of a second with the bare SELECT, so that what else the machine does meets both: the turn whose share
 * is in the middle.
 */
async function measure(target: Figure, bare: Figure): Promise<Measured & { share: number }> {
  const once = { seconds: 1, warmUp: 0 }
  await drive({ ...bare, ...once })
  await drive({ ...target, ...once, seconds: usualWarmUp })
  const turns: (Measured & { share: number })[] = []
  while (turns.length < seconds) {
    const reference = await drive({ ...bare, ...once })
    const measured = await drive({ ...target, ...once })
    turns.push({ ...measured, share: measured.requests / reference.requests })
  }
  const failures = turns.reduce((sum, turn) => sum + turn.failures, 0)
  const middle = turns.toSorted((a, b) => a.share - b.share)[Math.floor(turns.length / 2)]
  if (!middle) throw new Error('BENCH_SECONDS: give each figure a second or more.')
  return { ...middle, failures }
}

/** Every page at every number of connections, for organizations of every size. */
async function measureAll(base: string, bare: string, organizations: Loaded[]): Promise<Row[]> {
  const rows: Row[] = []
  for (const loaded of organizations) {
    for (const { name, ...target } of targets(base, loaded)) {
      for (const count of connections) {
        const row = { url: `${bare}/row`, connections: count }
        const measured = await measure({ ...target, connections: count }, row)
        say(
          `${loaded.members} members, ${name}, ${count}: ${Math.round(measured.requests)}/s, ${Math.round(measured.share * 100)} % of the SELECT, p99 ${measured.p99} ms, ${measured.failures} failed`,
        )
        rows.push({ members: loaded.members, name, connections: count, ...measured })
      }
    }
  }
  return rows
}

async function measureBare(bare: string): Promise<Record<string, Measured[]>> {
  const of = async (path: string) => {
    const all: Measured[] = []
    for (const count of connections)
      all.push(await drive({ url: `${bare}${path}`, connections: count, seconds }))
    return all
  }
  return { hello: await of('/hello'), row: await of('/row') }
}

/** The organizations of every size, made and analyzed. */
async function loadAll(ownerUrl: string, appUrl: string, folder: string): Promise<Loaded[]> {
  const owner = connect(ownerUrl, { max: 2, onError })
  const cairn = cairnOn({ config: { ...settings, dataDir: folder }, ownerUrl, appUrl, log })
  const organizations: Loaded[] = []
  for (const size of sizes) {
    say(`Loading ${size} members...`)
    organizations.push(await loadOrganization(cairn.runtime, owner, size))
  }
  await cairn.stop()
  await analyze(owner)
  await owner.end()
  return organizations
}

/** Loads, drives and writes the report. */
async function main(): Promise<void> {
  await buildIfStale(log)
  say('Starting, building the demo, cloning databases...')
  const times = await measureTimes()
  say(JSON.stringify(times))
  const folder = mkdtempSync(join(tmpdir(), 'cairn-bench-'))
  // Where an unprivileged account may enter, the database stays in this folder also for root, and goes with it.
  chmodSync(folder, 0o755)
  const postgres = await startLocalPostgres({ dataDir: folder, log })
  try {
    const appUrl = await migrate(postgres.url, onError)
    const organizations = await loadAll(postgres.url, appUrl, folder)
    const [first] = organizations
    const barePort = String(await freePort())
    const reference = await startServer('./bare.ts', {
      PORT: barePort,
      BARE_DATABASE_URL: postgres.url,
      BARE_ORG: first?.org ?? '',
      BARE_MEMBER: first?.memberId ?? '',
    })
    const bareUrl = `http://127.0.0.1:${barePort}`
    const bare = await measureBare(bareUrl)
    const port = String(await freePort())
    const env = {
      PORT: port,
      BENCH_WEB: 'yes',
      BENCH_DATA: folder,
      BENCH_OWNER_URL: postgres.url,
      BENCH_APP_URL: appUrl,
    }
    const server = await startServer('./server.ts', env)
    const rows = await measureAll(`http://127.0.0.1:${port}`, bareUrl, organizations)
    await stopServer(reference)
    const memory = memoryOf(server)
    const felt = await feel(`http://localhost:${port}`, first?.cookie ?? '')
    say(`On a phone: ${JSON.stringify(felt)}`)
    await stopServer(server)
    writePart('bench', report({ bare, rows, memory, felt, times, connections, seconds }))
    say('BENCHMARKS.md is written.')
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

await main()
