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

/** Two statements for a transaction's opening: wait for a twin of this request, then find what it answered. */
export const askEarlierAnswer = (org: string, key: string): Statement[] => [
  { text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))', values: [org + key] },
  {
    text: 'select actor_id, request_hash, status, response from idempotency_keys where org_id = $1 and key = $2',
    values: [org, key],
  },
]

export interface KeptAnswer {
  status: number
  response: unknown
}

/** A word for a whole request: its address with path and query, and its body. */
export const requestHash = (
  endpoint: string,
  { params, query, body }: { params: unknown; query: unknown; body: unknown },
): string =>
  createHash('sha256')
    .update(JSON.stringify([endpoint, params, query, body]))
    .digest('base64url')

/** The answer given before to the same request; throws 422 when the key was used for another one. */
export function earlierAnswer(rows: Rows, actor: string, hash: string): KeptAnswer | null {
  const row = rows.find((candidate) => candidate.actorId === actor)
  if (!row) return null
  if (row.requestHash === hash) return { status: Number(row.status), response: row.response }
  throw new Problem(422, 'idempotency.key-reused')
}

export async function keepAnswer(scope: Scope, key: string, hash: string, answer: KeptAnswer): Promise<void> {
  await sql`insert into idempotency_keys (org_id, actor_id, key, request_hash, status, response, at)
    values (${scope.org}, ${scope.actor.id}, ${key}, ${hash}, ${answer.status},
      ${JSON.stringify(answer.response)}::jsonb, ${scope.now.toISOString()})`.execute(scope.db)
}
