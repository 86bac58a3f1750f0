import { sql } from 'kysely'
import { person } from '#people'
import { jsonMoment } from '#platform/db/json'
import { pageOf, readCursor } from '#platform/db/paging'
import { notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import type { RuleGift } from '../given.contract.ts'
import { refuseUnlessAdmin } from '../settings/settings.ts'
import { findThings } from './things.ts'

interface Row extends Omit<RuleGift, 'course' | 'need'> {
  courseId: string | null
  needId: string | null
}

/** SQL: the bonus `b` of a gift `g` is for the actor, who reads of it once it is approved. */
const isHidden = ({ actor }: Scope) => sql<boolean>`(g.bonus_unit is not null and g.member_id = ${actor.id}
  and coalesce(b.state not in ('approved', 'exported', 'returned'), true))`

/** SQL: gifts as they are told. Who may not be named is not, nor is their badge: it would tell. */
async function giftsThat(scope: Scope, which: ReturnType<typeof sql>): Promise<RuleGift[]> {
  const { rows } = await sql<Row>`
    select g.id, g.version, g.at, g.role, g.points, g.level is not null as is_badge, g.award_id is not null as is_awarded,
      case when not g.is_unnamed then ${person('m')} end as member,
      case when g.bonus_unit is not null and not ${isHidden(scope)} then json_build_object('unit', g.bonus_unit,
        'amount', g.bonus_amount, 'state', b.state, 'against', g.bonus_against) end as bonus,
      case when g.taken_at is not null then json_build_object('at', ${jsonMoment('g.taken_at')}, 'reason', g.taken_reason, 'missing', g.missing,
        'by', ${person('t')}) end as taken,
      e.course_id, e.need_id
    from rule_gifts g join members m on m.org_id = g.org_id and m.id = g.member_id
    join rule_events e on e.org_id = g.org_id and e.number = g.number
    left join bonuses b on b.org_id = g.org_id and b.id = g.bonus_id
    left join members t on t.org_id = g.org_id and t.id = g.taken_by
    where g.org_id = ${scope.org} and not (g.points = 0 and g.badge_id is null and ${isHidden(scope)}) and ${which}`.execute(
    scope.db,
  )
  const thingsOf = await findThings(scope, rows)
  return rows.map(({ courseId, needId, ...row }) => ({ ...row, ...thingsOf({ courseId, needId }) }))
}

/** What a rule gave, or one version of it, the latest first. */
export async function listRuleGifts(
  scope: Scope,
  ruleId: string,
  query: { version?: number | undefined; limit: number; after?: string | undefined },
): Promise<{ items: RuleGift[]; next: string | null }> {
  refuseUnlessAdmin(scope)
  await refuseUnknownRule(scope, ruleId)
  const after = readCursor(query.after, 'id')
  const items = await giftsThat(
    scope,
    sql`g.rule_id = ${ruleId} and ${query.version ? sql`g.version = ${query.version}` : sql`true`}
      and ${after ? sql`g.id < ${after[0]}` : sql`true`} order by g.id desc limit ${query.limit + 1}`,
  )
  return pageOf(items, query.limit, ({ id }) => [id])
}

/** One gift; throws 404. */
export async function getGift(scope: Scope, id: string): Promise<RuleGift> {
  const [gift] = await giftsThat(scope, sql`g.id = ${id}`)
  if (!gift) throw notFound('rule-gift')
  return gift
}

export async function refuseUnknownRule(scope: Scope, id: string): Promise<void> {
  const rule = await scope.db
    .selectFrom('rules')
    .select('id')
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!rule) throw notFound('rule')
}
