import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Rows, Statement } from '#platform/db/wire'
import { invalid, Problem } from '#platform/problem'
import type { Scope } from '#platform/scope'

const shape = /^[A-Za-z0-9_-]{8,100}$/

/** The request's Idempotency-Key; throws 422 when it is missing or cannot be one. */
export function readKey(header: string | undefined): string {
  if (header && shape.test(header)) return header
  throw invalid([{ part: 'header', pointer: '/idempotency-key', code: 'idempotency-key' }])
}

export interface KeptAnswer {
  status: number
  response: unknown
  headers: Record<string, string>
}

/** The whole of a request, as far as it can differ: its address with path and query, and its body. */
export interface Asked {
  params: unknown
  query: unknown
  body: unknown
}

/** Keeps the answer of a write under its key, and finds it again when the same write is sent again. */
export interface Keeper {
  /** Two statements for a transaction's opening: wait for a twin of this request, then find what it answered. */
  ask: Statement[]
  /** The answer given before, from the rows of the last statement; throws 422 when it was to another request. */
  find: (scope: Scope, rows: Rows, asked: Asked) => Promise<KeptAnswer | null>
  keep: (scope: Scope, asked: Asked, answer: KeptAnswer) => Promise<void>
}

/** Whoever sends this second: waits until the first is done. */
export const waitForTwin = (name: string): Statement => ({
  text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
  values: [name],
})

export const keyReused = () => new Problem(422, 'idempotency.key-reused')

/** Keeps what is answered to somebody who is signed in: in their organization, for them alone. */
export function keeperOfMember(org: string, endpoint: string, key: string): Keeper {
  const hashOf = ({ params, query, body }: Asked) =>
    createHash('sha256')
      .update(JSON.stringify([endpoint, params, query, body]))
      .digest('base64url')
  return {
    ask: [
      waitForTwin(org + key),
      {
        text: 'select actor_id, request_hash, status, response from idempotency_keys where org_id = $1 and key = $2',
        values: [org, key],
      },
    ],
    find: async (scope, rows, asked) => {
      const row = rows.find(({ actorId }) => actorId === scope.actor.id)
      if (!row) return null
      if (row.requestHash !== hashOf(asked)) throw keyReused()
      return { status: Number(row.status), response: row.response, headers: {} }
    },
    keep: async (scope, asked, { status, response }) => {
      await sql`insert into idempotency_keys (org_id, actor_id, key, request_hash, status, response, at)
        values (${scope.org}, ${scope.actor.id}, ${key}, ${hashOf(asked)}, ${status},
          ${JSON.stringify(response)}::jsonb, ${scope.now.toISOString()})`.execute(scope.db)
    },
  }
}
