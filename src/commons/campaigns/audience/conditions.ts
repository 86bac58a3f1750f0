import { type RawBuilder, sql } from 'kysely'
import type { Quiet } from '#platform/scope'
import type { Audience, Condition } from '../language.ts'

type Sql = RawBuilder<unknown>

const escaped = (words: string) => words.replace(/[\\%_]/g, (one) => `\\${one}`)

/** SQL: whether a member `m` is what a condition asks. */
function holdsFor({ now }: Pick<Quiet, 'now'>, condition: Condition): Sql {
  const since = (days: number) => sql`${new Date(now.getTime() - days * 86_400_000)}::timestamptz`
  switch (condition.is) {
    case 'role':
      return sql`exists (select from roles r where r.org_id = m.org_id and r.member_id = m.id and r.role = any(${condition.roles}::text[]))`
    case 'title':
      return sql`m.plain_title like '%' || folded(${escaped(condition.has)}) || '%'`
    case 'language':
      return sql`m.locale = ${condition.locale}`
    case 'joined':
      return sql`m.joined_at >= ${since(condition.days)}`
    case 'active':
      return sql`exists (select from facts f where f.org_id = m.org_id and f.actor_id = m.id and f.id >= uuid_at(${since(condition.days)}))`
    case 'completed':
      return sql`exists (select from enrollments e where e.org_id = m.org_id and e.member_id = m.id and e.completed_at >= ${since(condition.days)})`
    case 'published':
      return sql`exists (select from courses c where c.org_id = m.org_id and c.author_id = m.id and c.first_published_at >= ${since(condition.days)})`
    case 'helped':
      return sql`(exists (select from comments c where c.org_id = m.org_id and c.author_id = m.id
          and (c.parent_id is not null or c.subject = 'need') and c.removed_at is null and c.made_at >= ${since(condition.days)})
        or exists (select from reviewers w where w.org_id = m.org_id and w.member_id = m.id and w.given_at >= ${since(condition.days)}))`
    case 'volunteer':
      return sql`exists (select from volunteers v where v.org_id = m.org_id and v.member_id = m.id and v.withdrawn_at is null)`
    case 'nominee':
      return sql`exists (select from nominations n where n.org_id = m.org_id and n.member_id = m.id
        and n.decision is distinct from 'dismissed' and n.answer is null)`
    case 'answered':
      return sql`exists (select from campaign_members x where x.org_id = m.org_id and x.campaign_id = ${condition.campaignId}
        and x.member_id = m.id and x.answer = ${condition.answer})`
  }
}

/** SQL: whether a member `m` is in the groups a campaign is for: in its own or below, and of these in one of those it names. */
const inGroups = (groupId: string, groupIds: readonly string[]): Sql => sql`exists (select from roles r
  join groups g on g.org_id = r.org_id and g.id = r.group_id and g.archived_at is null
  where r.org_id = m.org_id and r.member_id = m.id and ${groupId}::uuid = any(g.path)
    ${groupIds.length > 0 ? sql`and g.path && ${[...groupIds]}::uuid[]` : sql``})`

const cheap: readonly Condition['is'][] = ['language', 'joined', 'title']

/**
 * SQL: whether the row `m` of members is somebody to whom a campaign of a group speaks, at the scope's moment: they are
 * still here, in its groups, and what its conditions ask.
 */
export function speaksTo(
  scope: Pick<Quiet, 'org' | 'now'>,
  groupId: string,
  { groupIds, match, conditions }: Audience,
): RawBuilder<boolean> {
  // What is cheap to look at comes first: who is out by it is asked nothing more.
  const inOrder = [...conditions].sort(
    (a, b) => Number(!cheap.includes(a.is)) - Number(!cheap.includes(b.is)),
  )
  const asked = inOrder.map((condition) =>
    condition.not ? sql`not ${holdsFor(scope, condition)}` : holdsFor(scope, condition),
  )
  const joined = sql.join(asked, match === 'all' ? sql` and ` : sql` or `)
  const isAll = groupId === scope.org && groupIds.length === 0
  return sql<boolean>`(m.org_id = ${scope.org} and m.left_at is null
    ${isAll ? sql`` : sql`and ${inGroups(groupId, groupIds)}`}
    ${asked.length > 0 ? sql`and (${joined})` : sql``})`
}
