import { type RawBuilder, sql } from 'kysely'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { type Reaction, reaction } from '#record'

/** Three people who finished a course: enough to say that knowledge moved, and never one person alone. */
const enoughPeople = 3

async function change(
  scope: Scope,
  where: { needId: string } | { courseId: string },
  set: RawBuilder<unknown>,
): Promise<void> {
  // Reactions run in any order: the journey may have to begin here.
  if ('needId' in where) await beginNeed(scope, where.needId)
  else await beginCourse(scope, where.courseId)
  const which = 'needId' in where ? sql`need_id = ${where.needId}` : sql`course_id = ${where.courseId}`
  await sql`update journeys set touched_at = greatest(touched_at, ${scope.now.toISOString()}::timestamptz), ${set}
    where org_id = ${scope.org} and ${which}`.execute(scope.db)
  tell(scope, { topics: ['loop'] })
}

/** The earliest moment wins, whichever reaction runs first. */
const first = (scope: Scope, column: string) =>
  sql`${sql.ref(column)} = least(${sql.ref(column)}, ${scope.now.toISOString()}::timestamptz)`

/** When enough people had finished: looked up only while this completion may have been one of the first. */
const impactAt = (scope: Scope, courseId: string) => sql`impact_at = case
  when completions + 1 >= ${enoughPeople} and (impact_at is null or impact_at > ${scope.now.toISOString()}::timestamptz)
  then (select e.completed_at from enrollments e join courses c on c.org_id = e.org_id and c.id = e.course_id
    where e.org_id = ${scope.org} and e.course_id = ${courseId} and e.member_id <> c.author_id
    and e.completed_at is not null order by e.completed_at offset ${enoughPeople - 1} limit 1)
  else impact_at end`

/** The journey of a need, from the moment it was raised; there is one, however often this is asked. */
async function beginNeed(scope: Scope, needId: string): Promise<void> {
  await sql`insert into journeys (org_id, id, group_id, title, need_id, raised_at, touched_at, voices)
    select org_id, ${newIdIn(scope)}, group_id, title, id, raised_at, raised_at, voice_count
    from needs where org_id = ${scope.org} and id = ${needId}
    on conflict do nothing`.execute(scope.db)
  tell(scope, { topics: ['loop'] })
}

/** A course made for a need goes on with the need's journey; any further one begins its own, but for what came with Cairn. */
async function beginCourse(scope: Scope, courseId: string): Promise<void> {
  const course = await scope.db
    .selectFrom('courses')
    .select(['groupId', 'needId', 'title', 'createdAt', 'isReadyMade'])
    .where('orgId', '=', scope.org)
    .where('id', '=', courseId)
    .executeTakeFirstOrThrow()
  const { groupId, needId, title, createdAt, isReadyMade } = course
  if (isReadyMade) return
  if (needId) {
    await beginNeed(scope, needId)
    await sql`update journeys set course_id = ${courseId}, drafted_at = ${createdAt}::timestamptz,
      touched_at = greatest(touched_at, ${createdAt}::timestamptz)
      where org_id = ${scope.org} and need_id = ${needId} and course_id is null
        and not exists (select from journeys j where j.org_id = ${scope.org} and j.course_id = ${courseId})`.execute(
      scope.db,
    )
  }
  await scope.db
    .insertInto('journeys')
    .values({
      orgId: scope.org,
      id: newIdIn(scope),
      groupId,
      title,
      courseId,
      draftedAt: createdAt,
      touchedAt: createdAt,
    })
    .onConflict((known) => known.doNothing())
    .execute()
  tell(scope, { topics: ['loop'] })
}

/** Somebody finished a course. An author who looked through their own learned nothing from it. */
async function noteLearned(scope: Scope, courseId: string, memberId: string): Promise<void> {
  const { authorId } = await scope.db
    .selectFrom('courses')
    .select('authorId')
    .where('orgId', '=', scope.org)
    .where('id', '=', courseId)
    .executeTakeFirstOrThrow()
  if (authorId === memberId) return
  await change(
    scope,
    { courseId },
    sql`${first(scope, 'learned_at')}, completions = completions + 1, ${impactAt(scope, courseId)}`,
  )
}

/** The voices of a need; those of a merged one are counted where they went. */
const countVoices = (scope: Scope, needId: string) =>
  sql`voices = (select case when merged_into is null then voice_count else 0 end
    from needs where org_id = ${scope.org} and id = ${needId})`

/** Counts the voices of a need again, and of every need it was merged into. */
async function recountVoices(scope: Scope, needId: string): Promise<void> {
  for (let id: string | null = needId; id; ) {
    await change(scope, { needId: id }, countVoices(scope, id))
    const row: { mergedInto: string | null } | undefined = await scope.db
      .selectFrom('needs')
      .select('mergedInto')
      .where('orgId', '=', scope.org)
      .where('id', '=', id)
      .executeTakeFirst()
    id = row?.mergedInto ?? null
  }
}

/** Counts the thanks for a journey again: those that were not taken back, from the first of them on. */
async function recountKudos(scope: Scope, kudosId: string): Promise<void> {
  const about = await scope.db
    .selectFrom('kudos')
    .select(['courseId', 'needId'])
    .where('orgId', '=', scope.org)
    .where('id', '=', kudosId)
    .executeTakeFirstOrThrow()
  const { courseId, needId } = about
  const where = courseId ? { courseId } : needId ? { needId } : null
  if (!where) return
  const ofIt = sql`from kudos k where k.org_id = journeys.org_id and k.withdrawn_at is null
    and (k.course_id = journeys.course_id or k.need_id = journeys.need_id)`
  await change(
    scope,
    where,
    sql`kudos = (select count(*) ${ofIt}), thanked_at = (select min(k.given_at) ${ofIt})`,
  )
}

/** Every reaction that moves a journey on. Each sets a moment once, so that running late or again changes nothing. */
export const reactions: Reaction[] = [
  reaction('need.raised', 'impact.raised', (scope, { data }) => beginNeed(scope, data.needId)),
  reaction('need.voiced', 'impact.voiced', (scope, { data }) =>
    change(scope, { needId: data.needId }, countVoices(scope, data.needId)),
  ),
  reaction('need.unvoiced', 'impact.unvoiced', (scope, { data }) =>
    change(scope, { needId: data.needId }, countVoices(scope, data.needId)),
  ),
  reaction('need.merged', 'impact.merged', (scope, { data }) => recountVoices(scope, data.needId)),
  reaction('need.unmerged', 'impact.unmerged', async (scope, { data }) => {
    await recountVoices(scope, data.needId)
    await recountVoices(scope, data.from)
  }),
  reaction('need.claimed', 'impact.claimed', (scope, { data }) =>
    change(scope, { needId: data.needId }, first(scope, 'claimed_at')),
  ),
  // What somebody only tries things in is on no way to others; published after all, it is counted from then on.
  reaction('course.created', 'impact.drafted', async (scope, { data: { courseId, isPractice } }) => {
    if (!isPractice) await beginCourse(scope, courseId)
  }),
  reaction('course.published', 'impact.validated', (scope, { data }) =>
    change(scope, { courseId: data.courseId }, first(scope, 'validated_at')),
  ),
  reaction('course.completed', 'impact.learned', (scope, { data }) =>
    noteLearned(scope, data.courseId, data.memberId),
  ),
  reaction('kudos.given', 'impact.thanked', (scope, { data }) => recountKudos(scope, data.kudosId)),
  reaction('kudos.withdrawn', 'impact.unthanked', (scope, { data }) => recountKudos(scope, data.kudosId)),
]
