import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import type { RecognitionEffect } from '../../figures.contract.ts'
import { before, effectOf } from './effect.ts'
import { enterPlace, peopleHere, worksIn } from './place.ts'

/** Days of a period. */
const period = 30
/** Fewer people on either side say nothing. */
const leastCompared = 20
const day = 86_400_000

interface Columns {
  homes: (string | null)[] | null
  thankedMembers: number[] | null
  thankedPeriods: number[] | null
  actMembers: number[] | null
  actPeriods: number[] | null
  actCounts: number[] | null
}

/** Who was thanked and who contributed when, in columns, by the places of people in the order of their ids. */
async function readColumns(scope: Scope, groupId: string, periods: number): Promise<Columns> {
  const now = scope.now.toISOString()
  const since = new Date(scope.now.getTime() - periods * period * day).toISOString()
  const ago = (at: ReturnType<typeof sql>) =>
    sql`floor(date_part('epoch', ${now}::timestamptz - ${at}) / ${period * 86_400})::int`
  const { rows } = await sql<Columns>`
    with people as materialized (select id, home, (row_number() over (order by id) - 1)::int as place
      from (${peopleHere(scope)}) here where ${worksIn(scope, groupId)}),
    thanked as (select p.place, ${ago(sql`k.given_at`)} as period from kudos k join people p on p.id = k.to_id
      where k.org_id = ${scope.org} and k.withdrawn_at is null and k.given_at > ${since} and k.given_at <= ${now}
      group by 1, 2),
    acts as (select p.place, ${ago(sql`a.at`)} as period, count(*)::int as times from (
        select author_id as id, first_published_at as at from courses
          where org_id = ${scope.org} and first_published_at > ${since}
        union all select author_id, made_at from comments where org_id = ${scope.org} and made_at > ${since}
          and removed_at is null and parent_id is not null
        union all select member_id, given_at from reviewers where org_id = ${scope.org} and given_at > ${since}) a
      join people p on p.id = a.id where a.at <= ${now} group by 1, 2)
    select (select array_agg(home order by place) from people) as homes,
      t.members as thanked_members, t.periods as thanked_periods,
      a.members as act_members, a.periods as act_periods, a.times as act_counts
    from (select array_agg(place order by place, period) as members,
        array_agg(period order by place, period) as periods from thanked) t,
      (select array_agg(place order by place, period) as members, array_agg(period order by place, period) as periods,
        array_agg(times order by place, period) as times from acts) a`.execute(scope.db)
  return rows[0] as Columns
}

/** How much more those contribute who were thanked, than others like them who were not: see `effectOf`. */
export async function getRecognitionEffect(
  scope: Scope,
  { groupId: asked, days }: { groupId?: string | undefined; days: string },
): Promise<RecognitionEffect> {
  const { groupId, isTold } = await enterPlace(scope, asked)
  const answer = { days: period, effect: null }
  if (!isTold) return answer
  const last = Math.ceil(Number(days) / period) + before
  const columns = await readColumns(scope, groupId, last + 1)
  const numbers = new Map([...new Set(columns.homes ?? [])].map((home, number) => [home, number]))
  const groups = (columns.homes ?? []).map((home) => numbers.get(home) ?? -1)
  const effect = effectOf({
    ...{ members: groups.length, groups, last },
    thanked: { member: columns.thankedMembers ?? [], period: columns.thankedPeriods ?? [] },
    acts: {
      member: columns.actMembers ?? [],
      ...{ period: columns.actPeriods ?? [], count: columns.actCounts ?? [] },
    },
  })
  const isEnough = effect && effect.thanked >= leastCompared && effect.compared >= leastCompared
  return isEnough ? { ...answer, effect } : answer
}
