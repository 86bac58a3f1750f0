import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import { type Reaction, reaction } from '#record'
import { addEntry, forgetEntries } from './entries.ts'

interface Row {
  name: string
  levels: { name: string }[]
  drawing: object
  reason: string
  isPublic: boolean
  revokedAt: string | null
  toName: string
  courseId: string | null
  /** The group of the course that is named, where it is a private one. */
  apart: string | null
}

/** An award as it stands now, with its words and drawing; held until what is told of it is written. */
async function awardOf(scope: Scope, id: string): Promise<Row | undefined> {
  const { rows } = await sql<Row>`select v.name, v.levels, v.drawing, a.reason, b.is_public, a.revoked_at,
      m.name as to_name, a.course_id, case when g.private then g.id end as apart
    from badge_awards a
    join badges b on b.org_id = a.org_id and b.id = a.badge_id
    join badge_versions v on v.org_id = a.org_id and v.badge_id = a.badge_id and v.number = a.version
    join members m on m.org_id = a.org_id and m.id = a.member_id
    left join courses c on c.org_id = a.org_id and c.id = a.course_id
    left join groups g on g.org_id = c.org_id and g.id = c.group_id
    where a.org_id = ${scope.org} and a.id = ${id} for share of a`.execute(scope.db)
  return rows[0]
}

/** Whoever is awarded a badge hears of it, and if the badge is public, their group; of one that is revoked, they alone. */
export const badges: Reaction[] = [
  reaction('badge.awarded', 'feed.badge-awarded', async (scope, fact) => {
    const { awardId, badgeId, memberId, level, groupId } = fact.data
    const award = await awardOf(scope, awardId)
    if (!award || award.revokedAt) return
    const { name, levels, drawing, toName, courseId, apart } = award
    const data = {
      ...{ awardId, badgeId, toId: memberId, toName, name, drawing, words: award.reason },
      ...{
        level,
        levels: levels.length,
        levelName: levels.length > 1 ? (levels[level - 1]?.name ?? '') : '',
      },
    }
    const entry = { kind: 'badge.awarded' as const, groupId: apart ?? groupId, courseId, data }
    await addEntry(scope, fact, { ...entry, forGroup: award.isPublic }, [{ memberId, reason: 'awarded-you' }])
  }),
  reaction('badge.revoked', 'feed.badge-revoked', async (scope, fact) => {
    const { awardId, memberId, reason } = fact.data
    const ofAward = sql`select f.id from feed_entries f where f.org_id = ${scope.org}
      and f.kind = 'badge.awarded' and f.data->>'awardId' = ${awardId}::text`
    const told = await sql<{
      groupId: string
    }>`select group_id from feed_entries f where f.org_id = ${scope.org} and f.id in (${ofAward})`.execute(
      scope.db,
    )
    await forgetEntries(scope, ofAward)
    const award = await awardOf(scope, awardId)
    const groupId = told.rows[0]?.groupId ?? scope.org
    const data = { awardId, toId: memberId, name: award?.name ?? '', words: reason }
    await addEntry(scope, fact, { kind: 'badge.revoked', groupId, data }, [
      { memberId, reason: 'awarded-you' },
    ])
  }),
]
