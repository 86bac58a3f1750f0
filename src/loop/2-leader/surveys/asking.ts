import { sql } from 'kysely'
import { whoMayEnter } from '#people'
import type { Scope } from '#platform/scope'
import { takingPartIn } from '../radar/audience.ts'
import { type FirstAsked, firstAsked } from './limits.ts'

/** Those of the people of a group, or of some of them, who take part, in an order drawn by lot for each survey. */
async function membersFor(scope: Scope, surveyId: string, groupId: string, only?: readonly string[]) {
  const { rows } = await sql<{ id: string }>`select m.id from members m
    where m.org_id = ${scope.org} and ${takingPartIn(scope, groupId)}
      ${only ? sql`and m.id = any(${[...only]}::uuid[])` : sql``}
    order by md5(${surveyId} || m.id)`.execute(scope.db)
  const ids = rows.map(({ id }) => id)
  const welcome = await whoMayEnter(scope, groupId, ids)
  return ids.filter((id) => welcome.has(id))
}

/** Asks some for the first time; those who were asked already are not asked again. Answers whom it asked. */
async function ask(scope: Scope, surveyId: string, wave: number, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ memberId: string }>`
    insert into survey_invitations (org_id, survey_id, member_id, wave, asked_at)
    select ${scope.org}::uuid, ${surveyId}::uuid, id, ${wave}, ${scope.now.toISOString()}::timestamptz
    from unnest(${[...ids]}::uuid[]) id
    on conflict do nothing returning member_id`.execute(scope.db)
  return rows.map(({ memberId }) => memberId)
}

interface First {
  /** With fewer it could be told who answered what. */
  fewest: number
  surveyId: string
  groupId: string
  firstAsked: FirstAsked
}

/** Asks the first wave; answers whom, or nobody where fewer take part. */
export async function askFirst(scope: Scope, { surveyId, groupId, fewest, firstAsked: share }: First) {
  const all = await membersFor(scope, surveyId, groupId)
  if (all.length < fewest) return []
  const some = Math.max(fewest, Math.ceil(all.length / firstAsked[share]))
  return ask(scope, surveyId, 1, all.slice(0, some))
}

/** Asks those of the named who belong to the group, take part and were not asked yet. */
export async function askNext(
  scope: Scope,
  { surveyId, groupId, wave }: { surveyId: string; groupId: string; wave: number },
  named: readonly string[],
): Promise<string[]> {
  if (named.length === 0) return []
  return ask(scope, surveyId, wave, await membersFor(scope, surveyId, groupId, named))
}
