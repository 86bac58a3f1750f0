import { sql } from 'kysely'
import { groupVisible } from '#people'
import type { Scope } from '#platform/scope'
import type { RecognitionRule } from '../rule.contract.ts'
import type { RuleBody } from './language.ts'

type Names = Pick<RecognitionRule, 'groups' | 'topics' | 'award'>
type NamesOf = (body: RuleBody) => Names

/** What some rules name, as far as the reader may see it. A badge that is awarded no more is told to be so. */
export async function findNames(scope: Scope, bodies: readonly RuleBody[]): Promise<NamesOf> {
  const groupIds = bodies.flatMap(({ about, audience }) => [...about.groupIds, ...audience])
  const topicIds = bodies.flatMap(({ about }) => about.topicIds)
  const badgeIds = bodies.flatMap(({ badge }) => badge?.badgeId ?? [])
  const [groups, topics, badges] = await Promise.all([
    findGroups(scope, groupIds),
    findTopics(scope, topicIds),
    findBadges(scope, badgeIds),
  ])
  const named = (all: Map<string, string>, ids: readonly string[]) =>
    [...new Set(ids)].flatMap((id) => {
      const name = all.get(id)
      return name === undefined ? [] : [{ id, name }]
    })
  return ({ about, audience, badge }) => ({
    groups: named(groups, [...about.groupIds, ...audience]),
    topics: named(topics, about.topicIds),
    award: awardOf(badge, badge && badges.get(badge.badgeId)),
  })
}

const awardOf = (asked: RuleBody['badge'], badge: BadgeRow | null | undefined): Names['award'] =>
  asked && badge
    ? {
        id: badge.id,
        name: badge.name,
        level: badge.levels[asked.level - 1]?.name ?? '',
        levels: badge.levels.length,
        isUsable: badge.archivedAt === null && badge.levels.length >= asked.level,
      }
    : null

async function findGroups(scope: Scope, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`select g.id, g.name from groups g
    where g.org_id = ${scope.org} and g.id = any(${[...ids]}::uuid[]) and ${groupVisible(scope, 'g')}`.execute(
    scope.db,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function findTopics({ org, db }: Scope, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from topics
    where org_id = ${org} and id = any(${[...ids]}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

interface BadgeRow {
  id: string
  name: string
  levels: { name: string }[]
  archivedAt: string | null
}

async function findBadges({ org, db }: Scope, ids: readonly string[]): Promise<Map<string, BadgeRow>> {
  const { rows } = await sql<BadgeRow>`select b.id, v.name, v.levels, b.archived_at from badges b
    join badge_versions v on v.org_id = b.org_id and v.badge_id = b.id and v.number = b.version
    where b.org_id = ${org} and b.id = any(${[...ids]}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}
