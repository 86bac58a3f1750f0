import { sql } from 'kysely'
import type { Scope } from '#platform/scope'

/** Who has not answered after so many days has had the time; and who got a step so long after the first decides nothing. */
const daysToAnswer = 7

/** What became of one text of one step. */
export interface Counted {
  step: string
  variant: number
  waiting: number
  reached: number
  unsure: number
  failed: number
  answered: number
  left: number
  unwanted: number
  refused: number
  opened: number
  interested: number
  later: number
  no: number
  /** Of those who got it in its first days, whose answers decide which text is better. */
  judged: { got: number; interested: number; waiting: number }
}

const got = sql`s.state in ('sent', 'unsure')`
/** SQL: the member `x` answered with this send `s` in hand. */
export const here = sql`x.answered_step = s.step and coalesce(x.answered_variant, s.variant) = s.variant`

const week = sql`make_interval(days => ${daysToAnswer})`
/** SQL: the send `s` came, or is to come, in the first days of its step. */
const isEarly = sql`case when ${got} then s.at else s.due_at end <= f.at + ${week}`

export async function countSends({ db, org, now }: Scope, id: string): Promise<Counted[]> {
  const thinks = sql`${got} and x.answer is null and s.at > ${now}::timestamptz - ${week}`
  const waits = sql`s.state in ('waiting', 'sending')`
  const { rows } = await sql<Counted>`
    with sends as (select s.* from campaign_sends s where s.org_id = ${org} and s.campaign_id = ${id}),
    firsts as (select s.step, min(s.at) as at from sends s where ${got} group by s.step)
    select s.step, s.variant, count(*) filter (where ${waits})::int as waiting,
      count(*) filter (where s.state = 'sent')::int as reached,
      count(*) filter (where s.state = 'unsure')::int as unsure, count(*) filter (where s.state = 'failed')::int as failed,
      count(*) filter (where s.state = 'skipped' and s.why = 'answered')::int as answered,
      count(*) filter (where s.state = 'skipped' and s.why in ('left', 'left-audience'))::int as left,
      count(*) filter (where s.state = 'skipped' and s.why = 'unwanted')::int as unwanted,
      count(*) filter (where s.state = 'skipped' and s.why = 'refused-address')::int as refused,
      count(s.opened_at)::int as opened,
      count(*) filter (where ${got} and ${here} and x.answer = 'interested')::int as interested,
      count(*) filter (where ${got} and ${here} and x.answer = 'later')::int as later,
      count(*) filter (where ${got} and ${here} and x.answer = 'no')::int as no,
      json_build_object('got', count(*) filter (where ${got} and ${isEarly} and not (${thinks})),
        'interested', count(*) filter (where ${got} and ${isEarly} and ${here} and x.answer = 'interested'),
        'waiting', count(*) filter (where (${thinks} or (${waits} and c.state <> 'ended')) and ${isEarly})) as judged
    from sends s join campaign_members x on x.org_id = s.org_id and x.campaign_id = s.campaign_id
      and x.member_id = s.member_id
    join campaigns c on c.org_id = s.org_id and c.id = s.campaign_id
    left join firsts f on f.step = s.step group by s.step, s.variant`.execute(db)
  return rows
}
