import { sql } from 'kysely'
import { writeLetters } from '#letters'
import { linkTo, paths } from '#paths'
import type { Scope } from '#platform/scope'
import { type Reaction, reaction } from '#record'
import { type Audience, addEntry } from './entries.ts'
import { courseOf } from './subjects.ts'

const asked = (ids: readonly string[]): Audience =>
  ids.map((memberId) => ({ memberId, reason: 'asked-you' as const }))

/** Whoever was asked and has not answered is reminded by mail too: perhaps they were not here. */
async function mailReminder(scope: Scope, memberId: string, reviewId: string, title: string): Promise<void> {
  const { catalog, publicUrl } = scope.install
  const href = `${publicUrl}${linkTo(paths.review, { reviewId })}`
  await writeLetters(scope, 'reviews', [memberId], ({ name, locale }) => ({
    subject: catalog.text(locale, 'feed.mail.reminded.subject', { title }),
    text: catalog.text(locale, 'feed.mail.reminded.text', { name, title }),
    action: { label: catalog.text(locale, 'feed.mail.reminded.open'), href },
  }))
}

/** Those who manage a group, or one above it: they can find somebody where the engine could not. */
async function managersOf(scope: Scope, groupId: string): Promise<Audience> {
  const { rows } = await sql<{ memberId: string }>`
    select distinct r.member_id from groups g join roles r on r.org_id = g.org_id and r.group_id = any(g.path)
      and r.role in ('manager', 'admin') join members m on m.org_id = r.org_id and m.id = r.member_id and m.left_at is null
    where g.org_id = ${scope.org} and g.id = ${groupId} order by r.member_id limit 50`.execute(scope.db)
  return rows.map(({ memberId }) => ({ memberId, reason: 'you-manage' }))
}

/** What people hear of the reviews that they are asked for, or wait for. */
export const reviews: Reaction[] = [
  reaction('review.asked', 'feed.review-asked', async (scope, fact) => {
    const { courseId, reviewerIds, reviewId } = fact.data
    if (reviewerIds.length === 0) return
    const { groupId } = await courseOf(scope, courseId)
    const entry = { kind: 'review.asked' as const, groupId, courseId, data: { reviewId } }
    await addEntry(scope, fact, entry, asked(reviewerIds))
  }),
  reaction('review.assigned', 'feed.review-assigned', async (scope, fact) => {
    const { courseId, reviewerIds, reviewId, authorId } = fact.data
    const { groupId } = await courseOf(scope, courseId)
    const entry = { kind: 'review.asked' as const, groupId, courseId, data: { reviewId } }
    await addEntry(scope, { ...fact, actorId: authorId }, entry, asked(reviewerIds))
  }),
  reaction('review.reminded', 'feed.review-reminded', async (scope, fact) => {
    const { courseId, reviewerId, reviewId } = fact.data
    const { groupId, title, authorId } = await courseOf(scope, courseId)
    const entry = { kind: 'review.reminded' as const, groupId, courseId, data: { reviewId } }
    await addEntry(scope, { ...fact, actorId: authorId }, entry, asked([reviewerId]))
    await mailReminder(scope, reviewerId, reviewId, title)
  }),
  reaction('review.turn-ended', 'feed.review-passed-on', async (scope, fact) => {
    const { courseId, reviewerId, reviewId, why } = fact.data
    if (why !== 'expired') return
    const { groupId, authorId } = await courseOf(scope, courseId)
    const entry = { kind: 'review.passed-on' as const, groupId, courseId, data: { reviewId } }
    await addEntry(scope, { ...fact, actorId: authorId }, entry, asked([reviewerId]))
  }),
  reaction('review.stranded', 'feed.review-stranded', async (scope, fact) => {
    const { courseId, groupId, reviewId } = fact.data
    const { authorId } = await courseOf(scope, courseId)
    const entry = { kind: 'review.stranded' as const, groupId, courseId, data: { reviewId } }
    await addEntry(scope, { ...fact, actorId: authorId }, entry, await managersOf(scope, groupId))
  }),
  reaction('review.given', 'feed.review-given', async (scope, fact) => {
    const { courseId, verdict, reviewId, isBlind = false } = fact.data
    const { groupId, authorId } = await courseOf(scope, courseId)
    const data = { verdict, reviewId }
    const entry = { kind: 'review.given' as const, groupId, courseId, data }
    const told = isBlind ? { ...fact, actorId: null } : fact
    await addEntry(scope, told, entry, [{ memberId: authorId, reason: 'you-wrote' }])
  }),
]
