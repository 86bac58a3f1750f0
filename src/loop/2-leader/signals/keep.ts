import { sql } from 'kysely'
import { holdAlone } from '#platform/db/locks'
import type { Scope } from '#platform/scope'
import { takesPart } from '../part.ts'
import { isSaid, type SignalKind } from './kinds.ts'
import { noting } from './note.ts'
import { ours } from './sources.ts'

export interface Signal {
  /** What makes it one: the same again is the same signal. */
  key: string
  kind: SignalKind
  helperId: string
  helpedId: string | null
  /** Nobody may be told who was helped: it is there for counting alone. */
  isVeiled?: boolean
  subject?: 'course' | 'need'
  subjectId?: string
  /** Where it is known from; Cairn itself where nothing is said. */
  source?: string
  /** What it was about in a few words, where it is about nothing of Cairn. */
  topic?: string | null
}

/** Whoever counts anew what became of one thing waits for who does so at the same time. */
export const lockSignal = (scope: Scope, key: string): Promise<void> =>
  holdAlone(scope, `signal ${scope.org} ${key}`)

/**
 * Keeps one act of help, dated by the scope's moment, unless its helper takes no part. Of who was helped and takes none
 * neither their name is kept nor what they say of others. Help to oneself is none.
 */
export async function keepSignal(scope: Scope, signal: Signal): Promise<void> {
  const { helperId, helpedId, key, kind, subject = null, subjectId = null, topic = null } = signal
  const { source = ours, isVeiled = false } = signal
  if (helperId === helpedId || !(await takesPart(scope, helperId))) return
  const isNamed = helpedId !== null && (await takesPart(scope, helpedId))
  if (helpedId !== null && !isNamed && isSaid(kind)) return
  const [told, veiled] = [isNamed && !isVeiled ? helpedId : null, isNamed && isVeiled ? helpedId : null]
  const now = scope.now.toISOString()
  await noting(
    scope,
    1,
    sql`insert into signals (org_id, source, key, kind, helper_id, helped_id, veiled_id, at, kept_at, subject, subject_id, topic)
      values (${scope.org}, ${source}, ${key}, ${kind}, ${helperId}, ${told}, ${veiled}, ${now}, ${now},
        ${subject}, ${subjectId}, ${topic})
      on conflict do nothing`,
  )
}

/** Takes one back: what it stood for is no more. */
export async function dropSignal(scope: Scope, key: string, source = ours): Promise<void> {
  await noting(
    scope,
    -1,
    sql`delete from signals where org_id = ${scope.org} and source = ${source} and key = ${key}`,
  )
}
