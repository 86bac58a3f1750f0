import { sql } from 'kysely'
import { getNeed, lockOpen } from '#need'
import { groupVisible, person, whoMayEnter } from '#people'
import { jsonMoment } from '#platform/db/json'
import { conflict, notFound } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { Asking } from '../asking.contract.ts'
import { askNext, askWave, lockAsking } from './widen.ts'

type Row = Omit<Asking, 'asked'> & { asked: Asking['asked'] }

/** Who was asked to help with a need that the reader may see, and what they said. */
export async function getAsking(scope: Scope, needId: string) {
  const need = await getNeed(scope, needId)
  const { rows } = await sql<Row>`
    select ${person('m')} as asked_by, a.asked_at, a.widens_at,
      (select coalesce(json_agg(json_build_object('member', ${person('o')}, 'answer', e.answer,
          'askedAt', ${jsonMoment('e.asked_at')}) order by e.wave, e.asked_at, o.id), '[]')
        from asked_experts e join members o on o.org_id = e.org_id and o.id = e.member_id
        where e.org_id = a.org_id and e.need_id = a.need_id) as asked
    from askings a join members m on m.org_id = a.org_id and m.id = a.asked_by
    where a.org_id = ${scope.org} and a.need_id = ${needId}`.execute(scope.db)
  const asking = rows[0] ?? null
  const isOpen = need.state === 'open'
  const isAsked = asking?.asked.some(({ member }) => member.id === scope.actor.id) ?? false
  return { asking, can: { ask: isOpen && !asking, answer: isOpen && isAsked } }
}

/** Throws unless somebody may be asked about a need: they are here, may see it, and are not who asks. */
async function refuseFirst(scope: Scope, groupId: string, firstId: string): Promise<void> {
  if (firstId === scope.actor.id) throw conflict('asking.oneself')
  const found = await scope.db
    .selectFrom('members')
    .select('name')
    .where('orgId', '=', scope.org)
    .where('id', '=', firstId)
    .where('leftAt', 'is', null)
    .executeTakeFirst()
  if (!found) throw notFound('member')
  if (!(await whoMayEnter(scope, groupId, [firstId])).has(firstId))
    throw conflict('asking.closed-to', { name: found.name })
}

/** Asks those who most likely know: once for each need, whoever may see it. */
export async function askExperts(scope: Scope, needId: string, firstId: string | null) {
  const need = await lockOpen(scope, needId)
  if (firstId !== null) await refuseFirst(scope, need.group.id, firstId)
  await lockAsking(scope, needId)
  const { rows } = await sql`insert into askings (org_id, need_id, asked_by, asked_at, wave)
    values (${scope.org}, ${needId}, ${scope.actor.id}, ${scope.now}, 1) on conflict do nothing returning need_id`.execute(
    scope.db,
  )
  if (rows.length === 0) throw conflict('asking.asked')
  await askWave(scope, needId, 1, firstId === null ? [] : [firstId])
  return getAsking(scope, needId)
}

/** Says whether the actor can help; whoever changes their mind says it again. Passing it on asks the next best. */
export async function answerAsked(scope: Scope, needId: string, answer: 'helping' | 'passed') {
  await lockOpen(scope, needId)
  await lockAsking(scope, needId)
  const asked = await scope.db
    .selectFrom('askedExperts as e')
    .innerJoin('askings as a', (join) =>
      join.onRef('a.orgId', '=', 'e.orgId').onRef('a.needId', '=', 'e.needId'),
    )
    .select(['e.answer', 'a.askedBy'])
    .where('e.orgId', '=', scope.org)
    .where('e.needId', '=', needId)
    .where('e.memberId', '=', scope.actor.id)
    .executeTakeFirst()
  if (!asked) throw conflict('asking.not-asked')
  if (asked.answer === answer) return getAsking(scope, needId)
  await scope.db
    .updateTable('askedExperts')
    .set({ answer, answeredAt: scope.now })
    .where('orgId', '=', scope.org)
    .where('needId', '=', needId)
    .where('memberId', '=', scope.actor.id)
    .execute()
  await record(scope, 'expert.answered', { needId, memberId: scope.actor.id, answer, askedBy: asked.askedBy })
  if (answer === 'passed') await askNext(scope, needId)
  tell(scope, { topics: ['asking'] })
  return getAsking(scope, needId)
}

/** The open needs on which the actor was asked and has not answered, the longest waiting first. */
export async function listMyAsked(scope: Scope) {
  const { rows } = await sql<{ needId: string; title: string; askedBy: Asking['askedBy']; askedAt: string }>`
    select n.id as need_id, n.title, ${person('m')} as asked_by, e.asked_at from asked_experts e
    join askings a on a.org_id = e.org_id and a.need_id = e.need_id
    join needs n on n.org_id = e.org_id and n.id = e.need_id
    join groups g on g.org_id = n.org_id and g.id = n.group_id and ${groupVisible(scope, 'g')}
    join members m on m.org_id = a.org_id and m.id = a.asked_by
    where e.org_id = ${scope.org} and e.member_id = ${scope.actor.id} and e.answer is null
      and n.answered_at is null and n.closed_at is null and n.merged_into is null
    order by e.asked_at, n.id limit 20`.execute(scope.db)
  return { items: rows }
}
