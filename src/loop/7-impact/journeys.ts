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
  const which = 'needId' in where ? sql`need_id = ${where.needId}` : sql`course_id = ${where.courseId}`
  await sql`update journeys set touched_at = greatest(touched_at, ${scope.now.toISOString()}::timestamptz), ${set}
    where org_id = ${scope.org} and ${which}`.execute(scope.db)
  tell(scope, { topics: ['loop'] })
}

const first = (scope: Scope, column: string) =>
  sql`${sql.ref(column)} = coalesce(${sql.ref(column)}, ${scope.now.toISOString()}::timestamptz)`

async function begin(
  scope: Scope,
  journey: { groupId: string; title: string; needId: string | null; courseId: string | null; voices: number },
): Promise<void> {
  const at = journey.courseId ? { draftedAt: scope.now } : { raisedAt: scope.now }
  await scope.db
    .insertInto('journeys')
    .values({ orgId: scope.org, id: newIdIn(scope), ...journey, ...at, touchedAt: scope.now })
    .onConflict((known) => known.doNothing())
    .execute()
  tell(scope, { topics: ['loop'] })
}

/** A course made for a need goes on with the need's journey; any further one begins its own. */
async function beginCourse(
  scope: Scope,
  data: { courseId: string; groupId: string; needId: string | null; title: string },
): Promise<void> {
  const { courseId, needId } = data
  if (needId) {
    const { rows } = await sql`update journeys set course_id = ${courseId}, ${first(scope, 'drafted_at')},
      touched_at = greatest(touched_at, ${scope.now.toISOString()}::timestamptz)
      where org_id = ${scope.org} and need_id = ${needId} and course_id is null returning id`.execute(
      scope.db,
    )
    if (rows.length > 0) return
  }
  await begin(scope, { ...data, needId: null, voices: 0 })
}

const countVoices = (needId: string, scope: Scope) =>
  sql`voices = (select voice_count from needs where org_id = ${scope.org} and id = ${needId})`

/** Every reaction that moves a journey on. Each sets a moment once, so that running late or again changes nothing. */
export const reactions: Reaction[] = [
  reaction('need.raised', 'impact.raised', (scope, { data }) =>
    begin(scope, {
      groupId: data.groupId,
      title: data.title,
      needId: data.needId,
      courseId: null,
      voices: 1,
    }),
  ),
  reaction('need.voiced', 'impact.voiced', (scope, { data }) =>
    change(scope, { needId: data.needId }, countVoices(data.needId, scope)),
  ),
  reaction('need.unvoiced', 'impact.unvoiced', (scope, { data }) =>
    change(scope, { needId: data.needId }, countVoices(data.needId, scope)),
  ),
  reaction('need.merged', 'impact.merged', (scope, { data }) =>
    change(scope, { needId: data.into }, countVoices(data.into, scope)),
  ),
  reaction('need.claimed', 'impact.claimed', (scope, { data }) =>
    change(scope, { needId: data.needId }, first(scope, 'claimed_at')),
  ),
  reaction('course.created', 'impact.drafted', (scope, { data }) => beginCourse(scope, data)),
  reaction('course.published', 'impact.validated', (scope, { data }) =>
    change(scope, { courseId: data.courseId }, first(scope, 'validated_at')),
  ),
  reaction('course.completed', 'impact.learned', (scope, { data }) =>
    change(
      scope,
      { courseId: data.courseId },
      sql`${first(scope, 'learned_at')}, completions = completions + 1, impact_at = case
        when completions + 1 >= ${enoughPeople} then coalesce(impact_at, ${scope.now.toISOString()}::timestamptz) end`,
    ),
  ),
  reaction('kudos.given', 'impact.thanked', async (scope, { data }) => {
    const where = data.courseId ? { courseId: data.courseId } : data.needId ? { needId: data.needId } : null
    if (where) await change(scope, where, sql`${first(scope, 'thanked_at')}, kudos = kudos + 1`)
  }),
]
