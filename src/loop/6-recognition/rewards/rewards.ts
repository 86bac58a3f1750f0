import { sql } from 'kysely'
import { jsonMoment } from '#platform/db/json'
import { pageOf, readCursor } from '#platform/db/paging'
import { notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import { dayOf } from '../calendar.ts'
import type { Reward } from '../reward.contract.ts'
import { maySet, readTerms, refuseUnlessAdmin } from '../settings/settings.ts'
import { groupsShown, isFor, rewardSeen } from './seen.ts'

/** Today where the organization counts days and months, such as 2026-11-27. */
export async function dayIn(scope: Scope): Promise<string> {
  const { timeZone } = await readTerms(scope)
  return dayOf(scope.now, timeZone)
}

/** SQL: how many of a reward `w` a member has or is waiting for, within the span of its limit that `today` is in. */
export const countHad = (memberId: ReturnType<typeof sql>, today: string) => sql<number>`(select count(*)::int
  from redemptions x where x.org_id = w.org_id and x.reward_id = w.id and x.member_id = ${memberId}
    and x.state in ('asked', 'approved', 'fulfilled')
    and (w.most_per = 'ever' or w.most_per = 'month' and x.month = ${today.slice(0, 7)}
      or w.most_per = 'year' and left(x.month, 4) = ${today.slice(0, 4)}))`

/** SQL: the latest draw of a reward `w` that was not called off. */
const latestDraw = ({ actor }: Scope) => sql<Reward['draw']>`(select json_build_object('id', d.id,
    'closesAt', ${jsonMoment('d.closes_at')}, 'drawnAt', ${jsonMoment('d.drawn_at')},
    'entries', (select count(*) from draw_entries n where n.org_id = d.org_id and n.draw_id = d.id),
    'isIn', exists (select from draw_entries n where n.org_id = d.org_id and n.draw_id = d.id
      and n.member_id = ${actor.id}))
  from reward_draws d where d.org_id = w.org_id and d.reward_id = w.id and d.withdrawn_at is null
  order by d.id desc limit 1)`

const rewardRows = (scope: Scope, today: string) =>
  scope.db
    .selectFrom('rewards as w')
    .leftJoin('ledgerAccounts as s', (join) =>
      join
        .onRef('s.orgId', '=', 'w.orgId')
        .onRef('s.ownerId', '=', 'w.id')
        .on('s.kind', '=', 'stock')
        .on('s.unit', '=', sql<string>`'reward:' || w.id`)
        .on('s.period', '=', ''),
    )
    .select(['w.id', 'w.version', 'w.name', 'w.about', 'w.kind', 'w.price', 'w.isCounted', 'w.approval'])
    .select(['w.most', 'w.mostPer', 'w.fromDay', 'w.untilDay', 'w.isDrawn', 'w.archivedAt', 's.balance'])
    .select(groupsShown(scope).as('groups'))
    .select(isFor(sql`${scope.actor.id}`).as('isMine'))
    .select(countHad(sql`${scope.actor.id}`, today).as('had'))
    .select(
      sql<number>`coalesce((select p.balance from ledger_accounts p where p.org_id = w.org_id
        and p.owner_id = ${scope.actor.id} and p.kind = 'points' and p.unit = 'points' and p.period = ''), 0)::int`.as(
        'points',
      ),
    )
    .select(latestDraw(scope).as('draw'))
    .where('w.orgId', '=', scope.org)
    .$if(!maySet(scope), (rows) => rows.where(rewardSeen(scope)))

type Row = Awaited<ReturnType<ReturnType<typeof rewardRows>['execute']>>[number]

/** Why the reader cannot have it: what nothing can be done about first, what they lack last. */
function whyOf(row: Row, today: string): Reward['why'] {
  if (row.fromDay !== null && today < row.fromDay) return 'early'
  if (row.untilDay !== null && today > row.untilDay) return 'over'
  if (!row.isMine) return 'apart'
  if (row.isDrawn) return 'drawn'
  if (row.isCounted && !row.balance) return 'sold-out'
  if (row.most !== null && row.had >= row.most) return 'limit'
  return row.points < row.price ? 'points' : null
}

function rewardOf(scope: Scope, row: Row, today: string): Reward {
  const { most, mostPer: per } = row
  return {
    ...{ id: row.id, version: row.version, name: row.name, about: row.about, price: row.price },
    ...{ kind: row.kind as Reward['kind'], approval: row.approval as Reward['approval'] },
    limit: most === null || per === null ? null : { most, per: per as 'month' },
    ...{ from: row.fromDay, until: row.untilDay, isDrawn: row.isDrawn, groups: row.groups },
    ...{ isCounted: row.isCounted, left: row.isCounted ? (row.balance ?? 0) : null },
    ...{ archivedAt: row.archivedAt, draw: row.draw },
    why: whyOf(row, today),
    missing: Math.max(0, row.price - row.points),
    can: { change: maySet(scope) },
  }
}

/** One reward; throws 404, also for one that is for groups which the reader may not see. */
export async function getReward(scope: Scope, id: string): Promise<Reward> {
  const today = await dayIn(scope)
  const row = await rewardRows(scope, today).where('w.id', '=', id).executeTakeFirst()
  if (!row) throw notFound('reward')
  return rewardOf(scope, row, today)
}

interface Listing {
  archived: 'true' | 'false'
  limit: number
  after?: string | undefined
}

/** What points can be redeemed for, newest first; what is over is left out for all but who designs rewards. */
export async function listRewards(scope: Scope, { archived, limit, after: cursor }: Listing) {
  const after = readCursor(cursor, 'id')
  if (archived === 'true') refuseUnlessAdmin(scope)
  const today = await dayIn(scope)
  const rows = await rewardRows(scope, today)
    .where('w.archivedAt', archived === 'true' ? 'is not' : 'is', null)
    .$if(!maySet(scope), (found) =>
      found.where((is) => is.or([is('w.untilDay', 'is', null), is('w.untilDay', '>=', today)])),
    )
    .$if(after !== null, (found) => found.where('w.id', '<', String(after?.[0])))
    .orderBy('w.id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = pageOf(rows, limit, ({ id }) => [id])
  return { items: page.items.map((row) => rewardOf(scope, row, today)), next: page.next }
}
