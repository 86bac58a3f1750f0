import { sql } from 'kysely'
import { pageOf, readCursor } from '#platform/db/paging'
import { notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import type { Draw, DrawRecord } from '../draw.contract.ts'
import { maySet } from '../settings/settings.ts'
import { mostEntries } from './choices.ts'
import { countHad, dayIn, getReward } from './rewards.ts'
import { isFor, rewardSeen } from './seen.ts'

/** SQL: how many entered the draw `d`. */
export const entryCount = sql<number>`(select count(*)::int from draw_entries n
  where n.org_id = d.org_id and n.draw_id = d.id)`

const drawRows = (scope: Scope, today: string) =>
  scope.db
    .selectFrom('rewardDraws as d')
    .innerJoin('rewards as w', (join) =>
      join.onRef('w.orgId', '=', 'd.orgId').onRef('w.id', '=', 'd.rewardId'),
    )
    .leftJoin('drawEntries as e', (join) =>
      join
        .onRef('e.orgId', '=', 'd.orgId')
        .onRef('e.drawId', '=', 'd.id')
        .on('e.memberId', '=', scope.actor.id),
    )
    .leftJoin('members as m', (join) =>
      join.onRef('m.orgId', '=', 'd.orgId').onRef('m.id', '=', 'd.withdrawnBy'),
    )
    .select([
      'd.id',
      'd.pieces',
      'd.price',
      'd.openedAt',
      'd.closesAt',
      'd.commitment',
      'd.drawnAt',
      'd.entriesHash',
    ])
    .select(['d.seed', 'd.withdrawnAt', 'd.reason', 'm.id as byId', 'm.name as byName', 'm.title as byTitle'])
    .select(['w.id as rewardId', 'w.name', 'w.about', 'w.most', 'e.nonce', 'e.place', 'e.outcome'])
    .select([entryCount.as('entries'), isFor(sql`${scope.actor.id}`).as('isMine')])
    .select(countHad(sql`${scope.actor.id}`, today).as('had'))
    .where('d.orgId', '=', scope.org)
    .$if(!maySet(scope), (rows) => rows.where(rewardSeen(scope)))

type Row = Awaited<ReturnType<ReturnType<typeof drawRows>['execute']>>[number]

function drawOf(scope: Scope, row: Row): Draw {
  const { nonce, place, byId, byName, byTitle, withdrawnAt, reason } = row
  const isDone = row.drawnAt !== null || withdrawnAt !== null
  const isOpen = !isDone && Date.parse(row.closesAt) > scope.now.getTime()
  const why = !row.isMine ? 'apart' : row.most !== null && row.had >= row.most ? 'limit' : null
  return {
    ...{ id: row.id, pieces: row.pieces, price: row.price, entries: row.entries },
    reward: { id: row.rewardId, name: row.name, about: row.about },
    ...{ openedAt: row.openedAt, closesAt: row.closesAt, drawnAt: row.drawnAt },
    ...{ commitment: row.commitment, entriesHash: row.entriesHash, seed: isDone ? row.seed : null },
    withdrawn:
      withdrawnAt === null || byId === null || byName === null || byTitle === null
        ? null
        : { by: { id: byId, name: byName, title: byTitle }, at: withdrawnAt, reason: reason ?? '' },
    mine: nonce === null ? null : { nonce, place, outcome: row.outcome as 'won' | null },
    why,
    can: {
      enter: isOpen && nonce === null && why === null,
      leave: isOpen && nonce !== null,
      withdraw: !isDone && maySet(scope),
    },
  }
}

/** One draw; throws 404, also for one of a reward that is for groups which the reader may not see. */
export async function getDraw(scope: Scope, id: string): Promise<Draw> {
  const row = await drawRows(scope, await dayIn(scope))
    .where('d.id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('draw')
  return drawOf(scope, row)
}

/** The draws of a reward, the latest first. */
export async function listDraws(
  scope: Scope,
  rewardId: string,
  { limit, after: cursor }: { limit: number; after?: string | undefined },
) {
  const after = readCursor(cursor, 'id')
  await getReward(scope, rewardId)
  const rows = await drawRows(scope, await dayIn(scope))
    .where('d.rewardId', '=', rewardId)
    .$if(after !== null, (found) => found.where('d.id', '<', String(after?.[0])))
    .orderBy('d.id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = pageOf(rows, limit, ({ id }) => [id])
  return { items: page.items.map((row) => drawOf(scope, row)), next: page.next }
}

/** Every entry of a draw with its number, by member id. */
export async function getDrawRecord(scope: Scope, id: string): Promise<DrawRecord> {
  await getDraw(scope, id)
  const rows = await scope.db
    .selectFrom('drawEntries as e')
    .innerJoin('members as m', (join) =>
      join.onRef('m.orgId', '=', 'e.orgId').onRef('m.id', '=', 'e.memberId'),
    )
    .select(['e.nonce', 'e.place', 'e.outcome', 'm.id', 'm.name', 'm.title'])
    .where('e.orgId', '=', scope.org)
    .where('e.drawId', '=', id)
    .orderBy('e.memberId')
    .limit(mostEntries)
    .execute()
  return {
    entries: rows.map(({ nonce, place, outcome, ...member }) => ({
      ...{ member, nonce, place },
      outcome: outcome === null || outcome === 'won' || outcome === 'not-reached' ? outcome : 'passed',
    })),
  }
}
