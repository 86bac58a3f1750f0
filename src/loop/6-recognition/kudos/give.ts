import { findPublishedCourse } from '#course'
import { getNeed } from '#need'
import { conflict, invalidField, notFound } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { Kudos } from '../contract.ts'
import { refuseAbsent } from '../here.ts'
import { balanceOf } from '../ledger/accounts.ts'
import { post } from '../ledger/post.ts'
import { takeBack } from '../ledger/take-back.ts'
import { refuseUnlessSuperior } from '../superior.ts'
import { openAllowance, pointsOf } from './allowance.ts'
import { dropThanksFile, keepThanksFile } from './file.ts'
import { readKudos } from './list.ts'

export interface NewKudos {
  toIds: readonly string[]
  reason: string
  valueId: string | null
  courseId: string | null
  needId: string | null
  /** An answer there. */
  commentId: string | null
  /** For each. */
  points: number
  isPrivate: boolean
  /** A picture or a clip that the giver sent ahead, and what it shows. */
  file: { id: string; alt: string } | null
  /** As who leads or manages a group of each. */
  isCommendation: boolean
}

/** Thanks one or several other members, for something the giver may see; with points, from what they may give this month. */
export async function giveKudos(scope: Scope, input: NewKudos): Promise<Kudos> {
  const { toIds: _, file, ...said } = input
  const toIds = [...new Set(input.toIds)]
  if (toIds.includes(scope.actor.id)) throw invalidField('/toIds', 'kudos.yourself')
  await refuseAbsent(scope, toIds, '/toIds')
  if (input.isCommendation) await refuseUnlessSuperior(scope, toIds)
  await refuseUnseen(scope, input)
  await refuseForeignAnswer(scope, input)
  await refuseUnknownValue(scope, input.valueId)
  if (file) await keepThanksFile(scope, file.id)
  const given = toIds.map((toId) => ({ id: newIdIn(scope), toId }))
  const togetherId = given[0]?.id ?? newIdIn(scope)
  const withFile = { fileId: file?.id ?? null, fileAlt: file?.alt ?? '' }
  const shared = {
    orgId: scope.org,
    togetherId,
    fromId: scope.actor.id,
    ...said,
    ...withFile,
    givenAt: scope.now,
  }
  await scope.db
    .insertInto('kudos')
    .values(given.map((one) => ({ ...one, ...shared })))
    .execute()
  const { points, courseId, needId, isPrivate, isCommendation } = input
  if (points > 0) await givePoints(scope, togetherId, toIds, points)
  const fact = {
    fromId: scope.actor.id,
    courseId,
    needId,
    togetherId,
    points,
    isPrivate,
    isCommendation,
    ...(file && { fileId: file.id }),
  }
  for (const { id: kudosId, toId } of given) await record(scope, 'kudos.given', { kudosId, toId, ...fact })
  tell(scope, { topics: ['kudos'] })
  return readKudos(scope, togetherId)
}

/** Refuses thanks for two things at once, and for what the giver may not see. */
async function refuseUnseen(scope: Scope, { courseId, needId }: NewKudos): Promise<void> {
  if (courseId && needId) throw invalidField('/needId', 'kudos.one-thing')
  if (courseId) await findPublishedCourse(scope, courseId)
  if (needId) await getNeed(scope, needId)
}

/** Refuses an answer that is not there, or that none of those who are thanked gave. */
async function refuseForeignAnswer(
  scope: Scope,
  { courseId, needId, commentId, toIds }: NewKudos,
): Promise<void> {
  if (!commentId) return
  const answer = await scope.db
    .selectFrom('comments')
    .select('authorId')
    .where('orgId', '=', scope.org)
    .where('id', '=', commentId)
    .where('subject', '=', courseId ? 'course' : 'need')
    .where('subjectId', '=', courseId ?? needId)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (!answer || !toIds.includes(answer.authorId)) throw invalidField('/commentId', 'kudos.not-theirs')
}

/** Refuses a value that cannot be chosen, or not any more. */
async function refuseUnknownValue(scope: Scope, valueId: string | null): Promise<void> {
  if (!valueId) return
  const value = await scope.db
    .selectFrom('kudosValues')
    .select('id')
    .where('orgId', '=', scope.org)
    .where('id', '=', valueId)
    .where('archivedAt', 'is', null)
    .executeTakeFirst()
  if (!value) throw invalidField('/valueId', 'value.not-found')
}

const keyOf = (togetherId: string) => `kudos ${togetherId}`

/** Moves so many points for each from what the actor may give this month to what they have. */
async function givePoints(scope: Scope, togetherId: string, toIds: readonly string[], points: number) {
  const allowance = await openAllowance(scope)
  const all = points * toIds.length
  const left = await balanceOf(scope, allowance)
  if (all > left) throw conflict('kudos.too-many-points', { left, asked: all })
  await post(scope, {
    ...{ kind: 'kudos', key: keyOf(togetherId), about: { kudosId: togetherId, fromId: scope.actor.id } },
    legs: [
      { account: allowance, amount: -all },
      ...toIds.map((toId) => ({ account: pointsOf(toId), amount: points })),
    ],
  })
}

/**
 * Takes one's own thanks back, from all who were thanked together; and the points, as far as they are not spent. Whom an
 * author thanked for a round of review they take back one by one.
 */
export async function withdrawKudos(scope: Scope, id: string): Promise<void> {
  const rows = await scope.db
    .updateTable('kudos')
    .set({ withdrawnAt: scope.now })
    .where('orgId', '=', scope.org)
    .where('togetherId', '=', (one) =>
      one.selectFrom('kudos').select('togetherId').where('orgId', '=', scope.org).where('id', '=', id),
    )
    .where('fromId', '=', scope.actor.id)
    .where('withdrawnAt', 'is', null)
    .returning(['id', 'togetherId', 'fromId', 'toId', 'points', 'fileId'])
    .execute()
  const [first] = rows
  if (!first) throw notFound('kudos')
  if (first.points > 0) await takePointsBack(scope, first.togetherId)
  if (first.fileId) await dropThanksFile(scope, first.togetherId, first.fileId)
  for (const { id: kudosId, fromId, toId } of rows)
    await record(scope, 'kudos.withdrawn', { kudosId, fromId, toId })
  tell(scope, { topics: ['kudos'] })
}

async function takePointsBack(scope: Scope, togetherId: string): Promise<void> {
  const { id } = await scope.db
    .selectFrom('ledgerTransactions')
    .select('id')
    .where('orgId', '=', scope.org)
    .where('key', '=', keyOf(togetherId))
    .executeTakeFirstOrThrow()
  await takeBack(scope, id, { kudosId: togetherId, fromId: scope.actor.id })
}
