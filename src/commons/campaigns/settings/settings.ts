import { sql } from 'kysely'
import { holds, person } from '#people'
import { jsonMoment } from '#platform/db/json'
import { conflict, forbidden, notFound } from '#platform/problem'
import { newIdIn, type Quiet, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { mostChannels } from '../limits.ts'
import type { CampaignSettings, ChatChannel } from '../settings.contract.ts'

type Terms = Pick<CampaignSettings, 'capTimes' | 'capDays' | 'countsOpens' | 'needsApproval'>

/** What holds where nobody has said anything. */
const usual: Terms = { capTimes: 2, capDays: 7, countsOpens: true, needsApproval: false }

/** How often members hear of campaigns at most, and who agrees to one. */
export async function findCampaignSettings({ db, org }: Pick<Quiet, 'db' | 'org'>): Promise<Terms> {
  const row = await db
    .selectFrom('campaignSettings')
    .select(['capTimes', 'capDays', 'countsOpens', 'needsApproval'])
    .where('orgId', '=', org)
    .executeTakeFirst()
  return row ?? usual
}

/** The same, with who said so, and the chats that campaigns may post in. */
export async function getCampaignSettings(scope: Scope): Promise<CampaignSettings> {
  const said = sql<Pick<CampaignSettings, 'changed'>>`
    select json_build_object('by', ${person('m')}, 'at', ${jsonMoment('s.changed_at')}) as changed
    from campaign_settings s join members m on m.org_id = s.org_id and m.id = s.changed_by
    where s.org_id = ${scope.org}`.execute(scope.db)
  const listed = sql<Omit<ChatChannel, 'host'> & { url: string }>`
    select c.id, c.name, c.url, c.added_at, ${person('m')} as added_by
    from chat_channels c join members m on m.org_id = c.org_id and m.id = c.added_by
    where c.org_id = ${scope.org} and c.removed_at is null order by c.name, c.id`.execute(scope.db)
  const [terms, { rows }, channels] = await Promise.all([findCampaignSettings(scope), said, listed])
  return {
    ...terms,
    channels: channels.rows.map(({ url, ...channel }) => ({ ...channel, host: new URL(url).host })),
    changed: rows[0]?.changed ?? null,
    can: { set: holds(scope.actor, [scope.org], 'admin') },
  }
}

export async function setCampaignSettings(scope: Scope, after: Terms): Promise<CampaignSettings> {
  refuseUnlessAdmin(scope)
  const before = await findCampaignSettings(scope)
  const values = { ...after, changedBy: scope.actor.id, changedAt: scope.now }
  await scope.db
    .insertInto('campaignSettings')
    .values({ orgId: scope.org, ...values })
    .onConflict((known) => known.column('orgId').doUpdateSet(values))
    .execute()
  await record(scope, 'campaigns.set', { after, before })
  tell(scope, { topics: ['campaigns'] })
  return getCampaignSettings(scope)
}

/** Throws 409 where there are as many as an organization keeps. */
export async function addChatChannel(
  scope: Scope,
  { name, url }: { name: string; url: string },
): Promise<CampaignSettings> {
  refuseUnlessAdmin(scope)
  const { channels } = await getCampaignSettings(scope)
  if (channels.length >= mostChannels) throw conflict('chat-channel.too-many', { most: mostChannels })
  const id = newIdIn(scope)
  await scope.db
    .insertInto('chatChannels')
    .values({ orgId: scope.org, id, name, url, addedBy: scope.actor.id, addedAt: scope.now })
    .execute()
  await record(scope, 'chat.added', { channelId: id, name })
  tell(scope, { topics: ['campaigns'] })
  return getCampaignSettings(scope)
}

/** Its address is a secret, and is forgotten; what was posted there stays told. */
export async function removeChatChannel(scope: Scope, id: string): Promise<CampaignSettings> {
  refuseUnlessAdmin(scope)
  const gone = await scope.db
    .updateTable('chatChannels')
    .set({ removedAt: scope.now, url: 'https://removed.invalid' })
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .returning('name')
    .executeTakeFirst()
  if (!gone) throw notFound('chat-channel')
  await record(scope, 'chat.removed', { channelId: id, name: gone.name })
  tell(scope, { topics: ['campaigns'] })
  return getCampaignSettings(scope)
}

function refuseUnlessAdmin({ actor, org }: Scope): void {
  if (!holds(actor, [org], 'admin')) throw forbidden('campaigns.admin-needed')
}
