import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import { record } from '#record'
import { readSettings } from '../detection/read-settings.ts'
import { askForDetection } from '../detection/task.ts'
import { fewestShown, fewestTold, readFewest } from '../fewest.ts'
import { groupAmong, groupsShown, membersIn, takingPartIn } from './audience.ts'
import { placesOf } from './places.ts'
import { columnsOf, type ExpertiseRow, helperOf, namesOfTopics, rising } from './rows.ts'

interface Filter {
  groupId?: string | undefined
  topicId?: string | undefined
}

/**
 * Who helps others most, for those to whom the organization shows it: the first of a group, so many of a hundred as the
 * organization says (usually five), or of those who helped with a topic (three at least), each with what the score is made of; and who is rising behind them.
 */
export async function getRadar(scope: Scope, { groupId: asked, topicId }: Filter) {
  const { isOn, groups } = await groupsShown(scope, 'detection')
  const groupId = await groupAmong(scope, groups, asked)
  const [computed, counts, { percent }, fewest] = await Promise.all([
    lastComputed(scope),
    countMembers(scope, groupId, topicId),
    readSettings(scope),
    readFewest(scope),
  ])
  const places = placesOf(counts.compared, percent, topicId !== undefined)
  const first = computed && isOn ? await best(scope, groupId, topicId, places) : []
  const behind = computed && isOn && !topicId ? await risingBehind(scope, groupId, first) : []
  const names = await namesOfTopics(scope, [...first, ...behind])
  const greatest = Math.max(counts.greatest, Number.MIN_VALUE)
  return {
    can: { compute: groups.some(({ id }) => id === scope.org) },
    ...{ groupId, groups, computed, isOn, fewest, percent, places, members: counts.members },
    items: first.map((row) => helperOf(row, greatest, names, fewest.told)),
    rising: behind.map((row) => helperOf(row, greatest, names, fewest.told)),
  }
}

async function lastComputed(scope: Scope) {
  const row = await scope.db
    .selectFrom('detections')
    .select(['computedAt as at', 'signals', 'leftOut'])
    .where('orgId', '=', scope.org)
    .executeTakeFirst()
  return row ? { ...row, leftOut: row.leftOut as Record<string, number> } : null
}

/** How many members there are, among how many the first are looked for, and the highest score of all. */
async function countMembers(scope: Scope, groupId: string, topicId: string | undefined) {
  const there = takingPartIn(scope, groupId)
  const those = topicId
    ? sql`topic_expertise e where e.org_id = ${scope.org} and e.topic_id = ${topicId}`
    : sql`expertise e where e.org_id = ${scope.org}`
  const { rows } = await sql<{ members: number; compared: number; greatest: number }>`
    select ${membersIn(scope, groupId)} as members,
      (select count(*)::int from ${those} and exists (select from members m
        where m.org_id = e.org_id and m.id = e.member_id and ${there})) as compared,
      (select coalesce(max(score), 0) from ${those}) as greatest`.execute(scope.db)
  const [{ members, compared, greatest } = { members: 0, compared: 0, greatest: 0 }] = rows
  return { members, greatest, compared: topicId ? compared : members }
}

async function best(scope: Scope, groupId: string, topicId: string | undefined, places: number) {
  const there = takingPartIn(scope, groupId)
  const { rows } = topicId
    ? await sql<ExpertiseRow>`
      select ${columnsOf('t')} from topic_expertise t
      join expertise e on e.org_id = t.org_id and e.member_id = t.member_id
      join members m on m.org_id = e.org_id and m.id = e.member_id
      where t.org_id = ${scope.org} and t.topic_id = ${topicId} and t.people >= ${fewestTold(scope)} and ${there}
      order by t.score desc, t.member_id limit ${places}`.execute(scope.db)
    : await sql<ExpertiseRow>`
      select ${columnsOf('e')} from expertise e
      join members m on m.org_id = e.org_id and m.id = e.member_id
      where e.org_id = ${scope.org} and e.people >= ${fewestShown(scope)} and ${there}
      order by e.score desc, e.member_id limit ${places}`.execute(scope.db)
  return rows
}

/** Those behind the first who did much more in the last 90 days than in the 90 before. */
async function risingBehind(scope: Scope, groupId: string, first: readonly ExpertiseRow[]) {
  const { rows } = await sql<ExpertiseRow>`
    select ${columnsOf('e')} from expertise e
    join members m on m.org_id = e.org_id and m.id = e.member_id
    where e.org_id = ${scope.org} and e.people >= ${fewestTold(scope)} and ${takingPartIn(scope, groupId)}
      and e.recent >= ${rising.acts} and e.recent >= ${rising.times} * e.former
      and e.member_id <> all(${first.map(({ memberId }) => memberId)}::uuid[])
    order by e.recent - e.former desc, e.score desc, e.member_id limit 10`.execute(scope.db)
  return rows
}

/** Has everybody’s help counted anew: whoever sees the radar of the whole organization. */
export async function computeRadar(scope: Scope): Promise<void> {
  const { groups } = await groupsShown(scope, 'detection')
  await groupAmong(scope, groups, scope.org)
  askForDetection(scope)
  await record(scope, 'detection.asked', {})
}
