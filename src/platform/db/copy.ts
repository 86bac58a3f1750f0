import type pg from 'pg'

/** Takes the rows of a query as PostgreSQL's binary COPY writes them; `at` is where the first field of one begins. */
export type TakeRow = (bytes: Buffer, at: number) => void

/** Reads what a query answers as a stream of rows in binary, none of which is held. The text has no parameters. */
export type Stream = (text: string, take: TakeRow) => Promise<void>

const headSize = 19
/** Where a field count stands, the end of all rows has -1. */
const end = -1
const countSize = 2

interface Connection {
  query: (text: string) => void
}

/**
 * Asks a query on a connection, in its turn, and hands over its rows one by one as they come off the wire: no text, no
 * object and no promise for any. While `take` works, nothing more is read.
 */
export const streamOn =
  (client: pg.PoolClient): Stream =>
  (text, take) =>
    new Promise<void>((resolve, reject) => {
      let broken: Error | null = null
      let isFirst = true
      const rows = ({ chunk }: { chunk: Buffer }) => {
        if (broken) return
        // The head comes with the first row, or before it.
        const at = isFirst ? headSize + chunk.readInt32BE(headSize - 4) : 0
        isFirst = false
        try {
          if (at + countSize <= chunk.length && chunk.readInt16BE(at) !== end) take(chunk, at + countSize)
        } catch (error) {
          // Thrown into the driver it would end the thread; the rest of the rows is let pass.
          broken = error as Error
        }
      }
      const query = {
        submit: (connection: Connection) => connection.query(`copy (${text}) to stdout with (format binary)`),
        handleCopyData: rows,
        handleCommandComplete: () => undefined,
        handleError: reject,
        handleReadyForQuery: () => (broken ? reject(broken) : resolve()),
      }
      client.query(query as unknown as pg.Submittable)
    })

/** The four bytes at a place as a whole number. */
export const int32At = (bytes: Buffer, at: number): number =>
  ((bytes[at] as number) << 24) |
  ((bytes[at + 1] as number) << 16) |
  ((bytes[at + 2] as number) << 8) |
  (bytes[at + 3] as number)
