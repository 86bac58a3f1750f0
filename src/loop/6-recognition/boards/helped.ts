import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '#platform/scope'

export interface Those {
  window: 'month' | 'quarter'
  topicId?: string | undefined
}

const days = { month: 30, quarter: 90 }

/** When the stretch of time began that ends now, and when the one before it did. */
export function windowsOf({ now }: Scope, { window }: Those): { since: string; before: string } {
  const ago = (stretches: number) =>
    new Date(now.getTime() - stretches * days[window] * 86_400_000).toISOString()
  return { since: ago(1), before: ago(2) }
}

/**
 * SQL condition: the signal `s` is help that counts here: what reached somebody who is known, and was done, not promised.
 * What a survey says stays between those who answered it and the count, and what helped nobody in particular is nobody’s.
 */
export const isHelp = sql<boolean>`(s.helped_id is not null and s.kind in
  ('published', 'answered', 'accepted', 'reviewed', 'thanked', 'commended', 'useful'))`

/** SQL condition: the signal `s` is about this topic; any where none is said. */
export const isAbout = (topicId: string | undefined): RawBuilder<unknown> =>
  topicId
    ? sql`exists (select from subject_topics t where t.org_id = s.org_id and t.subject_id = s.subject_id
        and t.topic_id = ${topicId})`
    : sql`true`
