import { sql } from 'kysely'
import { holdAlone } from '#platform/db/locks'
import type { Scope } from '#platform/scope'
import { takesPart } from '../part.ts'
import { ours } from './forget.ts'
import type { SignalKind } from './kinds.ts'
import { noting } from './note.ts'

export interface Signal {
  /** What makes it one: the same again is the same signal. */
  key: string
  kind: SignalKind
  helperId: string
  helpedId: string | null
  subject?: 'course' | 'need'
  subjectId?: string
}

/** Whoever counts anew what became of one thing waits for who does so at the same time. */
export const lockSignal = (scope: Scope, key: string): Promise<void> =>
  holdAlone(scope, `signal ${scope.org} ${key}`)

/**
 * Keeps one act of help, dated by the scope's moment, unless its helper takes no part. Who was helped is not kept where
 * they take none. Help to oneself is none.
 */
export async function keepSignal(scope: Scope, signal: Signal): Promise<void> {
  const { helperId, helpedId, key, kind, subject = null, subjectId = null } = signal
  if (helperId === helpedId || !(await takesPart(scope, helperId))) return
  const isNamed = helpedId !== null && (await takesPart(scope, helpedId))
  const now = scope.now.toISOString()
  await noting(
    scope,
    1,
    sql`insert into signals (org_id, source, key, kind, helper_id, helped_id, at, kept_at, subject, subject_id)
      values (${scope.org}, ${ours}, ${key}, ${kind}, ${helperId}, ${isNamed ? helpedId : null}, ${now}, ${now},
        ${subject}, ${subjectId})
      on conflict do nothing`,
  )
}

/** Takes one back: what it stood for is no more. */
export async function dropSignal(scope: Scope, key: string): Promise<void> {
  await noting(
    scope,
    -1,
    sql`delete from signals where org_id = ${scope.org} and source = ${ours} and key = ${key}`,
  )
}
