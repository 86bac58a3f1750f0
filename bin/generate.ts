// Writes the files that are made from others; with --check, tells which are not what they would be now.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { settingsPage } from '#platform/config'
import { connect } from '#platform/db/connect'
import { tablesText } from '#platform/db/generate-tables'
import { startLocalPostgres } from '#platform/db/local-postgres'
import { migrate } from '#platform/db/migrate'
import { createLog } from '#platform/log'
import { descriptionOf } from '../src/app/description.ts'
import { routes } from '../src/app/modules.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const log = createLog('warn')

/** Each generated file and how its text is made. */
const files: Record<string, () => string | Promise<string>> = {
  'docs/settings.md': settingsPage,
  'docs/openapi.json': () => descriptionOf(routes),
  'src/platform/db/tables.ts': tables,
}

/** From a new database that only the migrations have made. */
async function tables(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'cairn-tables-'))
  // Where an unprivileged account may enter, the database stays in this folder also for root, and goes with it.
  chmodSync(dataDir, 0o755)
  const { url, stop } = await startLocalPostgres({ dataDir, log, fast: true })
  try {
    const onError = (error: Error) => log.warn('a database connection broke', { error })
    await migrate(url, onError)
    const pool = connect(url, { max: 1, onError })
    const client = await pool.connect()
    try {
      return await tablesText(client)
    } finally {
      client.release()
      await pool.end()
    }
  } finally {
    await stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const checking = process.argv.includes('--check')
const stale: string[] = []
for (const [file, make] of Object.entries(files)) {
  const path = join(root, file)
  const text = await make()
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue
  stale.push(file)
  if (!checking) writeFileSync(path, text)
}
if (checking && stale.length > 0) {
  console.error(`Not up to date: ${stale.join(', ')}. Run: npm run generate`)
  process.exit(1)
}
console.log(stale.length > 0 ? `Written: ${stale.join(', ')}` : 'All generated files are up to date.')
