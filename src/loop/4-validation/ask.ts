import { sql } from 'kysely'
import { findOwnCourse, keepVersion, readVersion } from '#course'
import { isEmpty, unfinishedQuestions } from '#course/document/ready.ts'
import type { CourseDocument } from '#course/document/schema.ts'
import { holds } from '#people'
import { conflict, invalidField } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { settingsFor } from './charter/charter.ts'
import { type Checked, quoted } from './charter/checked.ts'
import { checkCourse } from './charter/rules.ts'
import { cardOf, reviewRows } from './rows.ts'

/** Peers who hold a reviewing role on the course's group, the least busy first. The author is never among them. */
export async function suggestReviewers(scope: Scope, courseId: string) {
  const course = await findOwnCourse(scope, courseId)
  const { rows } = await sql<{ id: string; name: string; title: string; waiting: number }>`
    select m.id, m.name, m.title, (select count(*)::int from reviewers w join reviews r on r.org_id = w.org_id and r.id = w.review_id
      where w.org_id = m.org_id and w.member_id = m.id and w.given_at is null and w.declined_at is null and r.closed_at is null) as waiting
    from members m where m.org_id = ${scope.org} and m.left_at is null and m.id <> ${course.authorId}
      and exists (select from roles o where o.org_id = m.org_id and o.member_id = m.id
        and o.group_id = any(${course.path}::uuid[]) and o.role in ('reviewer', 'leader', 'manager', 'admin'))
    order by waiting, m.name, m.id limit 20`.execute(scope.db)
  return { items: rows }
}

/** Asks peers to review the draft as it is now, which is kept as a version. One review at a time. */
export async function askForReview(
  scope: Scope,
  courseId: string,
  input: { reviewerIds: string[]; note: string },
) {
  const course = await findOwnCourse(scope, courseId)
  const reviewerIds = [...new Set(input.reviewerIds)]
  await refuseUnfit(scope, reviewerIds, course)
  if (course.discardedAt) throw conflict('course.discarded')
  const version = await keepVersion(scope, courseId, 'review')
  const text = await readVersion(scope, courseId, version)
  refuseUnready(text.document)
  await refuseStopped(scope, course, text)
  const rounds = await scope.db
    .selectFrom('reviews')
    .select(['closedAt'])
    .where('orgId', '=', scope.org)
    .where('courseId', '=', courseId)
    .execute()
  if (rounds.some(({ closedAt }) => closedAt === null)) {
    throw conflict('review.open-already')
  }
  const reviewId = newIdIn(scope)
  const round = rounds.length + 1
  const { org: orgId, now: askedAt } = scope
  await scope.db
    .insertInto('reviews')
    .values({
      orgId,
      id: reviewId,
      courseId,
      version,
      round,
      askedBy: scope.actor.id,
      askedAt,
      note: input.note,
    })
    .execute()
  await scope.db
    .insertInto('reviewers')
    .values(reviewerIds.map((memberId) => ({ orgId, reviewId, memberId, askedAt })))
    .execute()
  await record(scope, 'review.asked', { reviewId, courseId, version, round, reviewerIds })
  tell(scope, { topics: ['reviews'], to: [...reviewerIds, scope.actor.id] })
  return cardOf(await reviewRows(scope).where('r.id', '=', reviewId).executeTakeFirstOrThrow())
}

/** Refuses what nobody could learn from, before anybody's time is asked for. */
function refuseUnready(document: CourseDocument): void {
  if (isEmpty(document)) throw conflict('course.empty')
  const unfinished = unfinishedQuestions(document)
  const [first] = unfinished
  if (!first) return
  throw conflict('course.unfinished-question', {
    blockIds: unfinished.map(({ id }) => id),
    step: first.step.title || String(first.step.place),
    asks: first.prompt ? 'something' : 'nothing',
    question: quoted(first.prompt, mostOfQuestion),
    more: unfinished.length - 1,
  })
}

/** Refuses what the charter of the course's group stops: there is no use in asking people what a rule can tell. */
async function refuseStopped(
  scope: Scope,
  { path, verifyBy, template }: Awaited<ReturnType<typeof findOwnCourse>>,
  text: Pick<Checked, 'document' | 'objective'> & { language: string | null },
): Promise<void> {
  const language = text.language === 'fr' ? 'fr' : 'en'
  const today = scope.now.toISOString().slice(0, 10)
  const checked = { ...text, language, verifyBy, today, parts: template?.parts ?? [] } as const
  const stopped = checkCourse(checked, await settingsFor(scope, path)).filter(
    ({ level }) => level === 'block',
  )
  const [first] = stopped
  if (!first) return
  const blockIds = stopped.flatMap(({ blockId }) => blockId ?? [])
  throw conflict('review.charter', { rule: first.rule, count: stopped.length, blockIds })
}

const mostOfQuestion = 100

async function refuseUnfit(
  scope: Scope,
  ids: string[],
  course: { authorId: string; path: string[] },
): Promise<void> {
  if (ids.includes(course.authorId)) throw invalidField('/reviewerIds', 'review.own-course')
  const roles = await scope.db
    .selectFrom('roles as r')
    .innerJoin('members as m', (join) =>
      join.onRef('m.orgId', '=', 'r.orgId').onRef('m.id', '=', 'r.memberId'),
    )
    .select(['r.memberId', 'r.groupId as on', 'r.role'])
    .where('r.orgId', '=', scope.org)
    .where('m.leftAt', 'is', null)
    .where(sql<boolean>`r.member_id = any(${ids}::uuid[])`)
    .execute()
  for (const id of ids) {
    const grants = roles.filter(({ memberId }) => memberId === id)
    if (holds({ grants }, course.path, 'reviewer', 'leader', 'manager')) continue
    throw invalidField('/reviewerIds', 'review.not-reviewer')
  }
}
