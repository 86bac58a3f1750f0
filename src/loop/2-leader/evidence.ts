import { newIdIn, type Scope } from '#platform/scope'
import { type Reaction, reaction } from '#record'
import type { Expert } from './contract.ts'

type Reason = Expert['reasons'][number]

interface About {
  subject: Reason['subject']
  subjectId: string
  groupId: string
  words: string
}

async function keepEvidence(
  scope: Scope,
  memberId: string,
  kind: Reason['kind'],
  about: About,
): Promise<void> {
  await scope.db
    .insertInto('evidence')
    .values({ orgId: scope.org, id: newIdIn(scope), memberId, kind, ...about, at: scope.now })
    .onConflict((known) =>
      known
        .columns(['orgId', 'memberId', 'kind', 'subject', 'subjectId'])
        .doUpdateSet({ at: scope.now, words: about.words }),
    )
    .execute()
}

/** What a published course is about, as its publication told us; null for one that never was. */
async function aboutCourse(scope: Scope, courseId: string): Promise<About | null> {
  const row = await scope.db
    .selectFrom('evidence')
    .select(['groupId', 'words'])
    .where('orgId', '=', scope.org)
    .where('subjectId', '=', courseId)
    .where('kind', '=', 'published')
    .executeTakeFirst()
  return row ? { subject: 'course', subjectId: courseId, ...row } : null
}

async function aboutNeed(scope: Scope, needId: string): Promise<About> {
  const row = await scope.db
    .selectFrom('needs')
    .select(['groupId', 'title as words'])
    .where('orgId', '=', scope.org)
    .where('id', '=', needId)
    .executeTakeFirstOrThrow()
  return { subject: 'need', subjectId: needId, ...row }
}

/** Thanks for nothing in particular speak of what their words say; null once they were taken back. */
async function aboutThanks(scope: Scope, kudosId: string): Promise<About | null> {
  const row = await scope.db
    .selectFrom('kudos')
    .select('reason as words')
    .where('orgId', '=', scope.org)
    .where('id', '=', kudosId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  return row ? { subject: 'thanks', subjectId: kudosId, groupId: scope.org, ...row } : null
}

export const reactions: Reaction[] = [
  reaction('course.published', 'leader.published', async (scope, { data }) => {
    const { courseId, groupId, title, authorId } = data
    await keepEvidence(scope, authorId, 'published', {
      subject: 'course',
      subjectId: courseId,
      groupId,
      words: title,
    })
  }),
  reaction('need.claimed', 'leader.claimed', async (scope, { data }) => {
    await keepEvidence(scope, data.memberId, 'claimed', await aboutNeed(scope, data.needId))
  }),
  reaction('review.given', 'leader.reviewed', async (scope, { data }) => {
    const { courseId, groupId, title, reviewerId, verdict } = data
    // What was not approved may be a draft still, which nobody is to hear of.
    if (verdict !== 'approve') return
    await keepEvidence(scope, reviewerId, 'reviewed', {
      subject: 'course',
      subjectId: courseId,
      groupId,
      words: title,
    })
  }),
  reaction('comment.made', 'leader.answered', async (scope, { data, actorId }) => {
    const about = data.parentId && data.subject === 'course' ? await aboutCourse(scope, data.subjectId) : null
    if (about && actorId) await keepEvidence(scope, actorId, 'answered', about)
  }),
  reaction('kudos.given', 'leader.thanked', async (scope, { data }) => {
    const { courseId, needId, kudosId } = data
    const about = courseId
      ? await aboutCourse(scope, courseId)
      : needId
        ? await aboutNeed(scope, needId)
        : await aboutThanks(scope, kudosId)
    if (about) await keepEvidence(scope, data.toId, 'thanked', about)
  }),
  reaction('kudos.withdrawn', 'leader.unthanked', async (scope, { data }) => {
    await scope.db
      .deleteFrom('evidence')
      .where('orgId', '=', scope.org)
      .where('memberId', '=', data.toId)
      .where('subject', '=', 'thanks')
      .where('subjectId', '=', data.kudosId)
      .execute()
  }),
]
