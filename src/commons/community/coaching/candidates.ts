import { type RawBuilder, sql } from 'kysely'
import { person } from '#people'
import type { Scope } from '#platform/scope'
import type { CoachProposal } from '../coach.contract.ts'
import { inCommunity } from '../members.ts'
import { type Coach, type Known, proposeCoaches } from './match.ts'
import { load, published } from './rows.ts'

type Told = Coach & { member: CoachProposal['coach'] }

/** Whoever declined is not asked again for so many days. */
const restFor = 90
/** So many who are ready are looked at. */
const mostReady = 2000

/** Members with what they say they can help with, topics by the one that they were merged into, and their languages. */
async function known(scope: Scope, which: RawBuilder<boolean>): Promise<Told[]> {
  const { rows } = await sql<Told>`
    select m.id, ${person('m')} as member, coalesce(k.at_once, 0) as at_once, ${load} as load, ${published} as published,
      coalesce(p.languages, array[m.locale]) as languages,
      coalesce((select json_agg(distinct jsonb_build_object('id', t.id, 'name', t.name)) from profile_topics x
        join topics o on o.org_id = x.org_id and o.id = x.topic_id
        join topics t on t.org_id = o.org_id and t.id = coalesce(o.merged_into, o.id)
        where x.org_id = m.org_id and x.member_id = m.id), '[]') as topics
    from members m left join coaches k on k.org_id = m.org_id and k.member_id = m.id
    left join expert_profiles p on p.org_id = m.org_id and p.member_id = m.id
    where m.org_id = ${scope.org} and ${which} and ${inCommunity}
    order by m.id limit ${mostReady}`.execute(scope.db)
  return rows
}

/** A topic under the name that it has now; nothing where there is none of this id. */
async function findTopic({ org, db }: Scope, topicId: string | undefined) {
  if (!topicId) return
  const { rows } = await sql<{ id: string; name: string }>`select t.id, t.name from topics o
    join topics t on t.org_id = o.org_id and t.id = coalesce(o.merged_into, o.id)
    where o.org_id = ${org} and o.id = ${topicId}`.execute(db)
  return rows[0]
}

/** Those who declined to coach the actor lately. */
async function declinedBy({ org, db, actor, now }: Scope): Promise<Set<string>> {
  const since = new Date(now.getTime() - restFor * 86_400_000).toISOString()
  const rows = await db
    .selectFrom('coachings')
    .select('coachId')
    .where('orgId', '=', org)
    .where('askerId', '=', actor.id)
    .where('state', '=', 'declined')
    .where('answeredAt', '>', since)
    .execute()
  return new Set(rows.map(({ coachId }) => coachId))
}

/** Who might coach the actor, each with why. */
export async function getCoachProposals(
  scope: Scope,
  topicId: string | undefined,
): Promise<{ items: CoachProposal[] }> {
  const me = scope.actor.id
  const [all, topic, declined] = await Promise.all([
    known(scope, sql<boolean>`(k.member_id is not null or m.id = ${me})`),
    findTopic(scope, topicId),
    declinedBy(scope),
  ])
  const own = all.find(({ id }) => id === me)
  const said = own?.topics ?? []
  const asker: Known & { topicId: string | null } = {
    ...{ id: me, languages: own?.languages ?? [scope.actor.locale], topicId: topic?.id ?? null },
    topics: topic && !said.some(({ id }) => id === topic.id) ? [...said, topic] : said,
  }
  const members = new Map(all.map(({ id, member }) => [id, member]))
  return {
    items: proposeCoaches(asker, all, declined).flatMap(({ coachId, ...why }) => {
      const coach = members.get(coachId)
      return coach ? [{ coach, ...why }] : []
    }),
  }
}
