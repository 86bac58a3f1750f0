import type pg from 'pg'
import { type Column, type Prepared, parameter, preparedOn, readerOf, readRow } from './prepared.ts'

/** SQL with `$1`-style parameters. */
export interface Statement {
  text: string
  values: readonly unknown[]
}

/** Rows as objects with camelCase names. */
export type Rows = Record<string, unknown>[]

export interface Answer {
  rows: Rows
  command: string
  rowCount: number | null
}

interface Asked {
  prepared: Prepared
  values: readonly unknown[]
  answer: Answer
  resolve: (answer: Answer) => void
  reject: (error: Error) => void
}

/** What waits to be sent on a connection, and whether it is answering what was sent before. */
interface Line {
  waiting: Asked[]
  scheduled: boolean
  answering: boolean
}

const lines = new WeakMap<pg.PoolClient, Line>()

/** What the last answered statement left set for the session; a failed batch forgets it, since settings roll back. */
export const standing = new WeakMap<pg.PoolClient, string>()

/**
 * Asks one prepared statement. What is asked on a connection within one turn of the event loop travels in one packet
 * and is answered in one: a message to the database, not the work in it, is what costs most. When one of them fails,
 * those behind it fail with the same error.
 */
export function ask(client: pg.PoolClient, { text, values }: Statement): Promise<Answer> {
  const line = lines.get(client) ?? { waiting: [], scheduled: false, answering: false }
  lines.set(client, line)
  return new Promise<Answer>((resolve, reject) => {
    const answer = { rows: [], command: '', rowCount: null }
    // A value that cannot travel is refused here, before anything of the packet is sent.
    line.waiting.push({
      prepared: preparedOn(client, text),
      values: values.map(parameter),
      answer,
      resolve,
      reject,
    })
    sendSoon(client, line)
  })
}

function sendSoon(client: pg.PoolClient, line: Line): void {
  if (line.scheduled || line.answering || line.waiting.length === 0) return
  line.scheduled = true
  process.nextTick(() => {
    line.scheduled = false
    const asked = line.waiting
    line.waiting = []
    line.answering = true
    const done = () => {
      line.answering = false
      sendSoon(client, line)
    }
    client.query(batch(client, asked, done) as unknown as pg.Submittable)
  })
}

/** The part of the driver's connection that speaks the extended query protocol. */
interface Connection {
  stream: { cork: () => void; uncork: () => void }
  close: (what: { type: 'S'; name: string }) => void
  parse: (what: { name: string; text: string }) => void
  bind: (what: { statement: string; values: readonly unknown[] }) => void
  describe: (what: { type: 'P'; name: string }) => void
  execute: (what: Record<string, never>) => void
  sync: () => void
}

/** Sends every statement and one Sync behind them, so that the server answers them together. */
function send(connection: Connection, asked: readonly Asked[]): void {
  connection.stream.cork()
  for (const { prepared, values } of asked) {
    const { name, text, parsed, reader } = prepared
    if (!parsed) {
      // A statement whose parsing nobody saw end may or may not be there: closing one that is not is no error.
      if (name) connection.close({ type: 'S', name })
      connection.parse({ name, text })
    }
    connection.bind({ statement: name, values })
    if (reader === undefined) connection.describe({ type: 'P', name: '' })
    connection.execute({})
    prepared.parsed = name !== ''
  }
  connection.sync()
  connection.stream.uncork()
}

/** What the driver calls back: a query of its own kind, as its extension protocol has it. */
interface Batch {
  submit: (connection: Connection) => void
  handleRowDescription: (message: { fields: Column[] }) => void
  handleDataRow: (message: { fields: (string | null)[] }) => void
  handleCommandComplete: (message: { text: string }) => void
  handleEmptyQuery: () => void
  handleError: (error: Error) => void
  handleReadyForQuery: () => void
}

/** Statements that travel together. `done` is called once, when the connection is free for the next ones. */
function batch(client: pg.PoolClient, asked: readonly Asked[], done: () => void): Batch {
  let at = 0
  const end = (error: Error) => {
    standing.delete(client)
    for (const one of asked.slice(at)) {
      one.prepared.parsed = false
      one.reject(error)
    }
    at = asked.length
    done()
  }
  const next = (command: string, rowCount: number | null) => {
    const one = asked[at]
    at += 1
    if (!one) return
    one.prepared.reader ??= null
    one.resolve(Object.assign(one.answer, { command, rowCount }))
  }
  return {
    submit: (connection) => send(connection, asked),
    handleRowDescription: ({ fields }) => {
      const one = asked[at]
      if (one) one.prepared.reader = readerOf(client, fields)
    },
    handleDataRow: ({ fields }) => {
      const one = asked[at]
      if (one?.prepared.reader) one.answer.rows.push(readRow(one.prepared.reader, fields))
    },
    handleCommandComplete: ({ text }) => next(commandOf(text), countOf(text)),
    handleEmptyQuery: () => next('', null),
    handleError: end,
    handleReadyForQuery: done,
  }
}

/** `SELECT 3`, `INSERT 0 3`, `BEGIN`. */
const commandOf = (tag: string): string => tag.split(' ', 1)[0] ?? ''
const countOf = (tag: string): number | null => {
  const count = tag.match(/ (\d+)$/)?.[1]
  return count === undefined ? null : Number(count)
}
