import { type RawBuilder, sql } from 'kysely'
import { person, personIfAny } from '#people'
import { jsonMoment } from '#platform/db/json'
import { pageOf, readCursor } from '#platform/db/paging'
import { notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import type { Bonus } from '../bonus.contract.ts'
import { findThings } from '../rules/things.ts'
import { maySet } from '../settings/settings.ts'
import { above } from './chain.ts'
import { kindOf, managedGroups } from './terms.ts'

/** SQL: the steps of the bonus `b`, in their order. */
const steps = sql`(select json_agg(json_build_object('number', s.number, 'approver', s.approver, 'verdict', s.verdict, 'note', s.note,
    'at', ${jsonMoment('s.decided_at')}, 'by', ${personIfAny('d')}) order by s.number)
  from bonus_steps s left join members d on d.org_id = s.org_id and d.id = s.decided_by
  where s.org_id = b.org_id and s.bonus_id = b.id)`

/**
 * SQL: the actor may take the next step of the bonus `b`: it is theirs by what they manage; it is neither for them nor
 * proposed by them or by a rule of theirs, and they have not taken one of its steps before.
 */
const mayDecide = (scope: Scope): RawBuilder<boolean> => {
  const { actor } = scope
  const managed = sql`${managedGroups(scope)}::uuid[]`
  return sql<boolean>`(b.state = 'asked' and b.member_id <> ${actor.id} and b.proposed_by is distinct from ${actor.id}
    and not ${isOwnRule(scope)} and not exists (select from bonus_steps s where s.org_id = b.org_id and s.bonus_id = b.id and s.decided_by = ${actor.id})
    and (select case s.approver when 'admin' then ${maySet(scope)}::boolean when 'manager' then g.path && ${managed}
        else ${above} && ${managed} end
      from bonus_steps s where s.org_id = b.org_id and s.bonus_id = b.id and s.verdict is null order by s.number limit 1))`
}

/** SQL: a rule proposed the bonus `b` in a version that the actor made. */
const isOwnRule = ({
  actor,
}: Scope) => sql<boolean>`exists (select from rule_versions v where v.org_id = b.org_id
  and v.rule_id = b.rule_id and v.number = b.rule_version and v.made_by = ${actor.id})`

/** SQL: whom a bonus is for reads of it once it is approved; who manages its group, and who proposed it, always. */
const isSeen = (scope: Scope) => sql<boolean>`(
    (${maySet(scope)} or g.path && ${managedGroups(scope)}::uuid[]) and b.member_id <> ${scope.actor.id}
    or b.proposed_by = ${scope.actor.id}
    or b.member_id = ${scope.actor.id} and b.state in ('approved', 'exported', 'returned'))`

interface Row extends Omit<Bonus, 'can' | 'kind' | 'course' | 'need'> {
  courseId: string | null
  needId: string | null
  mayDecide: boolean
  isProposer: boolean
}

async function findRows(scope: Scope, condition: RawBuilder<unknown>, limit: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select b.id, ${person('m')} as "to", json_build_object('id', g.id, 'name', g.name) as "group", b.unit, b.amount,
      b.period, b.reason, ${personIfAny('p')} as by, b.proposed_at as at, b.state,
      ${steps} as steps, case when r.id is not null then json_build_object('by', ${person('r')}, 'why', b.returned_why) end
        as returned, ${mayDecide(scope)} as may_decide, b.proposed_by is not distinct from ${scope.actor.id} as is_proposer,
      case when b.rule_id is not null then json_build_object('id', b.rule_id, 'version', b.rule_version, 'name', b.reason,
        'isOwn', ${isOwnRule(scope)}) end as rule, e.course_id, e.need_id
    from bonuses b join groups g on g.org_id = b.org_id and g.id = b.group_id
      join members m on m.org_id = b.org_id and m.id = b.member_id
      left join members p on p.org_id = b.org_id and p.id = b.proposed_by
      left join rule_gifts i on i.org_id = b.org_id and i.bonus_id = b.id
      left join rule_events e on e.org_id = i.org_id and e.number = i.number
      left join members r on r.org_id = b.org_id and r.id = b.returned_by
    where b.org_id = ${scope.org} and ${condition} and ${isSeen(scope)} order by b.id desc limit ${limit}`.execute(
    scope.db,
  )
  return rows
}

async function told(scope: Scope, rows: readonly Row[]): Promise<Bonus[]> {
  const thingsOf = await findThings(scope, rows)
  return rows.map(({ courseId, needId, ...row }) => ({
    ...shown(scope, row),
    ...thingsOf({ courseId, needId }),
  }))
}

const shown = (
  scope: Scope,
  { mayDecide: decide, isProposer, ...row }: Omit<Row, 'courseId' | 'needId'>,
): Omit<Bonus, 'course' | 'need'> => ({
  ...row,
  kind: kindOf(row.unit),
  can: {
    decide,
    withdraw: row.state === 'asked' && isProposer,
    return: maySet(scope) && (row.state === 'approved' || row.state === 'exported'),
  },
})

/** One bonus that the actor may see; throws 404. */
export async function findBonus(scope: Scope, id: string): Promise<Bonus> {
  const [bonus] = await told(scope, await findRows(scope, sql`b.id = ${id}`, 1))
  if (!bonus) throw notFound('bonus')
  return bonus
}

/** Bonuses, the latest first. */
export async function listBonuses(
  scope: Scope,
  query: { limit: number; after?: string | undefined; show: 'all' | 'mine' | 'waiting' | 'to-pay' },
): Promise<{ items: Bonus[]; next: string | null }> {
  const after = readCursor(query.after, 'id')
  const asked = {
    all: sql`true`,
    mine: sql`b.member_id = ${scope.actor.id}`,
    waiting: mayDecide(scope),
    'to-pay': sql`b.state = 'approved'`,
  }[query.show]
  const from = after ? sql`and b.id < ${String(after[0])}` : sql``
  const rows = await findRows(scope, sql`${asked} ${from}`, query.limit + 1)
  const { items, next } = pageOf(rows, query.limit, ({ id }) => [id])
  return { items: await told(scope, items), next }
}
