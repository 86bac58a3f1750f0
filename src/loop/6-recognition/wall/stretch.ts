import { type RawBuilder, sql } from 'kysely'

/** SQL conditions on moments within a month or year that begins on the day `first`, where the organization counts days. */
export function stretchOf(
  first: string,
  length: 'month' | 'year',
  timeZone: string,
): { within: (at: string) => RawBuilder<boolean> } {
  const start = sql`${first}::timestamp at time zone ${timeZone}`
  const end = sql`(${first}::timestamp + ${`1 ${length}`}::interval) at time zone ${timeZone}`
  return {
    within: (at: string) => sql<boolean>`${sql.ref(at)} >= ${start} and ${sql.ref(at)} < ${end}`,
  }
}
