import { sql } from 'kysely'
import { nominate } from '#leader'
import { notFound } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { volunteer, withdraw } from '#volunteers'
import { type Call, isForLeaders, purposeOf } from '../kinds.ts'
import type { CampaignBody, Step } from '../language.ts'
import { senderOf, signed } from '../run/running.ts'
import { findCampaignSettings } from '../settings/settings.ts'
import type { CampaignCall } from '../taking-part.contract.ts'
import { render } from '../words/render.ts'
import { topicOfMember } from '../words/topic.ts'
import { asksAgain, given } from './again.ts'

/** Where in a campaign somebody is: which step they hold in hand, and which variant of it. */
export interface Place {
  step: string | null
  variant: number | null
}
export type Answer = 'interested' | 'later' | 'no'

interface Row {
  groupId: string
  name: string
  body: CampaignBody
  state: string
  organization: string
  group: string
  sender: string
  reader: string
  locale: string
  answer: Answer | null
  answeredAt: string | null
  endsAt: string | null
  /** Steps that come to them no more. */
  given: string[]
  last: string | null
  lastVariant: number | null
  topic: string | null
}

/** A campaign as it speaks to a member whom it has reached, or is about to; throws 404 for others and for what never ran. */
async function findCall({ db, org }: Scope, campaignId: string, memberId: string): Promise<Row> {
  const { rows } = await sql<Row>`
    select c.group_id, c.name, c.body, c.state, c.ends_at, o.name as organization, ${senderOf} as sender,
      case when g.parent_id is null then '' else g.name end as "group", r.name as reader, r.locale, x.answer, x.answered_at,
      l.step as last, l.variant as last_variant, r.topic,
      ${given} as given
    from ${signed} join groups g on g.org_id = c.org_id and g.id = c.group_id
    join campaign_members x on x.org_id = c.org_id and x.campaign_id = c.id
    join (select m.org_id, m.id, m.name, m.locale, m.left_at, ${topicOfMember} as topic from members m
      where m.org_id = ${org} and m.id = ${memberId}) r on r.org_id = x.org_id and r.id = x.member_id and r.left_at is null
    left join lateral (select step, variant from campaign_sends w where w.org_id = x.org_id and w.campaign_id = x.campaign_id
      and w.member_id = x.member_id and w.state in ('sent', 'unsure') order by w.at desc, w.step limit 1) l on true
    where x.org_id = ${org} and x.campaign_id = ${campaignId} and x.member_id = ${memberId}`.execute(db)
  const [row] = rows
  if (!row) throw notFound('campaign')
  return row
}

/** What a campaign asks of a member: as it stands in the step they came from, else in the last they got. */
export async function callOf(
  scope: Scope,
  campaignId: string,
  memberId: string,
  place: Place,
): Promise<CampaignCall & { reader: string }> {
  const row = await findCall(scope, campaignId, memberId)
  const { steps } = row.body
  const asking = (step: Step | undefined) => (step && step.calls.length > 0 ? step : undefined)
  const named = (id: string | null) => steps.find((step) => step.id === id)
  const step =
    asking(named(place.step)) ?? asking(named(row.last)) ?? steps.find(({ calls }) => calls.length > 0)
  const variant = (step?.id === place.step ? place.variant : row.lastVariant) ?? 0
  const { name, organization, sender, reader, answer, answeredAt } = row
  const said = step ? render(step, variant, { ...row, name: reader }, row) : { subject: name, text: '' }
  return {
    ...{ campaignId, name, organization, sender, reader, answer, answeredAt },
    ...{
      subject: said.subject,
      text: said.text,
      calls: step?.calls ?? ([] as Call[]),
      link: step?.link ?? null,
    },
    isOver: row.state === 'ended',
    asksAgain: asksAgain({ ...row, steps }),
    isForLeaders: isForLeaders(row.body),
  }
}

export const getCampaignCall = (scope: Scope, campaignId: string): Promise<CampaignCall> =>
  callOf(scope, campaignId, scope.actor.id, { step: null, variant: null })

/**
 * Keeps what somebody says to a campaign; the same again changes nothing. Where it looks for leaders, who is interested is a
 * volunteer from then on, in the group that the campaign is for. The member acts: their own session, or the seal of their
 * mail, has shown who they are.
 */
export async function answer(
  scope: Scope,
  campaignId: string,
  { said, byLink, ...place }: Place & { said: Answer; byLink: boolean },
): Promise<void> {
  const memberId = scope.actor.id
  const { groupId, body, last, lastVariant } = await findCall(scope, campaignId, memberId)
  const isStep = body.steps.some(({ id }) => id === place.step)
  const { step, variant } = isStep ? place : { step: last, variant: lastVariant }
  const { numAffectedRows } = await sql`
    update campaign_members set answer = ${said}, answered_at = ${scope.now}, answered_step = ${step},
      answered_variant = ${variant}
    where org_id = ${scope.org} and campaign_id = ${campaignId} and member_id = ${memberId}
      and answer is distinct from ${said}`.execute(scope.db)
  if (!numAffectedRows) return
  await record(scope, 'campaign.answered', {
    ...{ campaignId, memberId, answer: said, byLink, step, variant, ...purposeOf(body) },
  })
  if (said !== 'interested') await withdrawFor(scope, campaignId)
  // Of a campaign for everybody one becomes a volunteer where one works.
  else if (isForLeaders(body))
    await volunteer(scope, { groupId: groupId === scope.org ? null : groupId, campaignId })
  tell(scope, { topics: ['calls'], to: [memberId] })
}

/** Who thinks better of it is no volunteer any more, where it was this campaign that made them one. */
async function withdrawFor(scope: Scope, campaignId: string): Promise<void> {
  const rows = await scope.db
    .selectFrom('volunteers')
    .select('id')
    .where('orgId', '=', scope.org)
    .where('memberId', '=', scope.actor.id)
    .where('campaignId', '=', campaignId)
    .where('withdrawnAt', 'is', null)
    .execute()
  for (const { id } of rows) await withdraw(scope, id)
}

/** Answers as the actor, from the feed or from the page of the campaign. */
export async function answerCampaign(
  scope: Scope,
  campaignId: string,
  { answer: said, ...place }: Place & { answer: Answer },
): Promise<CampaignCall> {
  await answer(scope, campaignId, { said, byLink: false, ...place })
  return callOf(scope, campaignId, scope.actor.id, place)
}

/** Counts once that somebody has seen a step that was sent to them, where openings are counted at all. */
export async function open(
  scope: Scope,
  campaignId: string,
  memberId: string,
  { step, variant }: { step: string; variant: number },
): Promise<void> {
  const { body } = await findCall(scope, campaignId, memberId)
  const { countsOpens } = await findCampaignSettings(scope)
  if (!countsOpens) return
  const { numAffectedRows } = await sql`
    update campaign_sends set opened_at = ${scope.now} where org_id = ${scope.org} and campaign_id = ${campaignId}
      and step = ${step} and member_id = ${memberId} and variant = ${variant} and opened_at is null
      and state in ('sent', 'unsure')`.execute(scope.db)
  if (numAffectedRows)
    await record(scope, 'campaign.opened', { campaignId, memberId, step, variant, ...purposeOf(body) })
}

/** Proposes a colleague for the group that the campaign is for. */
export async function nominateForCampaign(
  scope: Scope,
  campaignId: string,
  { memberId, reason }: { memberId: string; reason: string },
): Promise<{ nominationId: string }> {
  const { groupId } = await findCall(scope, campaignId, scope.actor.id)
  const { id: nominationId } = await nominate(scope, { memberId, groupId, reason, isAsked: false })
  await sql`update campaign_members set nominated_at = coalesce(nominated_at, ${scope.now}) where org_id = ${scope.org}
    and campaign_id = ${campaignId} and member_id = ${scope.actor.id}`.execute(scope.db)
  await record(scope, 'campaign.nominated', { campaignId, nominationId, memberId })
  return { nominationId }
}
