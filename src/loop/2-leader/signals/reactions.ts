import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import { type Reaction, reaction } from '#record'
import { aboutCourse } from '../courses.ts'
import { askForDetection } from '../detection/task.ts'
import { forgetPreviews, forgetScores } from '../detection/write.ts'
import { forgetSurveys } from '../surveys/forget.ts'
import { forgetSignals } from './forget.ts'
import { dropSignal, keepSignal, lockSignal } from './keep.ts'
import { talkSignals } from './talk.ts'
import { countUseful } from './useful.ts'

/** Who raised a need, or null for none. */
async function raiserOf(scope: Scope, needId: string | null): Promise<string | null> {
  if (needId === null) return null
  const { raisedBy } = await scope.db
    .selectFrom('needs')
    .select('raisedBy')
    .where('orgId', '=', scope.org)
    .where('id', '=', needId)
    .executeTakeFirstOrThrow()
  return raisedBy
}

/** What a reaction says of a course to its author. */
const sayings = { useful: ['useful', 'learned'], outdated: ['outdated'] } as const

/** A reader's word on a course counts once, however many of its blocks they said it of, and as long as it stands. */
async function countReader(scope: Scope, kind: keyof typeof sayings, courseId: string, memberId: string) {
  const about = await aboutCourse(scope, courseId)
  if (!about) return
  await lockSignal(scope, `course:${courseId}`)
  const key = `${kind}:${courseId}:${memberId}`
  const said = await scope.db
    .selectFrom('reactions')
    .select('at')
    .where('orgId', '=', scope.org)
    .where('subject', '=', 'course')
    .where('subjectId', '=', courseId)
    .where('memberId', '=', memberId)
    .where('kind', 'in', sayings[kind])
    .orderBy('at')
    .limit(1)
    .executeTakeFirst()
  const words = { kind, helperId: about.authorId, helpedId: memberId } as const
  if (said)
    await keepSignal(
      { ...scope, now: new Date(said.at) },
      { key, ...words, subject: 'course', subjectId: courseId },
    )
  else await dropSignal(scope, key)
  await countUseful(scope, courseId)
}

/** Thanks count as long as they are not withdrawn. */
async function countThanks(scope: Scope, kudosId: string): Promise<void> {
  const key = `kudos:${kudosId}`
  await lockSignal(scope, key)
  const { toId, fromId, givenAt, withdrawnAt, courseId, needId, isPrivate, isCommendation } = await scope.db
    .selectFrom('kudos')
    .select(['toId', 'fromId', 'givenAt', 'withdrawnAt', 'courseId', 'needId', 'isPrivate', 'isCommendation'])
    .where('orgId', '=', scope.org)
    .where('id', '=', kudosId)
    .executeTakeFirstOrThrow()
  if (withdrawnAt !== null) return dropSignal(scope, key)
  const about = courseId
    ? { subject: 'course' as const, subjectId: courseId }
    : needId
      ? { subject: 'need' as const, subjectId: needId }
      : {}
  const then = { ...scope, now: new Date(givenAt) }
  // Who gave private thanks reads what is held on them too: whom they thanked they may not know.
  const who = { helperId: toId, helpedId: fromId, isVeiled: isPrivate }
  const kind = isCommendation ? 'commended' : 'thanked'
  await keepSignal(then, { key, kind, ...who, ...about })
}

/** A claim is help as long as it is held, in whatever order it becomes known that it was given back. */
const countClaim = async (scope: Scope, claimId: string) => {
  const key = `claim:${claimId}`
  await lockSignal(scope, key)
  const { needId, memberId, claimedAt, releasedAt } = await scope.db
    .selectFrom('claims')
    .select(['needId', 'memberId', 'claimedAt', 'releasedAt'])
    .where('orgId', '=', scope.org)
    .where('id', '=', claimId)
    .executeTakeFirstOrThrow()
  if (releasedAt !== null) return dropSignal(scope, key)
  const then = { ...scope, now: new Date(claimedAt) }
  const about = { subject: 'need' as const, subjectId: needId }
  const helpedId = await raiserOf(scope, needId)
  await keepSignal(then, { key, kind: 'claimed', helperId: memberId, helpedId, ...about })
}

const onReaction = async (
  scope: Scope,
  { subject, subjectId, kind }: { subject: string; subjectId: string; kind: string },
  actorId: string | null,
) => {
  if (subject !== 'course' || !actorId) return
  for (const [name, kinds] of Object.entries(sayings))
    if (kinds.some((one) => one === kind))
      await countReader(scope, name as keyof typeof sayings, subjectId, actorId)
}

export const signalReactions: Reaction[] = [
  reaction('course.published', 'leader.signal-published', async (scope, { data }) => {
    const { courseId, authorId: helperId, needId, isReadyMade = false } = data
    if (isReadyMade) return
    const helpedId = await raiserOf(scope, needId)
    const about = { subject: 'course', subjectId: courseId } as const
    await keepSignal(scope, { key: `course:${courseId}`, kind: 'published', helperId, helpedId, ...about })
  }),
  reaction('need.claimed', 'leader.signal-claimed', (scope, { data }) => countClaim(scope, data.claimId)),
  reaction('need.released', 'leader.signal-released', (scope, { data }) => countClaim(scope, data.claimId)),
  reaction('review.given', 'leader.signal-reviewed', async (scope, { data }) => {
    const { reviewId, courseId, reviewerId: helperId, authorId = null, isBlind = false } = data
    // An author reads what helped them: of a blind review that must not be who it was.
    const who = { helperId, helpedId: authorId, isVeiled: isBlind }
    const key = `review:${reviewId}:${helperId}`
    const about = { subject: 'course', subjectId: courseId } as const
    await keepSignal(scope, { key, kind: 'reviewed', ...who, ...about })
  }),
  reaction('finding.resolved', 'leader.signal-finding', async (scope, { data, actorId }) => {
    const { findingId, courseId, authorId: helperId, resolution, isBlind = false } = data
    if (resolution !== 'accepted') return
    const who = { helperId, helpedId: actorId, isVeiled: isBlind }
    const about = { subject: 'course', subjectId: courseId } as const
    const key = `finding:${findingId}`
    await keepSignal(scope, { key, kind: 'accepted', ...who, ...about })
  }),
  ...talkSignals,
  reaction('reaction.given', 'leader.signal-reaction', (scope, { data, actorId }) =>
    onReaction(scope, data, actorId),
  ),
  reaction('reaction.withdrawn', 'leader.signal-reaction-back', (scope, { data, actorId }) =>
    onReaction(scope, data, actorId),
  ),
  reaction('kudos.given', 'leader.signal-thanked', (scope, { data }) => countThanks(scope, data.kudosId)),
  reaction('kudos.withdrawn', 'leader.signal-unthanked', (scope, { data }) =>
    countThanks(scope, data.kudosId),
  ),
  reaction('purpose.set', 'leader.signals-forgotten', async (scope, { data }) => {
    if (data.isOn) return
    await forgetSignals(scope, data.purpose)
    // Surveys are for detection alone.
    if (data.purpose === 'survey' || data.purpose === 'detection') await forgetSurveys(scope)
    if (data.purpose !== 'detection') return askForDetection(scope)
    await forgetScores(scope)
    await forgetPreviews(scope)
    await sql`delete from handovers where org_id = ${scope.org} and why = 'left'`.execute(scope.db)
  }),
]
