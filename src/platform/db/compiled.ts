import type { CompiledQuery } from 'kysely'
import { type Db, kyselyOn } from './kysely.ts'

/** A query, built with Kysely or written with its `sql`. */
interface Compilable<Row> {
  compile: (db: Db) => CompiledQuery<Row>
}

const name = Symbol('the name of a value that is given later')

/** Stands where a value will be given: whatever is asked of it is a mark with that name. */
const marks = () => new Proxy({}, { get: (_, key) => ({ [name]: key }) })
const isMark = (value: unknown): value is { [name]: string } =>
  typeof value === 'object' && value !== null && name in value

const unbound = kyselyOn(() => Promise.reject(new Error('This query is only written, not asked.')))

/**
 * A query whose text is made once, at its first use: for what every page asks, making the text anew costs more than
 * sending it. `build` sees marks instead of the values of `given`, so its text must not depend on them.
 */
export function compiled<Given extends object, Row>(
  build: (given: Given, db: Db) => Compilable<Row>,
): (db: Db, given: Given) => Promise<Row[]> {
  let query: CompiledQuery<Row> | undefined
  return async (db, given) => {
    query ??= build(marks() as Given, unbound).compile(unbound)
    const values = given as Record<string, unknown>
    const parameters = query.parameters.map((one) => (isMark(one) ? values[one[name]] : one))
    const { rows } = await db.executeQuery<Row>({ ...query, parameters })
    return rows
  }
}
