import pg from 'pg'

/** Whether an error says that a statement would have broken this constraint of the database. */
export const isBroken = (error: unknown, constraint: string): boolean =>
  error instanceof pg.DatabaseError && error.constraint === constraint
