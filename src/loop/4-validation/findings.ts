import type { Block } from '#course/document/schema.ts'
import { conflict, forbidden, invalidField, notFound } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { anchorFault, blockIn, isTextBlock, rangeOf, wordsOf } from './anchors.ts'
import type { Finding } from './contract.ts'
import type { Anchor, NewAnchor } from './finding.contract.ts'
import { lockOwnReview } from './review.ts'
import { findingsOf, getReview } from './rows.ts'

export interface NewFinding {
  blockId: string
  quote: string
  /** The block itself when left out. */
  anchor?: NewAnchor
  severity: 'must' | 'should' | 'note'
  body: string
  suggestion: string | null
}

/** Comments on a block of the version under review, or on a part of one that really is there. */
export async function makeFinding(scope: Scope, reviewId: string, input: NewFinding): Promise<Finding> {
  const review = await lockOwnReview(scope, reviewId)
  if (!review.can.judge) throw forbidden('review.not-yours')
  const found = blockIn(review.document, input.blockId)
  if (!found) throw invalidField('/blockId', 'review.no-such-block')
  const anchor = anchorOn(found.block, input)
  const { courseId } = review
  const id = newIdIn(scope)
  await scope.db
    .insertInto('findings')
    .values({
      orgId: scope.org,
      id,
      courseId,
      reviewId,
      ...input,
      quote: anchor.kind === 'range' ? anchor.quote : input.quote,
      anchor: JSON.stringify(anchor),
      stepId: found.step.attrs.id,
      authorId: scope.actor.id,
      madeAt: scope.now,
    })
    .execute()
  const { blockId, severity } = input
  await record(scope, 'finding.made', { findingId: id, reviewId, courseId, blockId, severity })
  tell(scope, {
    topics: ['reviews'],
    to: [review.author.id, ...review.reviewers.map(({ member }) => member.id)],
  })
  return one(scope, courseId, id)
}

/** The anchor as it is kept. Words to write instead of a whole text are about all its words. */
function anchorOn(block: Block, { anchor = { kind: 'block' }, suggestion }: NewFinding): Anchor {
  const fault = anchorFault(block, anchor)
  if (fault === 'wrong') throw invalidField('/anchor', 'review.wrong-anchor')
  if (fault === 'missing') throw invalidField('/anchor', 'review.no-such-passage')
  if (anchor.kind !== 'range' && anchor.kind !== 'block') return anchor
  const text = isTextBlock(block) ? wordsOf(block) : ''
  if (anchor.kind === 'range')
    return rangeOf(text, { start: anchor.start, end: anchor.start + anchor.quote.length })
  return suggestion && text ? rangeOf(text, { start: 0, end: text.length }) : anchor
}

async function one(scope: Scope, courseId: string, id: string): Promise<Finding> {
  const [finding] = await findingsOf(scope, { courseId, id })
  if (!finding) throw notFound('finding')
  return finding
}

/** A finding for those who may read its review; unknown to everyone else. */
export async function findFinding(scope: Scope, id: string) {
  const row = await scope.db
    .selectFrom('findings')
    .select(['courseId', 'reviewId', 'authorId'])
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('finding')
  const review = await getReview(scope, row.reviewId)
  return { ...row, review, finding: await one(scope, row.courseId, id) }
}

/** Takes one's own finding back while the round is open. */
export async function removeFinding(scope: Scope, id: string): Promise<void> {
  const { finding, authorId, courseId, reviewId, review } = await findFinding(scope, id)
  if (authorId !== scope.actor.id) throw forbidden('finding.not-yours')
  if (!finding.can.remove) throw conflict('review.closed')
  await scope.db
    .updateTable('findings')
    .set({ removedAt: scope.now })
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .execute()
  await record(scope, 'finding.removed', { findingId: id, reviewId, courseId })
  tell(scope, {
    topics: ['reviews'],
    to: [review.author.id, ...review.reviewers.map(({ member }) => member.id)],
  })
}

/** The author accepts or dismisses a finding; accepting is what counts for the reviewer. */
export async function resolveFinding(
  scope: Scope,
  id: string,
  resolution: 'accepted' | 'dismissed',
): Promise<Finding> {
  const { courseId, reviewId, authorId, review, finding } = await findFinding(scope, id)
  if (review.author.id !== scope.actor.id) throw forbidden('finding.not-author')
  if (finding.resolution === resolution) return finding
  if (finding.resolution) throw conflict('finding.resolved')
  await scope.db
    .updateTable('findings')
    .set({ resolution, resolvedAt: scope.now, resolvedBy: scope.actor.id })
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .execute()
  await record(scope, 'finding.resolved', {
    ...{ findingId: id, reviewId, courseId, resolution, authorId },
    isBlind: review.isBlind,
  })
  tell(scope, { topics: ['reviews'], to: [authorId, scope.actor.id] })
  return one(scope, courseId, id)
}
