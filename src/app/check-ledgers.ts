import { sql } from 'kysely'
import { ConfigError, readConfig } from '#platform/config'
import { connect } from '#platform/db/connect'
import { startLocalPostgres } from '#platform/db/local-postgres'
import { migrate } from '#platform/db/migrate'
import { inTransaction } from '#platform/db/transaction'
import { createLog } from '#platform/log'
import { shutdownOnSignals } from '#platform/process'
import { nobody } from '#platform/scope'
import { findBroken } from '#recognition'

interface Named {
  orgId: string
  name: string
}

/** Proves the ledger of every organization and says what is broken; ends with exit code 1 where anything is. */
export async function checkLedgers(env: Record<string, string | undefined>): Promise<void> {
  const log = createLog('warn')
  const shutdown = shutdownOnSignals(log)
  try {
    const config = readConfig(env)
    const onError = (error: Error) => log.warn('a database connection broke', { error })
    const url = config.databaseUrl ?? (await localUrl(config.dataDir))
    const pool = connect(await migrate(url, onError), { max: 1, onError })
    shutdown.add(() => pool.end())
    const unit = { org: nobody.id, readOnly: true }
    const found = await inTransaction(pool, unit, (db) =>
      sql<Named>`select org_id, name from find_organizations() order by name, org_id`.execute(db),
    )
    let isWhole = true
    for (const { orgId: org, name } of found.rows) {
      const broken = await inTransaction(pool, { org, readOnly: true }, (db) => findBroken({ org, db }))
      isWhole &&= broken.length === 0
      process.stdout.write(`${name} (${org}): ${broken.length === 0 ? 'the ledger holds' : 'BROKEN'}\n`)
      for (const { rule, ids } of broken) process.stdout.write(`  ${rule}: ${ids.join(', ')}\n`)
    }
    await shutdown.run(isWhole ? 0 : 1)
  } catch (error) {
    if (error instanceof ConfigError)
      process.stderr.write(`\nThe ledger cannot be checked.\n${error.message}\n`)
    else log.error('the ledger cannot be checked', { error })
    await shutdown.run(1)
  }

  async function localUrl(dataDir: string): Promise<string> {
    const postgres = await startLocalPostgres({ dataDir, log })
    shutdown.add(postgres.stop)
    return postgres.url
  }
}
