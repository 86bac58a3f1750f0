import { sql } from 'kysely'
import { linkTo, paths } from '#paths'
import { sendMail } from '#platform/mail'
import type { Scope } from '#platform/scope'
import { type Reaction, reaction } from '#record'
import { type Audience, addEntry } from './entries.ts'
import { courseOf } from './subjects.ts'

const asked = (ids: readonly string[]): Audience =>
  ids.map((memberId) => ({ memberId, reason: 'asked-you' as const }))

/** Whoever was asked and has not answered is reminded by mail too: perhaps they were not here. */
async function mailReminder(scope: Scope, memberId: string, reviewId: string, title: string): Promise<void> {
  const person = await scope.db
    .selectFrom('members')
    .select(['email', 'name', 'locale'])
    .where('orgId', '=', scope.org)
    .where('id', '=', memberId)
    .where('leftAt', 'is', null)
    .executeTakeFirst()
  if (!person) return
  const link = `${scope.install.publicUrl}${linkTo(paths.review, { reviewId })}`
  const values = { name: person.name, title, link }
  const { catalog } = scope.install
  sendMail(scope, {
    to: person.email,
    subject: catalog.text(person.locale, 'feed.mail.reminded.subject', values),
    text: catalog.text(person.locale, 'feed.mail.reminded.text', values),
  })
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
