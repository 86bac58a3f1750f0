import { type RawBuilder, sql } from 'kysely'
import { findGroup, holds, person, personIfAny, roles } from '#people'
import { jsonMoment } from '#platform/db/json'
import { pageOf, readCursor } from '#platform/db/paging'
import { forbidden, notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import { isAcademyOpen } from '#volunteers'
import type { CampaignRow, ShownCampaign } from './campaign.contract.ts'
import type { CampaignBody } from './language.ts'
import { goneIn } from './plan/gone.ts'
import { type Lack, lacksOf } from './plan/lacks.ts'
import { findCampaignSettings } from './settings/settings.ts'

/** A campaign as it is stored. */
export interface Campaign {
  id: string
  groupId: string
  path: string[]
  name: string
  body: CampaignBody
  version: number
  state: ShownCampaign['state']
  stateBy: string | null
  launchedAt: Date | string | null
  endsAt: Date | string | null
  archivedAt: Date | string | null
  keptAt: Date | string | null
  /** Who changed its words since it was paused. */
  mendedBy: string[]
}

/** SQL: of how many people something of the campaign `c` reached, and how many are interested. */
const figures = sql`(select count(distinct s.member_id)::int from campaign_sends s
    where s.org_id = c.org_id and s.campaign_id = c.id and s.state = 'sent') as reached,
  (select count(*)::int from campaign_members x where x.org_id = c.org_id and x.campaign_id = c.id
    and x.answer = 'interested') as interested`

const shown = sql`c.id, c.name, c.state, json_build_object('id', g.id, 'name', g.name) as "group", c.launched_at, c.ends_at,
  c.kept_at, c.archived_at, json_build_object('by', ${personIfAny('t')}, 'at', ${jsonMoment('c.state_at')}, 'words', c.state_words) as turned,
  ${figures}`
const from = sql`campaigns c join groups g on g.org_id = c.org_id and g.id = c.group_id
  left join members t on t.org_id = c.org_id and t.id = c.state_by`

/** SQL: whether the actor administers the group `g`: its campaigns are theirs to run. */
export const isTheirs = ({ actor }: Scope): RawBuilder<boolean> =>
  sql<boolean>`g.path && ${roles.groupsHeld(actor)}::uuid[]`

/** The campaigns of the groups that the actor administers, newest first. */
export async function listCampaigns(
  scope: Scope,
  query: { archived: 'true' | 'false'; limit: number; after?: string | undefined },
): Promise<{ items: CampaignRow[]; next: string | null }> {
  const after = readCursor(query.after, 'id')
  const { rows } = await sql<CampaignRow>`select ${shown} from ${from}
    where c.org_id = ${scope.org} and ${isTheirs(scope)} and (c.archived_at is not null) = ${query.archived === 'true'}
      and ${after ? sql`c.id < ${after[0]}::uuid` : sql`true`}
    order by c.id desc limit ${query.limit + 1}`.execute(scope.db)
  return pageOf(rows, query.limit, ({ id }) => [id])
}

/**
 * Everything that keeps a campaign from being launched now: what its plan lacks, and what it names that is no more. Once it
 * speaks its plan stands, and only its words can be lacking.
 */
export const lacksNow = async (
  scope: Scope,
  { state, body }: Pick<Campaign, 'state' | 'body'>,
): Promise<Lack[]> => [
  ...(state === 'draft' || state === 'asked' ? await goneIn(scope, body) : []),
  ...lacksOf(body),
]

interface Row extends Omit<ShownCampaign, 'can' | 'lacks' | 'isAcademyOpen'> {
  stateBy: string | null
}

/** One campaign that the actor may run; throws 404 for any other. */
export async function getCampaign(scope: Scope, id: string): Promise<ShownCampaign> {
  const asked = sql<Row>`select ${shown}, c.version, c.body, c.state_by, ${person('m')} as made_by
    from ${from} join members m on m.org_id = c.org_id and m.id = c.made_by
    where c.org_id = ${scope.org} and c.id = ${id} and ${isTheirs(scope)}`.execute(scope.db)
  const [{ rows }, { needsApproval }, isOpen] = await Promise.all([
    asked,
    findCampaignSettings(scope),
    isAcademyOpen(scope),
  ])
  const [row] = rows
  if (!row) throw notFound('campaign')
  const { stateBy, ...campaign } = row
  const lacks = await lacksNow(scope, campaign)
  return {
    ...campaign,
    lacks,
    isAcademyOpen: isOpen,
    can: may(scope, { ...campaign, stateBy, isReady: lacks.length === 0 }, needsApproval),
  }
}

function may(
  { actor }: Scope,
  {
    state,
    stateBy,
    archivedAt,
    isReady,
  }: Pick<Row, 'state' | 'stateBy' | 'archivedAt'> & { isReady: boolean },
  needsApproval: boolean,
): ShownCampaign['can'] {
  const isDraft = state === 'draft' && archivedAt === null
  const isOwn = stateBy === actor.id
  return {
    edit: isDraft,
    rewrite: state === 'paused',
    ask: isDraft && isReady && needsApproval,
    launch: isReady && (needsApproval ? state === 'asked' && !isOwn : isDraft),
    sendBack: state === 'asked',
    pause: state === 'running',
    resume: state === 'paused' && isReady,
    end: state === 'running' || state === 'paused',
  }
}

/** A campaign that the actor may run, held until the transaction ends; throws 404. */
export async function lockCampaign(scope: Scope, id: string): Promise<Campaign> {
  const { rows } = await sql<Campaign>`
    select c.id, c.group_id, g.path, c.name, c.body, c.version, c.state, c.state_by, c.launched_at, c.ends_at, c.archived_at, c.kept_at,
      c.mended_by
    from campaigns c join groups g on g.org_id = c.org_id and g.id = c.group_id
    where c.org_id = ${scope.org} and c.id = ${id} and ${isTheirs(scope)} for update of c`.execute(scope.db)
  const [campaign] = rows
  if (!campaign) throw notFound('campaign')
  return campaign
}

/** Throws 403 unless the actor administers a group, 404 where they may not even look. */
export async function refuseUnlessRuns(scope: Scope, groupId: string): Promise<void> {
  const group = await findGroup(scope, groupId)
  if (!holds(scope.actor, group.path, 'admin')) throw forbidden('campaigns.not-yours')
}

/** What every fact of a campaign says of it. */
export const named = ({ id, groupId, name }: Pick<Campaign, 'id' | 'groupId' | 'name'>) => ({
  ...{ campaignId: id, groupId, name },
})
