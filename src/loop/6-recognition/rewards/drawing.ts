import { sql } from 'kysely'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { balanceOf } from '../ledger/accounts.ts'
import type { outcomes } from './choices.ts'
import { drawOrder, type Entrant, entriesHashOf } from './lot.ts'
import { redeem } from './redeem.ts'
import { countHad, dayIn } from './rewards.ts'
import { isFor } from './seen.ts'
import { stockOf, unitOf } from './stock.ts'

type Outcome = (typeof outcomes)[number]

/** A draw that is due, with its reward; both are nobody else's until the transaction ends. */
async function holdDue({ db, org, now }: Scope, id: string) {
  return db
    .selectFrom('rewardDraws as d')
    .innerJoin('rewards as w', (join) =>
      join.onRef('w.orgId', '=', 'd.orgId').onRef('w.id', '=', 'd.rewardId'),
    )
    .select(['d.id', 'd.seed', 'd.pieces', 'd.price', 'w.id as rewardId', 'w.name', 'w.kind', 'w.isCounted'])
    .where('d.orgId', '=', org)
    .where('d.id', '=', id)
    .where('d.closesAt', '<=', now.toISOString())
    .where('d.drawnAt', 'is', null)
    .where('d.withdrawnAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}
type Due = NonNullable<Awaited<ReturnType<typeof holdDue>>>

/**
 * Holds every account that a winner may be paid from and the reward's own, in the ledger's order, so that what was looked
 * at is still so when it is booked, and nobody waits crosswise.
 */
const holdAccounts = ({ db, org }: Scope, { id, rewardId }: Due) =>
  sql`select from ledger_accounts a where a.org_id = ${org} and (a.unit = ${unitOf(rewardId)}
    or a.unit = 'points' and (a.kind = 'redeemed' or a.kind = 'points' and a.owner_id in
      (select e.member_id from draw_entries e where e.org_id = ${org} and e.draw_id = ${id})))
    order by a.unit, a.id for update`.execute(db)

interface Candidate extends Entrant {
  isHere: boolean
  isFor: boolean
  isWithin: boolean
  canPay: boolean
}

/** Who entered, and whether they may still have it. */
async function findCandidates(scope: Scope, { id, price }: Due): Promise<Candidate[]> {
  const { org, db } = scope
  const had = countHad(sql`e.member_id`, await dayIn(scope))
  const { rows } = await sql<Candidate>`select e.member_id, e.nonce, m.left_at is null as is_here,
      ${isFor(sql`e.member_id`)} as is_for, w.most is null or ${had} < w.most as is_within,
      coalesce(p.balance, 0) >= ${price} as can_pay
    from draw_entries e join reward_draws d on d.org_id = e.org_id and d.id = e.draw_id
    join rewards w on w.org_id = d.org_id and w.id = d.reward_id
    join members m on m.org_id = e.org_id and m.id = e.member_id
    left join ledger_accounts p on p.org_id = e.org_id and p.owner_id = e.member_id and p.kind = 'points'
      and p.unit = 'points' and p.period = ''
    where e.org_id = ${org} and e.draw_id = ${id}`.execute(db)
  return rows
}

/** Why somebody whose turn it is does not get it; null where they do. */
function hindranceOf(one: Candidate): Outcome | null {
  if (!one.isHere) return 'left'
  if (!one.isFor) return 'apart'
  if (!one.isWithin) return 'limit'
  return one.canPay ? null : 'points'
}

/** Goes through the order as it was drawn: each who may have it gets it, until there is no more. */
function outcomesOf(order: readonly Candidate[], pieces: number): { memberId: string; outcome: Outcome }[] {
  let left = pieces
  return order.map((one) => {
    const outcome = left === 0 ? 'not-reached' : (hindranceOf(one) ?? 'won')
    if (outcome === 'won') left -= 1
    return { memberId: one.memberId, outcome }
  })
}

/**
 * Draws what is due: freezes the list, puts everybody in the order that seed and list give, and redeems for the first who
 * may have it. Nothing happens to a draw that is early, drawn or called off.
 */
export async function drawWhenDue(scope: Scope, id: string): Promise<void> {
  const due = await holdDue(scope, id)
  if (!due) return
  await holdAccounts(scope, due)
  const candidates = await findCandidates(scope, due)
  const { rewardId, seed, name, price, isCounted } = due
  const there = isCounted ? await balanceOf(scope, stockOf(rewardId)) : due.pieces
  const drawn = outcomesOf(drawOrder(seed, candidates), Math.min(due.pieces, there))
  const winnerIds = drawn.filter(({ outcome }) => outcome === 'won').map(({ memberId }) => memberId)
  const reward = { id: rewardId, name, price, isCounted, kind: due.kind as 'thing' }
  const won = new Map<string, string>()
  for (const memberId of winnerIds)
    won.set(
      memberId,
      await redeem(scope, {
        reward,
        rewardId,
        memberId,
        toId: null,
        words: '',
        approval: 'none',
        drawId: id,
      }),
    )
  await keepOutcomes(scope, id, drawn, won)
  const entriesHash = entriesHashOf(candidates)
  await scope.db
    .updateTable('rewardDraws')
    .set({ drawnAt: scope.now, entriesHash })
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .execute()
  await record(scope, 'draw.drawn', {
    ...{ drawId: id, rewardId, name, seed, entriesHash, entries: candidates.length, winnerIds },
  })
  tell(scope, { topics: ['rewards', 'draws'] })
}

/** Writes each entry's place and what came of it. */
const keepOutcomes = (
  { db, org }: Scope,
  drawId: string,
  drawn: readonly { memberId: string; outcome: Outcome }[],
  won: ReadonlyMap<string, string>,
) =>
  sql`update draw_entries e set place = o.place, outcome = o.outcome, redemption_id = o.redemption_id
    from unnest(${drawn.map(({ memberId }) => memberId)}::uuid[], ${drawn.map(({ outcome }) => outcome)}::text[],
      ${drawn.map(({ memberId }) => won.get(memberId) ?? null)}::uuid[]) with ordinality
      as o (member_id, outcome, redemption_id, place)
    where e.org_id = ${org} and e.draw_id = ${drawId} and e.member_id = o.member_id`.execute(db)
