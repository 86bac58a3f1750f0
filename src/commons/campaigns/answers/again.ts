import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import { isForLeaders } from '../kinds.ts'
import type { Step } from '../language.ts'
import { asksAfterLater } from '../plan/lacks.ts'

interface Said {
  steps: readonly Step[]
  state: string
  answer: 'interested' | 'later' | 'no' | null
  answeredAt: string | null
  endsAt: string | null
  /** Steps that come to them no more. */
  given: readonly string[]
}

/** SQL: the steps of a campaign that come to its member `x` no more. */
export const given = sql<string[]>`array(select w.step from campaign_sends w where w.org_id = x.org_id
  and w.campaign_id = x.campaign_id and w.member_id = x.member_id and w.state <> 'waiting'
  and (w.state, w.why) <> ('skipped', 'answered'))`

/** Whether who wanted to be asked later will be, before the campaign ends. */
export function asksAgain({ steps, state, answer, answeredAt, endsAt, given: gone }: Said): boolean {
  if (state === 'ended' || answer !== 'later' || !answeredAt || !endsAt) return false
  const left = (Date.parse(endsAt) - Date.parse(answeredAt)) / 86_400_000
  return steps.some(
    (step) => asksAfterLater(step) && !gone.includes(step.id) && (step.if !== 'later' || step.days < left),
  )
}

/** What the actor said to the campaigns that came to them last. */
export async function listMyAnswers({ db, org, actor }: Scope) {
  const { rows } = await sql<Said & { campaignId: string; volunteers: boolean | null }>`
    select x.campaign_id, x.answer, x.answered_at, c.state, c.ends_at, ${given} as given,
      (c.body ->> 'volunteers')::boolean as volunteers,
      case when x.answer = 'later' then c.body -> 'steps' else '[]' end as steps
    from campaign_members x join campaigns c on c.org_id = x.org_id and c.id = x.campaign_id
    where x.org_id = ${org} and x.member_id = ${actor.id} order by x.campaign_id desc limit 100`.execute(db)
  return {
    items: rows.map(({ campaignId, answer, volunteers, ...row }) => ({
      ...{ campaignId, answer },
      ...{ asksAgain: asksAgain({ ...row, answer }), isForLeaders: isForLeaders({ volunteers }) },
    })),
  }
}
