import { createHash } from 'node:crypto'
import {
  CamelCasePlugin,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type pg from 'pg'
import type { Tables } from './tables.ts'
import { together } from './wire.ts'

/** SQL inside one transaction of one organization. Rows come with camelCase names and ISO time strings. */
export type Db = Kysely<Tables>

// Statements are prepared by name once per connection. The cap keeps queries whose text varies from filling memory.
const named = new Map<string, string>()
const nameOf = (text: string): string | undefined => {
  const known = named.get(text)
  if (known || named.size >= 1000) return known
  const name = createHash('sha1').update(text).digest('base64url')
  named.set(text, name)
  return name
}

const connectionOn = (client: pg.PoolClient): DatabaseConnection => ({
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const name = nameOf(query.sql)
    const values = query.parameters as unknown[]
    together(client)
    const result = await client.query({ ...(name && { name }), text: query.sql, values })
    const rows = result.rows as R[]
    return result.command === 'SELECT' ? { rows } : { rows, numAffectedRows: BigInt(result.rowCount ?? 0) }
  },
  streamQuery: () => {
    throw new Error('Page by keyset instead of streaming.')
  },
})

const refuse = async (): Promise<never> => {
  throw new Error('A scope is one transaction already; it opens no other.')
}
const driver: Driver = {
  init: async () => undefined,
  destroy: async () => undefined,
  acquireConnection: refuse,
  releaseConnection: refuse,
  beginTransaction: refuse,
  commitTransaction: refuse,
  rollbackTransaction: refuse,
}
const dialect: Dialect = {
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => driver,
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
}
const config = { dialect, plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] }
const executor = new Kysely<Tables>(config).getExecutor()

/** Kysely on one connection that someone else opened and will close. Sharing the executor keeps this cheap. */
export function kyselyOn(client: pg.PoolClient): Db {
  const connection = connectionOn(client)
  return new Kysely<Tables>({
    config,
    driver,
    dialect,
    executor: executor.withConnectionProvider({ provideConnection: (consumer) => consumer(connection) }),
  })
}
