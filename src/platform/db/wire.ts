import type pg from 'pg'

interface Wired {
  connection: { stream: { cork: () => void; uncork: () => void } }
}

/** What is sent within this turn of the event loop travels in one packet: a write to a socket is what costs most. */
export function together(client: pg.PoolClient): void {
  const { stream } = (client as unknown as Wired).connection
  stream.cork()
  process.nextTick(() => stream.uncork())
}
