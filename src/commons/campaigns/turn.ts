import { sql } from 'kysely'
import { conflict } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { ShownCampaign } from './campaign.contract.ts'
import { refuseTooMany } from './make.ts'
import { type Campaign, getCampaign, lacksNow, lockCampaign, named } from './rows.ts'
import { askForCampaigns } from './run/ask.ts'
import { findCampaignSettings } from './settings/settings.ts'

type Turned = Partial<Pick<Campaign, 'launchedAt' | 'endsAt'>> & { state: Campaign['state']; words?: string }

/** Brings a campaign into another state, in the actor's name. */
async function bring(scope: Scope, id: string, { state, words = '', ...more }: Turned): Promise<void> {
  await scope.db
    .updateTable('campaigns')
    .set({ state, stateBy: scope.actor.id, stateAt: scope.now, stateWords: words, ...more })
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .execute()
  tell(scope, { topics: ['campaigns'] })
}

/** Asks another administrator of the group to agree. Throws 409 where there is none, or something is lacking. */
export async function askForLaunch(scope: Scope, id: string): Promise<ShownCampaign> {
  const campaign = await lockCampaign(scope, id)
  if (campaign.state !== 'draft') throw conflict('campaign.runs-already')
  if ((await lacksNow(scope, campaign)).length > 0) throw conflict('campaign.not-ready')
  const { rows } = await sql`select from roles r join members m on m.org_id = r.org_id and m.id = r.member_id
    where r.org_id = ${scope.org} and r.role = 'admin' and r.group_id = any(${campaign.path}::uuid[])
      and m.left_at is null and m.id <> ${scope.actor.id} limit 1`.execute(scope.db)
  if (rows.length === 0) throw conflict('campaign.nobody-else')
  await bring(scope, id, { state: 'asked' })
  await record(scope, 'campaign.asked', named(campaign))
  return getCampaign(scope, id)
}

/** Does not agree, and says why; whoever asked takes it back without a word. It is a draft again. */
export async function sendCampaignBack(scope: Scope, id: string, words: string): Promise<ShownCampaign> {
  const campaign = await lockCampaign(scope, id)
  const { state, stateBy } = campaign
  if (state !== 'asked' || !stateBy) throw conflict('campaign.not-asked')
  if (stateBy !== scope.actor.id && words === '') throw conflict('campaign.say-why')
  await bring(scope, id, { state: 'draft', words })
  await record(scope, 'campaign.sent-back', { ...named(campaign), askedBy: stateBy, words })
  return getCampaign(scope, id)
}

/** Launches it: from here on it speaks. Where another has to agree, whoever asked may not. */
export async function launchCampaign(scope: Scope, id: string): Promise<ShownCampaign> {
  const campaign = await lockCampaign(scope, id)
  const { state, stateBy, body, version, archivedAt } = campaign
  if ((state !== 'draft' && state !== 'asked') || archivedAt) throw conflict('campaign.runs-already')
  if ((await lacksNow(scope, campaign)).length > 0) throw conflict('campaign.not-ready')
  const { needsApproval } = await findCampaignSettings(scope)
  if (needsApproval && state === 'draft') throw conflict('campaign.ask-first')
  if (needsApproval && stateBy === scope.actor.id) throw conflict('campaign.own')
  const endsAt = new Date(scope.now.getTime() + body.days * 86_400_000)
  await bring(scope, id, { state: 'running', launchedAt: scope.now, endsAt })
  const askedBy = state === 'asked' ? stateBy : null
  await record(scope, 'campaign.launched', { ...named(campaign), askedBy, version })
  askForCampaigns(scope)
  return getCampaign(scope, id)
}

/** Nothing more is sent until it goes on. What is being handed to a mail server at this moment still leaves. */
export async function pauseCampaign(scope: Scope, id: string): Promise<ShownCampaign> {
  const campaign = await lockCampaign(scope, id)
  if (campaign.state !== 'running') throw conflict('campaign.not-running')
  await bring(scope, id, { state: 'paused' })
  await record(scope, 'campaign.paused', named(campaign))
  return getCampaign(scope, id)
}

/**
 * Goes on where it was paused: what has become due meanwhile is sent. Its end is as far away as it was. Where another has to
 * agree, whoever changed its words meanwhile may not.
 */
export async function resumeCampaign(scope: Scope, id: string): Promise<ShownCampaign> {
  const campaign = await lockCampaign(scope, id)
  if (campaign.state !== 'paused') throw conflict('campaign.not-paused')
  if ((await lacksNow(scope, campaign)).length > 0) throw conflict('campaign.not-ready')
  const { needsApproval } = await findCampaignSettings(scope)
  if (needsApproval && campaign.mendedBy.includes(scope.actor.id)) throw conflict('campaign.own-words')
  await sql`update campaigns set ends_at = ends_at + (${scope.now}::timestamptz - state_at), mended_by = '{}'
    where org_id = ${scope.org} and id = ${id}`.execute(scope.db)
  await bring(scope, id, { state: 'running' })
  await record(scope, 'campaign.resumed', named(campaign))
  askForCampaigns(scope)
  return getCampaign(scope, id)
}

/** Ends it for good. */
export async function endCampaign(scope: Scope, id: string): Promise<ShownCampaign> {
  const campaign = await lockCampaign(scope, id)
  if (campaign.state !== 'running' && campaign.state !== 'paused') throw conflict('campaign.not-running')
  await bring(scope, id, { state: 'ended', endsAt: scope.now })
  await record(scope, 'campaign.ended', { ...named(campaign), isByItself: false })
  return getCampaign(scope, id)
}

/** Puts a campaign aside that speaks to nobody now, or brings it back. */
export async function setArchived(scope: Scope, id: string, isArchived: boolean): Promise<ShownCampaign> {
  const campaign = await lockCampaign(scope, id)
  if (Boolean(campaign.archivedAt) === isArchived) return getCampaign(scope, id)
  if (isArchived && campaign.state !== 'draft' && campaign.state !== 'ended')
    throw conflict('campaign.runs-already')
  if (!isArchived) await refuseTooMany(scope)
  await set(scope, id, { archivedAt: isArchived ? scope.now : null })
  await record(scope, isArchived ? 'campaign.archived' : 'campaign.restored', named(campaign))
  return getCampaign(scope, id)
}

/** Keeps a campaign among those one may begin with, or keeps it there no longer. */
export async function setKept(scope: Scope, id: string, isKept: boolean): Promise<ShownCampaign> {
  const campaign = await lockCampaign(scope, id)
  if (Boolean(campaign.keptAt) === isKept) return getCampaign(scope, id)
  await set(scope, id, { keptAt: isKept ? scope.now : null })
  await record(scope, isKept ? 'campaign.kept' : 'campaign.kept-no-longer', named(campaign))
  return getCampaign(scope, id)
}

async function set(
  { db, org, outbox }: Scope,
  id: string,
  what: { archivedAt: Date | null } | { keptAt: Date | null },
): Promise<void> {
  await db.updateTable('campaigns').set(what).where('orgId', '=', org).where('id', '=', id).execute()
  outbox.live.push({ topics: ['campaigns'] })
}
