import { newIdIn, type Scope } from '#platform/scope'
import { type Reaction, reaction } from '#record'
import type { Trace } from './contract.ts'
import { aboutCourse, keepCourse } from './courses.ts'
import { takesPart } from './part.ts'

interface About {
  subject: Trace['subject']
  subjectId: string
  groupId: string
  words: string
}

async function keepEvidence(
  scope: Scope,
  memberId: string,
  kind: Trace['kind'],
  about: About,
): Promise<void> {
  if (!(await takesPart(scope, memberId))) return
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

async function courseAsSubject(scope: Scope, courseId: string): Promise<About | null> {
  const known = await aboutCourse(scope, courseId)
  return known && { subject: 'course', subjectId: courseId, groupId: known.groupId, words: known.words }
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

interface Thanks {
  kudosId: string
  toId: string
  courseId: string | null
  needId: string | null
}

/** The latest thanks that stand for the same thing and that everybody may see; those for nothing in particular stand alone. */
const latestThanks = (scope: Scope, { kudosId, toId, courseId, needId }: Thanks) =>
  scope.db
    .selectFrom('kudos')
    .select(['reason', 'givenAt'])
    .where('orgId', '=', scope.org)
    .where('toId', '=', toId)
    .where('withdrawnAt', 'is', null)
    .where('isPrivate', '=', false)
    .$if(courseId !== null, (rows) => rows.where('courseId', '=', courseId))
    .$if(needId !== null, (rows) => rows.where('needId', '=', needId))
    .$if(courseId === null && needId === null, (rows) => rows.where('id', '=', kudosId))
    .orderBy('givenAt', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Counts thanks for one thing anew: they are evidence as long as anybody's stand, in whatever order that becomes known. */
async function countThanks(scope: Scope, thanks: Thanks): Promise<void> {
  const { kudosId, toId, courseId, needId } = thanks
  const latest = await latestThanks(scope, thanks)
  if (!latest) {
    await scope.db
      .deleteFrom('evidence')
      .where('orgId', '=', scope.org)
      .where('memberId', '=', toId)
      .where('kind', '=', 'thanked')
      .where('subjectId', '=', courseId ?? needId ?? kudosId)
      .execute()
    return
  }
  const unsaid = { subject: 'thanks', subjectId: kudosId, groupId: scope.org, words: latest.reason } as const
  const about = courseId
    ? await courseAsSubject(scope, courseId)
    : needId
      ? await aboutNeed(scope, needId)
      : unsaid
  if (about) await keepEvidence({ ...scope, now: new Date(latest.givenAt) }, toId, 'thanked', about)
}

/** Which thanks a fact is about; what they are for is never changed. */
async function thanksOf(scope: Scope, kudosId: string): Promise<Thanks> {
  const { courseId, needId, toId } = await scope.db
    .selectFrom('kudos')
    .select(['courseId', 'needId', 'toId'])
    .where('orgId', '=', scope.org)
    .where('id', '=', kudosId)
    .executeTakeFirstOrThrow()
  return { kudosId, toId, courseId, needId }
}

/** Deletes all that was kept until detection was switched off. */
async function forgetEvidence(scope: Scope): Promise<void> {
  await scope.db
    .deleteFrom('evidence')
    .where('orgId', '=', scope.org)
    .where('at', '<=', scope.now.toISOString())
    .execute()
}

export const evidenceReactions: Reaction[] = [
  reaction('course.published', 'leader.published', async (scope, { data }) => {
    const { courseId, groupId, title, authorId, tags = [] } = data
    const about = { groupId, words: title }
    await keepCourse(scope, courseId, { ...about, authorId, tags })
    if (!data.isReadyMade)
      await keepEvidence(scope, authorId, 'published', { subject: 'course', subjectId: courseId, ...about })
  }),
  reaction('need.claimed', 'leader.claimed', async (scope, { data }) => {
    await keepEvidence(scope, data.memberId, 'claimed', await aboutNeed(scope, data.needId))
  }),
  reaction('review.given', 'leader.reviewed', async (scope, { data }) => {
    const { courseId, groupId, title, reviewerId, verdict, isBlind = false } = data
    // What was not approved may be a draft still, which nobody is to hear of; nor is it told who approved in a blind round.
    if (verdict !== 'approve' || isBlind) return
    await keepEvidence(scope, reviewerId, 'reviewed', {
      subject: 'course',
      subjectId: courseId,
      groupId,
      words: title,
    })
  }),
  reaction('comment.made', 'leader.answered', async (scope, { data, actorId }) => {
    const about =
      data.parentId && data.subject === 'course' ? await courseAsSubject(scope, data.subjectId) : null
    if (about && actorId) await keepEvidence(scope, actorId, 'answered', about)
  }),
  reaction('kudos.given', 'leader.thanked', (scope, { data }) => countThanks(scope, data)),
  reaction('kudos.withdrawn', 'leader.unthanked', async (scope, { data }) =>
    countThanks(scope, await thanksOf(scope, data.kudosId)),
  ),
  reaction('purpose.set', 'leader.forgotten', async (scope, { data }) => {
    if (data.purpose === 'detection' && !data.isOn) await forgetEvidence(scope)
  }),
]
