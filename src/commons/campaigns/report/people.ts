import { type RawBuilder, sql } from 'kysely'
import { person } from '#people'
import { pageOf, readCursor } from '#platform/db/paging'
import { forbidden } from '#platform/problem'
import type { Scope } from '#platform/scope'
import type { groupsOfPeople } from '../report.contract.ts'
import { getCampaign } from '../rows.ts'
import { isNamed } from './permitted.ts'
import { here } from './sends.ts'

type Who = (typeof groupsOfPeople)[number]
type Sent = Exclude<Who, 'interested' | 'nominated'>

interface Query {
  who: Who
  step?: string | undefined
  variant?: string | undefined
  limit: number
  after?: string | undefined
}

/** SQL: what became of a send `s`. */
const sends: Record<Sent, RawBuilder<unknown>> = {
  waiting: sql`s.state in ('waiting', 'sending')`,
  reached: sql`s.state = 'sent'`,
  unsure: sql`s.state = 'unsure'`,
  failed: sql`s.state = 'failed'`,
  refused: sql`s.state = 'skipped' and s.why = 'refused-address'`,
  left: sql`s.state = 'skipped' and s.why in ('left', 'left-audience')`,
}

/** SQL condition: the member `m` is one of those whom a figure counts. */
function isOne({ org }: Scope, id: string, { who, step, variant }: Query): RawBuilder<unknown> {
  if (who === 'nominated')
    return sql`m.id in (select (f.data ->> 'memberId')::uuid from facts f
      where f.org_id = ${org} and f.type = 'campaign.nominated' and f.data ->> 'campaignId' = ${id})`
  const theirs = sql`x.org_id = m.org_id and x.campaign_id = ${id} and x.member_id = m.id`
  const isInterested = who === 'interested'
  if (isInterested && step === undefined)
    return sql`exists (select from campaign_members x where ${theirs} and x.answer = 'interested')`
  return sql`exists (select from campaign_members x join campaign_sends s on s.org_id = x.org_id
      and s.campaign_id = x.campaign_id and s.member_id = x.member_id
    where ${theirs} and ${isInterested ? sql`x.answer = 'interested' and ${here}` : sends[who]}
      and ${step === undefined ? sql`true` : sql`s.step = ${step}`}
      and ${variant === undefined ? sql`true` : sql`s.variant = ${variant}::smallint`})`
}

/** The people behind a figure of a campaign, by name. Throws 404 for one that is not there, 403 where it would tell an answer. */
export async function listCampaignPeople(scope: Scope, id: string, query: Query) {
  const { body, state } = await getCampaign(scope, id)
  if (!isNamed(body.steps, query)) throw forbidden('campaign.answer-is-theirs')
  // What has not come by the end comes no more.
  if (state === 'ended' && query.who === 'waiting') return { items: [], next: null }
  const after = readCursor(query.after, 'text', 'id')
  const { rows } = await sql<{ member: { id: string; name: string; title: string }; key: string }>`
    select ${person('m')} as member, folded(m.name) as key from members m
    where m.org_id = ${scope.org} and ${isOne(scope, id, query)}
      and ${after ? sql`(folded(m.name), m.id) > (${after[0]}, ${after[1]}::uuid)` : sql`true`}
    order by folded(m.name), m.id limit ${query.limit + 1}`.execute(scope.db)
  const { items, next } = pageOf(rows, query.limit, ({ key, member }) => [key, member.id])
  return { items: items.map(({ member }) => member), next }
}
