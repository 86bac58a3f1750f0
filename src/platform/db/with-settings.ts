import { sql } from 'kysely'
import type { Db } from './kysely.ts'

/**
 * Runs what only reads while settings of the database hold for its connection, and takes them back afterwards. What reads
 * has no transaction around it that they could hold for, and nobody else asks on its connection meanwhile.
 */
export async function withSettings<T>(
  db: Db,
  settings: Readonly<Record<string, string>>,
  work: () => Promise<T>,
): Promise<T> {
  const set = async (values: (string | null)[]) => {
    const names = Object.keys(settings)
    // One that is set to null goes back to what the connection began with.
    await sql`select set_config(name, value, false)
      from unnest(${names}::text[], ${values}::text[]) as s(name, value)`.execute(db)
  }
  const back = () => set(Object.keys(settings).map(() => null))
  await set(Object.values(settings))
  let result: T
  try {
    result = await work()
  } catch (error) {
    // When this fails too, what failed first is to be reported; the connection is broken then.
    await back().catch(() => undefined)
    throw error
  }
  await back()
  return result
}
