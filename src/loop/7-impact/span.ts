import { sql } from 'kysely'
import { groupVisible } from '#people'
import type { Scope } from '#platform/scope'
import type { stages } from './contract.ts'

export type Stage = (typeof stages)[number]

/**
 * When a journey reached each stage, the stage before it, and what is added up there beside the journeys themselves. A
 * journey has made an impact when three or more people completed it: what it changed beyond that is measured by studies.
 */
export const reached: Record<Stage, { at: string; before: string | null; detail: string }> = {
  need: { at: 'raised_at', before: null, detail: 'j.voices' },
  leader: { at: 'claimed_at', before: 'raised_at', detail: '1' },
  course: { at: 'drafted_at', before: 'claimed_at', detail: '1' },
  validation: { at: 'validated_at', before: 'drafted_at', detail: '1' },
  learning: { at: 'learned_at', before: 'validated_at', detail: 'j.completions' },
  recognition: { at: 'thanked_at', before: 'learned_at', detail: 'j.kudos' },
  impact: { at: 'impact_at', before: 'learned_at', detail: 'j.completions' },
}

/** Of how many days, and of which group; of all that the reader may see when none is named. */
export interface LoopQuery {
  days: number
  groupId?: string | undefined
}

const freshFor = 5 * 60_000

/** The moment up to which counts are kept: a number and the list behind it must begin at the same one. */
export const momentOf = (scope: Scope): number => Math.floor(scope.now.getTime() / freshFor) * freshFor

/** The last `days`, or as many before them: from a moment on, and up to one that is no longer in it. */
export function spanOf(scope: Scope, days: number, when: 'now' | 'before'): { from: Date; until: Date } {
  const ago = (count: number) => new Date(momentOf(scope) - count * 86_400_000)
  return when === 'now' ? { from: ago(days), until: endOfTime } : { from: ago(days * 2), until: ago(days) }
}
const endOfTime = new Date('9999-12-31T00:00:00Z')

/** Whether a journey came to `at` in a span. */
export const cameIn = (at: string, { from, until }: { from: Date; until: Date }) => {
  const moment = sql.ref(`j.${at}`)
  return sql<boolean>`(${moment} >= ${from.toISOString()} and ${moment} < ${until.toISOString()})`
}

/** The days from one moment of a journey to a later one; null when it never went that way. */
export const daysBetween = (before: string, at: string) => {
  const [from, to] = [sql.ref(`j.${before}`), sql.ref(`j.${at}`)]
  return sql<
    number | null
  >`case when ${to} >= ${from} then extract(epoch from ${to} - ${from})::float8 / 86400 end`
}

export const visibleJourneys = (scope: Scope, groupId: string | undefined) => sql`
  from journeys j join groups g on g.org_id = j.org_id and g.id = j.group_id
  where j.org_id = ${scope.org} and ${groupVisible(scope, 'g')}
    ${groupId ? sql`and ${groupId}::uuid = any(g.path)` : sql``}`
