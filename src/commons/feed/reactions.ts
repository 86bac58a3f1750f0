import { sql } from 'kysely'
import { writeLetters } from '#letters'
import { linkTo, paths } from '#paths'
import { whoMayEnter } from '#people'
import type { Scope } from '#platform/scope'
import { type Reaction, reaction } from '#record'
import { academy } from './academy.ts'
import { badges } from './badges.ts'
import { bonuses } from './bonuses.ts'
import { campaigns } from './campaigns.ts'
import { celebrations } from './celebrations.ts'
import { community } from './community.ts'
import { contributions } from './contributions.ts'
import { corrections } from './corrections.ts'
import { earned } from './earned.ts'
import { type Audience, addEntry } from './entries.ts'
import { experts } from './experts.ts'
import { handovers } from './handovers.ts'
import { health } from './health.ts'
import { nominations } from './nominations.ts'
import { protectedTime } from './protected-time.ts'
import { redemptions } from './redemptions.ts'
import { reviews } from './reviews.ts'
import { courseOf, needOf } from './subjects.ts'
import { surveys } from './surveys.ts'
import { talk } from './talk.ts'
import { volunteers } from './volunteers.ts'

const voicesOf = async (scope: Scope, needId: string): Promise<Audience> => {
  const { rows } = await sql<{ memberId: string; raised: boolean }>`
    select v.member_id, v.member_id = n.raised_by as raised from voices v join needs n on n.org_id = v.org_id and n.id = v.need_id
    where v.org_id = ${scope.org} and (v.need_id = ${needId} or n.merged_into = ${needId})`.execute(scope.db)
  return rows.map(({ memberId, raised }) => ({ memberId, reason: raised ? 'you-raised' : 'you-voiced' }))
}

/** SQL: how many others were thanked together with whom the thanks `k` name. */
const alsoThanked = sql<number>`(select count(*)::int - 1 from kudos w
  where w.org_id = k.org_id and w.together_id = k.together_id)`

/** Those who gave a verdict on a course, in any of its rounds: what came of it is their doing too. */
const reviewersOf = async (scope: Scope, courseId: string): Promise<Audience> => {
  const { rows } = await sql<{ memberId: string }>`
    select distinct w.member_id from reviews r join reviewers w on w.org_id = r.org_id and w.review_id = r.id
    where r.org_id = ${scope.org} and r.course_id = ${courseId} and w.given_at is not null`.execute(scope.db)
  return rows.map(({ memberId }) => ({ memberId, reason: 'you-checked' }))
}

/** Tells those who voiced the need by mail too: it is what they waited for. */
async function mailAudience(
  scope: Scope,
  audience: Audience,
  { courseId, groupId, title }: { courseId: string; groupId: string; title: string },
): Promise<void> {
  const welcome = await whoMayEnter(
    scope,
    groupId,
    audience.map(({ memberId }) => memberId),
  )
  const { catalog, publicUrl } = scope.install
  const href = `${publicUrl}${linkTo(paths.course, { courseId })}`
  await writeLetters(scope, 'answers', [...welcome], ({ name, locale }) => ({
    subject: catalog.text(locale, 'feed.mail.answered.subject', { title }),
    text: catalog.text(locale, 'feed.mail.answered.text', { name, title }),
    action: { label: catalog.text(locale, 'feed.mail.answered.open'), href },
  }))
}

export const reactions: Reaction[] = [
  reaction('need.raised', 'feed.need-raised', (scope, fact) =>
    addEntry(
      scope,
      fact,
      { kind: 'need.raised', groupId: fact.data.groupId, needId: fact.data.needId, forGroup: true },
      [],
    ),
  ),
  reaction('need.claimed', 'feed.need-claimed', async (scope, fact) => {
    const { needId } = fact.data
    const { groupId } = await needOf(scope, needId)
    await addEntry(scope, fact, { kind: 'need.claimed', groupId, needId }, await voicesOf(scope, needId))
  }),
  reaction('course.published', 'feed.course-published', async (scope, fact) => {
    const { courseId, groupId, needId, authorId, first, title, isReadyMade = false } = fact.data
    if (!first || isReadyMade) return
    const waiting = needId ? await voicesOf(scope, needId) : []
    const wrote = { memberId: authorId, reason: 'you-wrote' as const }
    const audience: Audience = [...waiting, wrote, ...(await reviewersOf(scope, courseId))]
    const asActor = { ...fact, actorId: authorId }
    await addEntry(
      scope,
      asActor,
      { kind: 'course.published', groupId, needId, courseId, forGroup: true },
      audience,
    )
    await mailAudience(
      scope,
      waiting.filter(({ memberId }) => memberId !== authorId),
      { courseId, groupId, title },
    )
  }),
  reaction('course.completed', 'feed.course-completed', async (scope, fact) => {
    const { courseId, memberId } = fact.data
    const { groupId, authorId } = await courseOf(scope, courseId)
    const asActor = { ...fact, actorId: memberId }
    await addEntry(scope, asActor, { kind: 'course.completed', groupId, courseId }, [
      { memberId: authorId, reason: 'you-wrote' },
    ])
  }),
  reaction('kudos.given', 'feed.kudos-given', async (scope, fact) => {
    const { kudosId, toId, courseId, needId, reviewId, togetherId = kudosId } = fact.data
    const row = await scope.db
      .selectFrom('kudos as k')
      .innerJoin('members as m', (join) => join.onRef('m.orgId', '=', 'k.orgId').onRef('m.id', '=', 'k.toId'))
      .leftJoin('assets as a', (join) => join.onRef('a.orgId', '=', 'k.orgId').onRef('a.id', '=', 'k.fileId'))
      .select(['a.mediaType', 'a.width', 'a.height', 'k.fileAlt as alt'])
      .select([
        'k.reason',
        'k.withdrawnAt',
        'k.isPrivate',
        'k.isCommendation',
        'm.name',
        alsoThanked.as('also'),
      ])
      .where('k.orgId', '=', scope.org)
      .where('k.id', '=', kudosId)
      .forShare('k')
      .executeTakeFirstOrThrow()
    if (row.withdrawnAt) return
    const about = courseId ? await courseOf(scope, courseId) : needId ? await needOf(scope, needId) : null
    const data = {
      reason: row.reason,
      toId,
      toName: row.name,
      also: row.also,
      kudosId,
      ...(reviewId && { reviewId }),
      ...(row.isCommendation && { isCommendation: true }),
      ...(row.mediaType && {
        file: { mediaType: row.mediaType, alt: row.alt, width: row.width, height: row.height },
      }),
    }
    const entry = {
      kind: 'kudos.given' as const,
      groupId: about?.groupId ?? scope.org,
      courseId,
      needId,
      data,
      // Of thanks to several others hear once.
      forGroup: !row.isPrivate && togetherId === kudosId,
    }
    await addEntry(scope, fact, entry, [{ memberId: toId, reason: 'thanked-you' }])
  }),
  reaction('finding.resolved', 'feed.finding-resolved', async (scope, fact) => {
    const { courseId, reviewId, findingId, resolution, authorId } = fact.data
    const { groupId } = await courseOf(scope, courseId)
    const { body } = await scope.db
      .selectFrom('findings')
      .select('body')
      .where('orgId', '=', scope.org)
      .where('id', '=', findingId)
      .executeTakeFirstOrThrow()
    const data = { resolution, reviewId, words: body.slice(0, 200) }
    const entry = { kind: 'finding.resolved' as const, groupId, courseId, data }
    await addEntry(scope, fact, entry, [{ memberId: authorId, reason: 'you-reviewed' }])
  }),
  ...reviews,
  ...nominations,
  ...bonuses,
  ...celebrations,
  ...handovers,
  ...health,
  ...experts,
  ...surveys,
  ...volunteers,
  ...academy,
  ...talk,
  ...badges,
  ...redemptions,
  ...earned,
  ...campaigns,
  ...community,
  ...protectedTime,
  ...contributions,
  ...corrections,
]
