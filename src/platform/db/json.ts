import { type RawBuilder, sql } from 'kysely'

/** SQL: a moment as it stands in an answer, for what is put together as JSON in the database: 2026-11-27T16:40:00.000Z. */
export const jsonMoment = (column: string): RawBuilder<string> =>
  sql<string>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
