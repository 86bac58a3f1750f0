import { type RawBuilder, sql } from 'kysely'
import { person } from '#people'
import { notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import type { Coaching, MyCoaching } from '../coach.contract.ts'
import { mostCoached, newUpTo } from '../limits.ts'

export type Row = Omit<Coaching, 'can'>

/** SQL: how many courses of a member `m` are published. */
export const published = sql<number>`(select count(*)::int from courses c where c.org_id = m.org_id and c.author_id = m.id
  and c.published_at is not null and c.retired_at is null and c.discarded_at is null)`

/** SQL: how many a member `m` coaches or was asked to. */
export const load = sql<number>`(select count(*)::int from coachings l where l.org_id = m.org_id and l.coach_id = m.id
  and l.state in ('asked', 'coaching'))`

export async function coachingsThat(scope: Scope, where: RawBuilder<boolean>, limit: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select x.id, ${person('a')} as asker, ${person('c')} as coach, x.words, x.state, x.asked_at, x.answered_at, x.note,
      x.ended_at, case when t.id is not null then json_build_object('id', t.id, 'name', t.name) end as topic
    from coachings x join members a on a.org_id = x.org_id and a.id = x.asker_id
    join members c on c.org_id = x.org_id and c.id = x.coach_id
    left join topics t on t.org_id = x.org_id and t.id = x.topic_id
    where x.org_id = ${scope.org} and ${where} order by x.id desc limit ${limit}`.execute(scope.db)
  return rows
}

function present({ actor }: Scope, row: Row): Coaching {
  const [isAsker, isCoach] = [row.asker.id === actor.id, row.coach.id === actor.id]
  return {
    ...row,
    can: {
      answer: isCoach && row.state === 'asked',
      withdraw: isAsker && row.state === 'asked',
      end: row.state === 'coaching',
    },
  }
}

/** What somebody may do about coaching, by how much they have published, and what they offer. */
export async function standingOf({ org, db }: Scope, memberId: string) {
  const { rows } = await sql<{ published: number; load: number; atOnce: number | null }>`
    select ${published} as published, ${load} as load, k.at_once
    from members m left join coaches k on k.org_id = m.org_id and k.member_id = m.id
    where m.org_id = ${org} and m.id = ${memberId}`.execute(db)
  const { published: count = 0, load: now = 0, atOnce = null } = rows[0] ?? {}
  return {
    offer: atOnce === null ? null : { atOnce, load: now },
    can: { ask: count <= newUpTo, offer: count > 0 },
  }
}

/** Who coaches the actor, and whom they coach. */
export async function getMyCoaching(scope: Scope): Promise<MyCoaching> {
  const me = scope.actor.id
  const [standing, mine, asked] = await Promise.all([
    standingOf(scope, me),
    coachingsThat(scope, sql<boolean>`x.asker_id = ${me}`, 1),
    coachingsThat(scope, sql<boolean>`x.coach_id = ${me} and x.state <> 'withdrawn'`, mostCoached),
  ])
  const [last] = mine.map((row) => present(scope, row))
  return { ...standing, mine: last ?? null, asked: asked.map((row) => present(scope, row)) }
}

const concerns = ({ actor }: Scope) => sql<boolean>`(x.asker_id = ${actor.id} or x.coach_id = ${actor.id})`

/** One that concerns the actor, theirs alone to change until the transaction ends; throws 404. */
export async function lockCoaching(scope: Scope, id: string): Promise<Coaching> {
  await sql`select from coachings where org_id = ${scope.org} and id = ${id} for update`.execute(scope.db)
  const [row] = await coachingsThat(scope, sql<boolean>`x.id = ${id} and ${concerns(scope)}`, 1)
  if (!row) throw notFound('coaching')
  return present(scope, row)
}

/** Those that are open and concern somebody, each theirs alone to change. */
export async function lockOpenOf(scope: Scope, memberId: string): Promise<Coaching[]> {
  const open = sql<boolean>`(x.asker_id = ${memberId} or x.coach_id = ${memberId})
    and x.state in ('asked', 'coaching')`
  await sql`select from coachings x where x.org_id = ${scope.org} and ${open} order by x.id for update`.execute(
    scope.db,
  )
  return (await coachingsThat(scope, open, 1000)).map((row) => present(scope, row))
}
