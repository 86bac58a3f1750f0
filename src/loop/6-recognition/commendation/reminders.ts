import { sql } from 'kysely'
import { groupVisible } from '#people'
import type { Scope } from '#platform/scope'
import type { Unthanked } from '../commendation.contract.ts'
import { mostReminders } from '../limits.ts'
import { isLed, leadsSomebody, refuseUnlessSuperior } from '../superior.ts'

/** What was done longer ago is nobody's news. */
const daysBack = 90
/** For so long nobody is reminded of somebody after “not now”. */
const daysOff = 30

const daysFrom = ({ now }: Scope, days: number): string =>
  new Date(now.getTime() + days * 86_400_000).toISOString()

interface Row extends Omit<Unthanked, 'member'> {
  id: string
  name: string
  title: string
}

/** SQL: when the member `m` was thanked last, as far as the actor may know. */
const lastThanked = ({ actor }: Scope) => sql`(select max(k.given_at) from kudos k where k.org_id = m.org_id
  and k.to_id = m.id and k.withdrawn_at is null and (not k.is_private or k.from_id = ${actor.id}))`

/** SQL: the signal `s` is a remark on a course that its author took up, not an answer. */
const isFinding = sql`(s.key like 'finding:%')`

/**
 * Who of the actor's groups helped in the last three months and was not thanked since, most acts first. Help is what
 * detection keeps: where it is off, and for who takes no part, nobody is reminded. A blind review names nobody.
 */
export async function listUnthanked(scope: Scope): Promise<{ items: Unthanked[] }> {
  if (!leadsSomebody(scope)) return { items: [] }
  const { rows } = await sql<Row>`
    with led as (select m.org_id, m.id, m.name, m.title, ${lastThanked(scope)} as thanked_at from members m
      where m.org_id = ${scope.org} and m.left_at is null and m.id <> ${scope.actor.id} and ${isLed(scope, 'm.id')}
        and exists (select from signals s where s.org_id = m.org_id and s.helper_id = m.id and s.at > ${daysFrom(scope, -daysBack)})
        and not exists (select from commendations_put_off p where p.org_id = m.org_id and p.by_id = ${scope.actor.id}
          and p.member_id = m.id and p.until > ${scope.now.toISOString()}))
    select l.id, l.name, l.title, l.thanked_at,
      count(*) filter (where s.kind = 'published')::int as courses,
      count(*) filter (where s.kind = 'accepted' and ${isFinding} is not true)::int as accepted,
      count(*) filter (where s.kind = 'accepted' and ${isFinding})::int as findings,
      count(*) filter (where s.kind = 'reviewed')::int as reviews,
      count(*) filter (where s.kind = 'claimed')::int as claims
    from led l join signals s on s.org_id = l.org_id and s.helper_id = l.id
      and s.at > greatest(${daysFrom(scope, -daysBack)}::timestamptz, l.thanked_at)
    left join courses c on s.subject = 'course' and c.org_id = s.org_id and c.id = s.subject_id
    left join needs n on s.subject = 'need' and n.org_id = s.org_id and n.id = s.subject_id
    join groups g on g.org_id = s.org_id and g.id = coalesce(c.group_id, n.group_id)
    where (s.kind in ('published', 'claimed') or s.kind = 'accepted' and ${isFinding} is not true
        or s.kind in ('reviewed', 'accepted') and s.helped_id is not null)
      and ${groupVisible(scope, 'g')}
    group by l.id, l.name, l.title, l.thanked_at
    order by count(*) desc, l.thanked_at nulls first, l.id limit ${mostReminders}`.execute(scope.db)
  return { items: rows.map(({ id, name, title, ...row }) => ({ member: { id, name, title }, ...row })) }
}

/** The actor is not reminded of somebody for a month. */
export async function putOffCommendation(scope: Scope, memberId: string): Promise<{ until: string }> {
  await refuseUnlessSuperior(scope, [memberId])
  const until = daysFrom(scope, daysOff)
  await scope.db
    .insertInto('commendationsPutOff')
    .values({ orgId: scope.org, byId: scope.actor.id, memberId, until })
    .onConflict((known) => known.columns(['orgId', 'byId', 'memberId']).doUpdateSet({ until }))
    .execute()
  return { until }
}

/** The actor is reminded of them again. */
export async function recallCommendation(scope: Scope, memberId: string): Promise<void> {
  await refuseUnlessSuperior(scope, [memberId])
  await scope.db
    .deleteFrom('commendationsPutOff')
    .where('orgId', '=', scope.org)
    .where('byId', '=', scope.actor.id)
    .where('memberId', '=', memberId)
    .execute()
}
