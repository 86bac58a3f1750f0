import { groupVisible } from '#people'
import { holdAlone } from '#platform/db/locks'
import { conflict, invalidField } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { Reward } from '../reward.contract.ts'
import { refuseUnlessAdmin } from '../settings/settings.ts'
import { mostRewards } from './choices.ts'
import { findOpen } from './entering.ts'
import { getReward } from './rewards.ts'
import { moveStock } from './stock.ts'

type Words = Pick<
  Reward,
  'name' | 'about' | 'kind' | 'price' | 'limit' | 'approval' | 'from' | 'until' | 'isDrawn'
>
export type RewardDesign = Words & { groupIds: string[]; pieces: number | null }
type Change = Words & { groupIds: string[]; isCounted: boolean; version: number }

const columnsOf = (words: Words) => ({
  ...{ name: words.name, about: words.about, kind: words.kind, price: words.price },
  ...{ approval: words.approval, isDrawn: words.isDrawn },
  ...{ most: words.limit?.most ?? null, mostPer: words.limit?.per ?? null },
  ...{ fromDay: words.from, untilDay: words.until },
})

/** Designs a reward, with its first pieces. */
export async function designReward(scope: Scope, { pieces, ...design }: RewardDesign): Promise<Reward> {
  refuseUnlessAdmin(scope)
  await refuseUnfit(scope, design)
  await refuseTooMany(scope)
  const id = newIdIn(scope)
  await scope.db
    .insertInto('rewards')
    .values({
      ...{ orgId: scope.org, id, version: 1, ...columnsOf(design) },
      ...{ isCounted: pieces !== null, changedAt: scope.now },
    })
    .execute()
  await nameGroups(scope, id, design.groupIds)
  if (pieces) await moveStock(scope, id, pieces, '')
  await record(scope, 'reward.designed', { rewardId: id, pieces, ...said(design) })
  tell(scope, { topics: ['rewards'] })
  return getReward(scope, id)
}

/** Changes a reward. Who asked for it already pays and gets what they asked for. */
export async function changeReward(
  scope: Scope,
  id: string,
  { version, isCounted, ...design }: Change,
): Promise<Reward> {
  refuseUnlessAdmin(scope)
  // Held until the end, so that of two who change it at once one hears of the other, and nobody redeems in between.
  await scope.db
    .selectFrom('rewards')
    .select('id')
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  const before = await getReward(scope, id)
  if (before.version !== version) throw conflict('reward.changed-elsewhere')
  if (before.isDrawn && !design.isDrawn && (await findOpen(scope, id))) throw conflict('reward.draw-open')
  await refuseUnfit(scope, design)
  const changed = { version: version + 1, isCounted, changedAt: scope.now, ...columnsOf(design) }
  await scope.db
    .updateTable('rewards')
    .set(changed)
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .execute()
  await scope.db
    .deleteFrom('rewardGroups')
    .where('orgId', '=', scope.org)
    .where('rewardId', '=', id)
    .execute()
  await nameGroups(scope, id, design.groupIds)
  const was = said({ ...before, groupIds: before.groups.map((group) => group.id) })
  await record(scope, 'reward.changed', {
    ...{ rewardId: id, isCounted, ...said(design) },
    before: { ...was, isCounted: before.isCounted },
  })
  tell(scope, { topics: ['rewards'] })
  return getReward(scope, id)
}

/** What a fact says of a design. */
const said = ({ name, about, kind, price, limit, approval, from, until, isDrawn, groupIds }: SaidOf) => ({
  ...{ name, about, kind, price, limit, approval, from, until, isDrawn, groupIds },
})
type SaidOf = Words & { groupIds: string[] }

/** Refuses days the wrong way round, a gift that is drawn, and groups that are not there. */
async function refuseUnfit(scope: Scope, { from, until, kind, isDrawn, groupIds }: SaidOf): Promise<void> {
  if (from !== null && until !== null && until < from) throw invalidField('/until', 'reward.days')
  if (isDrawn && kind === 'gift') throw invalidField('/isDrawn', 'reward.gift-drawn')
  const ids = [...new Set(groupIds)]
  if (ids.length === 0) return
  const found = await scope.db
    .selectFrom('groups as g')
    .select('g.id')
    .where('g.orgId', '=', scope.org)
    .where('g.id', 'in', ids)
    .where(groupVisible(scope, 'g'))
    .execute()
  if (found.length < ids.length) throw invalidField('/groupIds', 'group.not-found')
}

async function nameGroups(scope: Scope, rewardId: string, groupIds: readonly string[]): Promise<void> {
  const rows = [...new Set(groupIds)].map((groupId) => ({ orgId: scope.org, rewardId, groupId }))
  if (rows.length > 0) await scope.db.insertInto('rewardGroups').values(rows).execute()
}

async function refuseTooMany(scope: Scope): Promise<void> {
  await holdAlone(scope, `rewards ${scope.org}`)
  const { count } = await scope.db
    .selectFrom('rewards')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('orgId', '=', scope.org)
    .where('archivedAt', 'is', null)
    .executeTakeFirstOrThrow()
  if (Number(count) >= mostRewards) throw conflict('reward.too-many', { most: mostRewards })
}

/** Offers a reward no more; what was asked for stays. Again, it changes nothing. */
export async function archiveReward(scope: Scope, id: string): Promise<void> {
  refuseUnlessAdmin(scope)
  if ((await getReward(scope, id)).archivedAt) return
  await setArchived(scope, id, scope.now)
  await record(scope, 'reward.archived', { rewardId: id })
}

/** Offers an archived reward again. */
export async function restoreReward(scope: Scope, id: string): Promise<void> {
  refuseUnlessAdmin(scope)
  if (!(await getReward(scope, id)).archivedAt) return
  await refuseTooMany(scope)
  await setArchived(scope, id, null)
  await record(scope, 'reward.restored', { rewardId: id })
}

async function setArchived(scope: Scope, id: string, archivedAt: Date | null): Promise<void> {
  await scope.db
    .updateTable('rewards')
    .set({ archivedAt })
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .execute()
  tell(scope, { topics: ['rewards'] })
}
