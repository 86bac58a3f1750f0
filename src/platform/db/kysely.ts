import {
  CamelCasePlugin,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  type KyselyPlugin,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type { Tables } from './tables.ts'
import type { Answer, Statement } from './wire.ts'

/** SQL inside one transaction of one organization. Rows come with camelCase names and ISO time strings. */
export type Db = Kysely<Tables>

type Ask = (statement: Statement) => Promise<Answer>

const connectionOn = (ask: Ask): DatabaseConnection => ({
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const result = await ask({ text: query.sql, values: query.parameters })
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
// Names in queries become snake_case here; the names of rows are given where they come off the wire.
const naming = new CamelCasePlugin()
const plugin: KyselyPlugin = {
  transformQuery: (args) => naming.transformQuery(args),
  transformResult: async ({ result }) => result,
}
const config = { dialect, plugins: [plugin] }
const executor = new Kysely<Tables>(config).getExecutor()

/** Kysely on one connection that someone else opened and will close. Sharing the executor keeps this cheap. */
export function kyselyOn(ask: Ask): Db {
  const connection = connectionOn(ask)
  return new Kysely<Tables>({
    config,
    driver,
    dialect,
    executor: executor.withConnectionProvider({ provideConnection: (consumer) => consumer(connection) }),
  })
}
