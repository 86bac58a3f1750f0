import { sql } from 'kysely'
import { groupVisible } from '#people'
import type { Scope } from '#platform/scope'
import { findTerms, type Terms } from '../bonus/terms.ts'
import type { RecognitionRule } from '../rule.contract.ts'
import type { RuleBody } from './language.ts'
import { isGivenHere } from './propose.ts'

type Names = Pick<RecognitionRule, 'groups' | 'topics' | 'award' | 'purse'>
type NamesOf = (body: RuleBody) => Names

/** What some rules name, as far as the reader may see it. A badge that is awarded no more is told to be so. */
export async function findNames(scope: Scope, bodies: readonly RuleBody[]): Promise<NamesOf> {
  const groupIds = bodies.flatMap(({ about, audience }) => [...about.groupIds, ...audience])
  const topicIds = bodies.flatMap(({ about }) => about.topicIds)
  const badgeIds = bodies.flatMap(({ badge }) => badge?.badgeId ?? [])
  const bonuses = bodies.flatMap(({ bonus }) => bonus ?? [])
  const [groups, topics, badges, terms] = await Promise.all([
    findGroups(scope, [...groupIds, ...bonuses.map(({ groupId }) => groupId)]),
    findTopics(scope, topicIds),
    findBadges(scope, badgeIds),
    bonuses.length > 0 ? findTerms(scope) : null,
  ])
  const named = (all: Map<string, { name: string }>, ids: readonly string[]) =>
    [...new Set(ids)].flatMap((id) => {
      const name = all.get(id)?.name
      return name === undefined ? [] : [{ id, name }]
    })
  return ({ about, audience, badge, bonus }) => ({
    groups: named(groups, [...about.groupIds, ...audience]),
    topics: named(topics, about.topicIds),
    award: awardOf(badge, badge && badges.get(badge.badgeId)),
    purse: purseOf(bonus, bonus && groups.get(bonus.groupId), terms),
  })
}

const purseOf = (
  bonus: RuleBody['bonus'],
  group: GroupRow | null | undefined,
  terms: Terms | null,
): Names['purse'] =>
  bonus && group
    ? {
        ...{ id: group.id, name: group.name },
        isUsable: group.archivedAt === null && terms !== null && isGivenHere(bonus, terms),
      }
    : null

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

interface GroupRow {
  id: string
  name: string
  archivedAt: string | null
}

async function findGroups(scope: Scope, ids: readonly string[]): Promise<Map<string, GroupRow>> {
  const { rows } = await sql<GroupRow>`select g.id, g.name, g.archived_at from groups g
    where g.org_id = ${scope.org} and g.id = any(${[...ids]}::uuid[]) and ${groupVisible(scope, 'g')}`.execute(
    scope.db,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

async function findTopics(
  { org, db }: Scope,
  ids: readonly string[],
): Promise<Map<string, { name: string }>> {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from topics
    where org_id = ${org} and id = any(${[...ids]}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
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
