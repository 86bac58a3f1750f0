import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { conflict, invalidField } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { ShownCampaign } from './campaign.contract.ts'
import type { CampaignBody } from './language.ts'
import { mostCampaigns } from './limits.ts'
import { isSamePlan, lacksOf } from './plan/lacks.ts'
import { bodyOf } from './ready/ready.ts'
import { type Campaign, getCampaign, isTheirs, lockCampaign, named, refuseUnlessRuns } from './rows.ts'

/** What one begins with: people of the group, at no time of night, and nothing to say yet. */
const empty: CampaignBody = {
  audience: { groupIds: [], match: 'all', conditions: [] },
  quiet: { from: 18, until: 8, weekends: true },
  days: 60,
  steps: [],
}

export type Beginning = { is: 'ready'; key: string } | { is: 'campaign'; campaignId: string } | null

/** Begins a campaign: from nothing, from a ready one, or from another that the actor may run. */
export async function makeCampaign(
  scope: Scope,
  { name, groupId, from }: { name: string; groupId: string; from: Beginning },
): Promise<ShownCampaign> {
  await refuseUnlessRuns(scope, groupId)
  await refuseTooMany(scope)
  const begun = from?.is === 'campaign' ? (await getCampaign(scope, from.campaignId)).body : empty
  const body = from?.is === 'ready' ? await bodyOf(from.key, empty) : begun
  const id = newIdIn(scope)
  await scope.db
    .insertInto('campaigns')
    .values({
      ...{ orgId: scope.org, id, groupId, name, body: JSON.stringify(body), state: 'draft' },
      ...{ madeBy: scope.actor.id, madeAt: scope.now, stateBy: scope.actor.id, stateAt: scope.now },
    })
    .execute()
  await record(scope, 'campaign.made', named({ id, groupId, name }))
  tell(scope, { topics: ['campaigns'] })
  return getCampaign(scope, id)
}

/** Throws 409 where there are as many campaigns in use as an organization keeps. */
export async function refuseTooMany({ db, org }: Scope): Promise<void> {
  const { count } = await db
    .selectFrom('campaigns')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('orgId', '=', org)
    .where('archivedAt', 'is', null)
    .executeTakeFirstOrThrow()
  if (Number(count) >= mostCampaigns) throw conflict('campaign.too-many', { most: mostCampaigns })
}

interface Change {
  version: number
  name: string
  body: CampaignBody
}

/**
 * Changes a campaign: all of it while it is a draft. Of one that is paused only the words, and only to such as could be
 * launched: whoever was spoken to was spoken to by this plan. The same again changes nothing; of two who change it at once
 * the second hears of the first.
 */
export async function changeCampaign(
  scope: Scope,
  id: string,
  { version, name, body }: Change,
): Promise<ShownCampaign> {
  const before = await lockCampaign(scope, id)
  if (before.version !== version) throw conflict('campaign.changed-elsewhere')
  if (before.state !== 'draft' && before.state !== 'paused') throw conflict('campaign.runs-already')
  if (before.state === 'paused') {
    if (!isSamePlan(before.body, body)) throw conflict('campaign.plan-stands')
    if (lacksOf(body).length > 0) throw conflict('campaign.not-ready')
  }
  await refuseUnknown(scope, before, body)
  if (before.name === name && isDeepStrictEqual(before.body, body)) return getCampaign(scope, id)
  await sql`update campaigns set name = ${name}, body = ${JSON.stringify(body)}, version = ${version + 1},
      mended_by = case when state = 'paused' then array_append(array_remove(mended_by, ${scope.actor.id}::uuid), ${scope.actor.id}::uuid)
        else mended_by end
    where org_id = ${scope.org} and id = ${id}`.execute(scope.db)
  await record(scope, 'campaign.changed', { ...named({ ...before, name }), version: version + 1 })
  tell(scope, { topics: ['campaigns'] })
  return getCampaign(scope, id)
}

/**
 * Refuses groups outside the campaign's own, chats and other campaigns that are not the actor's to name (422 at the field);
 * what it named before and is gone since keeps nobody from writing on: the launch waits for it.
 */
async function refuseUnknown(
  scope: Scope,
  { groupId, body: { audience, steps: stood } }: Campaign,
  { audience: { groupIds, conditions }, steps }: CampaignBody,
): Promise<void> {
  const named = conditions.flatMap((one) => (one.is === 'answered' ? [one.campaignId] : []))
  const chats = steps.flatMap(({ chatId }) => chatId ?? [])
  const { rows } = await sql<{ id: string }>`
    select id from groups where org_id = ${scope.org} and id = any(${groupIds}::uuid[]) and ${groupId}::uuid = any(path)
      and archived_at is null
    union all select id from chat_channels where org_id = ${scope.org} and id = any(${chats}::uuid[]) and removed_at is null
    union all select c.id from campaigns c join groups g on g.org_id = c.org_id and g.id = c.group_id
      where c.org_id = ${scope.org} and c.id = any(${named}::uuid[]) and ${isTheirs(scope)}`.execute(scope.db)
  const before = [...audience.groupIds, ...stood.flatMap(({ chatId }) => chatId ?? [])]
  const isKnown = (id: string) => before.includes(id) || rows.some((row) => row.id === id)
  if (!groupIds.every(isKnown)) throw invalidField('/body/audience/groupIds', 'group.not-found')
  if (!named.every(isKnown)) throw invalidField('/body/audience/conditions', 'campaign.not-found')
  if (!chats.every(isKnown)) throw invalidField('/body/steps', 'chat-channel.not-found')
}
