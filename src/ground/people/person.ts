import { type RawBuilder, sql } from 'kysely'

/** SQL: a row of members as a person is told: who they are, what they are called, what they do. */
export const person = (alias: string): RawBuilder<unknown> =>
  sql`json_build_object('id', ${sql.ref(`${alias}.id`)}, 'name', ${sql.ref(`${alias}.name`)}, 'title', ${sql.ref(`${alias}.title`)})`

/** SQL: the same of a row that may be missing: null then. */
export const personIfAny = (alias: string): RawBuilder<unknown> =>
  sql`case when ${sql.ref(`${alias}.id`)} is not null then ${person(alias)} end`
