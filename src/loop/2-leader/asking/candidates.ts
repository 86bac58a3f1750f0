import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import { type NeedAbout, rankNear } from '../experts/near.ts'
import { availabilityAt } from '../experts/profile-rows.ts'

/** Who is busy is asked half as soon. */
const busy = 0.5

interface Row {
  id: string
  availability: 'open' | 'busy' | 'away'
  load: number
}

/** Whether some members have time, and how many wait for an answer of theirs or have their promise already. */
async function readLoads(scope: Scope, ids: readonly string[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select m.id, ${availabilityAt(scope.now)} as availability,
      (select count(*)::int from asked_experts a join needs n on n.org_id = a.org_id and n.id = a.need_id
        where a.org_id = m.org_id and a.member_id = m.id and a.answer is distinct from 'passed'
          and n.answered_at is null and n.closed_at is null and n.merged_into is null)
      + (select count(*)::int from claims c where c.org_id = m.org_id and c.member_id = m.id and c.released_at is null
          and exists (select from needs n where n.org_id = c.org_id and n.id = c.need_id and n.answered_at is null
            and n.closed_at is null)) as load
    from members m left join expert_profiles p on p.org_id = m.org_id and p.member_id = m.id
    where m.org_id = ${scope.org} and m.id = any(${[...ids]}::uuid[])`.execute(scope.db)
  return rows
}

/**
 * Whom to ask about a need, the best first: those of whom most speaks for it, divided among those who wait for an answer of
 * theirs. Not who raised it, who was asked, who is away, or who may not see it. What was counted decides here whoever asks:
 * nobody reads it in the answer.
 */
export async function candidatesFor(
  scope: Scope,
  need: NeedAbout,
  isAsked: ReadonlySet<string>,
): Promise<string[]> {
  const near = await rankNear(scope, need, sql<boolean>`true`)
  const rows = await readLoads(scope, [...near.keys()])
  const worth = ({ id, load, availability }: Row) =>
    ((near.get(id)?.score ?? 0) * (availability === 'busy' ? busy : 1)) / (1 + load)
  return rows
    .filter(({ id, availability }) => availability !== 'away' && !isAsked.has(id))
    .sort((a, b) => worth(b) - worth(a) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
}

/** Those who lead or manage a need's group, the nearest first. */
export async function leadersOf(
  scope: Scope,
  need: NeedAbout,
  isAsked: ReadonlySet<string>,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select m.id from groups g
    join roles r on r.org_id = g.org_id and r.group_id = any(g.path) and r.role in ('leader', 'manager')
    join groups o on o.org_id = r.org_id and o.id = r.group_id
    join members m on m.org_id = r.org_id and m.id = r.member_id and m.left_at is null
    where g.org_id = ${scope.org} and g.id = ${need.groupId} and m.id <> ${need.raisedBy}
    group by m.id order by max(cardinality(o.path)) desc, m.id`.execute(scope.db)
  return rows.map(({ id }) => id).filter((id) => !isAsked.has(id))
}
