import { sql } from 'kysely'
import { z } from 'zod'
import { seal } from '#letters'
import { notFound } from '#platform/problem'
import type { Actor, Scope } from '#platform/scope'
import type { CampaignLetter } from '../taking-part.contract.ts'
import { type Answer, answer, callOf, open } from './calls.ts'

/** Enters the organization that the link of a campaign's mail names, as the member to whom the mail was sent. */
async function enter(scope: Scope, letter: string) {
  const [memberId = '', campaignId = '', step = '', variant = '0'] = await seal.enterBySeal(scope, letter)
  const { rows } = await sql<Omit<Actor, 'session'>>`
    select m.id, m.name, m.locale, coalesce((select json_agg(json_build_object('on', r.group_id, 'role', r.role,
        'private', g.private)) from roles r join groups g on g.org_id = r.org_id and g.id = r.group_id
        where r.org_id = m.org_id and r.member_id = m.id), '[]') as grants
    from members m where m.org_id = ${scope.org} and m.id = ${memberId} and m.left_at is null`.execute(
    scope.db,
  )
  const [member] = rows
  if (!member || !z.uuid().safeParse(campaignId).success) throw notFound('letter')
  scope.actor = { ...member, session: null }
  return { campaignId, place: { step, variant: Number(variant) } }
}

/** What the mail asks. */
export async function getCampaignLetter(scope: Scope, letter: string): Promise<CampaignLetter> {
  const { campaignId, place } = await enter(scope, letter)
  return callOf(scope, campaignId, scope.actor.id, place)
}

/** Answers it. */
export async function answerByLetter(scope: Scope, letter: string, said: Answer): Promise<CampaignLetter> {
  const { campaignId, place } = await enter(scope, letter)
  await answer(scope, campaignId, { said, byLink: true, ...place })
  return callOf(scope, campaignId, scope.actor.id, place)
}

/** Programs that open every link of a mail before anybody reads it say who they are, or that nobody looks at a screen. */
const looksAhead =
  /bot\b|crawl|spider|preview|scan|monitor|headless|prerender|link.?check|safelinks|proofpoint|mimecast|barracuda|urldefense|curl|wget|python|okhttp|java\/|go-http|node/i

/** Counts that the page of the mail is being read by somebody. */
export async function openByLetter(scope: Scope, letter: string, agent: string): Promise<void> {
  const { campaignId, place } = await enter(scope, letter)
  if (!looksAhead.test(agent)) await open(scope, campaignId, scope.actor.id, place)
}
