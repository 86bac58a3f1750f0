import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { findGroup, holds } from '#people'
import { conflict, invalidField, notFound } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { lockCharter } from '../charter/charter.ts'
import type { Criteria, Criterion, CriterionWords, RoundCriterion } from '../criteria.contract.ts'
import { isUsual, mostCriteria, usualCriteria, usualPass, usualWeights } from './names.ts'

/** What a group says of a criterion. */
interface Said {
  weight: number
  passesAt: number
  words: CriterionWords | null
}

interface Row extends Said {
  key: string
  groupId: string
  name: string
  isBorrowed: boolean
}

/** What the groups of a path say, the nearest that says something of each criterion; older ones first. */
async function readRows({ org, db }: Scope, path: readonly string[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select distinct on (c.key) c.key, c.words, c.weight, c.passes_at, g.id as group_id, g.name,
      count(*) over (partition by c.key) > 1 as is_borrowed
    from criteria c join groups g on g.org_id = c.org_id and g.id = c.group_id
    where c.org_id = ${org} and c.group_id = any(${path}::uuid[]) and c.left_at is null
    order by c.key, cardinality(g.path) desc`.execute(db)
  return rows
}

const fromRow = ({ groupId: id, name, ...said }: Row): Criterion => ({
  ...{ ...said, isBorrowed: said.isBorrowed || isUsual(said.key) },
  from: { id, name },
})

/** Every criterion that a path of groups knows: Cairn's own first, then those that were made, in the order they were. */
async function known(scope: Scope, path: readonly string[]): Promise<Criterion[]> {
  const rows = await readRows(scope, path)
  const usual = usualCriteria.map((key): Criterion => {
    const row = rows.find((one) => one.key === key)
    return row
      ? fromRow(row)
      : { key, weight: usualWeights[key], passesAt: usualPass, words: null, from: null, isBorrowed: true }
  })
  return [...usual, ...rows.filter(({ key }) => !isUsual(key)).map(fromRow)]
}

/** The criteria by which the courses of a path of groups are judged. */
export const criteriaFor = async (scope: Scope, path: readonly string[]): Promise<Criterion[]> =>
  (await known(scope, path)).filter(({ weight }) => weight > 0)

/** The criteria as a round keeps them, and which of them must pass. */
export const roundCriteria = async (
  scope: Scope,
  path: readonly string[],
  mustPass: readonly string[],
): Promise<RoundCriterion[]> =>
  (await criteriaFor(scope, path)).map(({ from: _, isBorrowed: __, ...one }) => ({
    ...one,
    mustPass: mustPass.includes(one.key),
  }))

/** The criteria of a group that one may see. */
export async function getCriteria(scope: Scope, groupId: string): Promise<Criteria> {
  const { id, name, path } = await findGroup(scope, groupId)
  return {
    group: { id, name },
    items: await known(scope, path),
    can: { change: holds(scope.actor, path, 'manager') },
  }
}

/** What a group said of a criterion last; `isLeft` where it says so no more. */
async function findOwn(scope: Scope, groupId: string, key: string) {
  const row = await scope.db
    .selectFrom('criteria')
    .select(['weight', 'passesAt', 'words', 'leftAt'])
    .where('orgId', '=', scope.org)
    .where('groupId', '=', groupId)
    .where('key', '=', key)
    .executeTakeFirst()
  if (!row) return null
  const { leftAt, ...said } = row
  return { said: { ...said, words: row.words as Said['words'] }, isLeft: leftAt !== null }
}

async function write(scope: Scope, groupId: string, key: string, said: Said): Promise<void> {
  const words = said.words && JSON.stringify(said.words)
  const values = { ...said, words, setBy: scope.actor.id, setAt: scope.now, leftAt: null }
  await scope.db
    .insertInto('criteria')
    .values({ orgId: scope.org, groupId, key, ...values })
    .onConflict((one) => one.columns(['orgId', 'groupId', 'key']).doUpdateSet(values))
    .execute()
}

/** Throws where a path of groups knows as many criteria as may be. */
async function refuseMore(scope: Scope, path: readonly string[]): Promise<void> {
  if ((await known(scope, path)).length >= mostCriteria)
    throw conflict('criterion.full', { most: mostCriteria })
}

/** Has people judge something more: whoever manages the group. */
export async function addCriterion(scope: Scope, groupId: string, said: Said & { words: CriterionWords }) {
  const path = await lockCharter(scope, groupId)
  await refuseMore(scope, path)
  const key = newIdIn(scope)
  await write(scope, groupId, key, said)
  return { ...(await changed(scope, groupId, key, { before: null, after: said })), key }
}

/**
 * Says how a criterion reads and counts: whoever manages the group. One that it took out is there again. Saying the same
 * again changes nothing.
 */
export async function setCriterion(
  scope: Scope,
  { groupId, key }: { groupId: string; key: string },
  said: Said,
): Promise<Criteria> {
  const path = await lockCharter(scope, groupId)
  const own = await findOwn(scope, groupId, key)
  const isKnown = (await known(scope, path)).some((one) => one.key === key)
  if (!isKnown && !own) throw notFound('criterion')
  if (!said.words && !isUsual(key)) throw invalidField('/words', 'criterion.no-words')
  if (!isKnown) await refuseMore(scope, path)
  const before = own && !own.isLeft ? own.said : null
  if (isDeepStrictEqual(before, said)) return getCriteria(scope, groupId)
  await write(scope, groupId, key, said)
  return changed(scope, groupId, key, { before, after: said })
}

/** Says nothing of a criterion any more. One that only this group had is not judged from then on; what was judged stays. */
export async function leaveCriterion(scope: Scope, groupId: string, key: string): Promise<Criteria> {
  await lockCharter(scope, groupId)
  const own = await findOwn(scope, groupId, key)
  if (!own || own.isLeft) return getCriteria(scope, groupId)
  await scope.db
    .updateTable('criteria')
    .set({ leftAt: scope.now })
    .where('orgId', '=', scope.org)
    .where('groupId', '=', groupId)
    .where('key', '=', key)
    .execute()
  return changed(scope, groupId, key, { before: own.said, after: null })
}

async function changed(
  scope: Scope,
  groupId: string,
  criterion: string,
  what: { before: Said | null; after: Said | null },
): Promise<Criteria> {
  await record(scope, 'criterion.changed', { groupId, criterion, ...what })
  tell(scope, { topics: ['charter'] })
  return getCriteria(scope, groupId)
}
