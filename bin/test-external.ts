// Runs the unit and integration tests on the PostgreSQL that this machine's own packages installed.
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { startLocalPostgres } from '#platform/db/local-postgres'
import { createLog } from '#platform/log'
import { finish, type Tally } from './parts.ts'
import { scratch } from './scratch.ts'
import { runVitest } from './vitest-run.ts'

const installed = '/usr/lib/postgresql'
const oldest = 15

/** Those that are there and new enough, the newest first: the tests run on the first. */
function usableVersions(): number[] {
  if (!existsSync(installed)) return []
  const versions = readdirSync(installed).map(Number)
  const usable = versions.filter(
    (one) => one >= oldest && existsSync(join(installed, String(one), 'bin/initdb')),
  )
  return usable.sort((a, b) => b - a)
}

/** An owner as an administrator would make one for Cairn: no superuser. */
async function addOwner(superuserUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  await client.query(`create role tester login createdb createrole password 'tester'`)
  await client.query('create database tester owner tester')
  await client.end()
  const owner = { username: 'tester', password: 'tester', pathname: 'tester' }
  return Object.assign(new URL(superuserUrl), owner).href
}

async function testOn(version: number): Promise<Tally> {
  const dataDir = mkdtempSync(join(scratch().folder, 'cluster-'))
  chmodSync(dataDir, 0o755)
  const bin = join(installed, String(version), 'bin')
  const postgres = await startLocalPostgres({ dataDir, bin, fast: true, log: createLog('warn') })
  try {
    console.log(`On PostgreSQL ${postgres.version} of ${bin}\n`)
    const args = ['--project', 'product', ...process.argv.slice(2)]
    const tally = await runVitest(args, { DATABASE_URL: await addOwner(postgres.url) })
    console.log(`\nTested on PostgreSQL ${postgres.version}; Cairn asks for ${oldest} or newer.`)
    return tally
  } finally {
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const [version] = usableVersions()
if (version) await finish([await testOn(version)])
else {
  console.log(
    `Skipped: there is no PostgreSQL ${oldest} or newer in ${installed} (Debian: apt-get install postgresql).`,
  )
  await finish([{ passed: 0, failed: 0, skipped: 1, failures: [] }])
}
