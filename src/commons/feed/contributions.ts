import { sql } from 'kysely'
import type { Fact } from '#facts'
import type { Scope } from '#platform/scope'
import { type Reaction, reaction } from '#record'
import { addEntry, forgetEntries } from './entries.ts'
import { courseOf } from './subjects.ts'

/** Takes stories of one contribution out: of its making, or of what was decided on it. */
const forget = (scope: Scope, contributionId: string, courseId: string, kinds: string[]) =>
  forgetEntries(
    scope,
    sql`select f.id from feed_entries f where f.org_id = ${scope.org} and f.course_id = ${courseId}
      and f.kind = any(${kinds}) and f.data->>'contributionId' = ${contributionId}::text`,
  )

/** Whoever gave something hears what became of it. */
async function tellGiver(
  scope: Scope,
  fact: Fact<'contribution.taken' | 'contribution.declined' | 'contribution.credited'>,
  words = '',
): Promise<void> {
  const { contributionId, courseId, memberId, kind: what } = fact.data
  const { groupId } = await courseOf(scope, courseId)
  const data = { contributionId, what, ...(words && { words: words.slice(0, 200) }) }
  await addEntry(scope, fact, { kind: fact.type, groupId, courseId, data }, [
    { memberId, reason: 'you-contributed' },
  ])
}

async function tellAuthor(
  scope: Scope,
  fact: Fact<'contribution.made' | 'contribution.returned'>,
): Promise<void> {
  const { contributionId, courseId, memberId, kind: what } = fact.data
  const { groupId, authorId } = await courseOf(scope, courseId)
  const entry = { kind: 'contribution.made' as const, groupId, courseId, data: { contributionId, what } }
  await addEntry(scope, { ...fact, actorId: memberId }, entry, [{ memberId: authorId, reason: 'you-wrote' }])
}

/** What is given to a course reaches its author, and what becomes of it whoever gave it; the next small thing whom it is proposed. */
export const contributions: Reaction[] = [
  reaction('contribution.made', 'feed.contribution-made', tellAuthor),
  reaction('contribution.taken', 'feed.contribution-taken', (scope, fact) => tellGiver(scope, fact)),
  reaction('contribution.declined', 'feed.contribution-declined', (scope, fact) =>
    tellGiver(scope, fact, fact.data.words),
  ),
  reaction('contribution.credited', 'feed.contribution-credited', (scope, fact) => tellGiver(scope, fact)),
  reaction('contribution.withdrawn', 'feed.contribution-withdrawn', (scope, { data }) =>
    forget(scope, data.contributionId, data.courseId, ['contribution.made']),
  ),
  reaction('contribution.returned', 'feed.contribution-returned', async (scope, fact) => {
    const { contributionId, courseId, from } = fact.data
    if (from === 'withdrawn') await tellAuthor(scope, fact)
    else await forget(scope, contributionId, courseId, ['contribution.taken', 'contribution.declined'])
  }),
  reaction('ladder.proposed', 'feed.ladder-proposed', async (scope, fact) => {
    const { memberId, rung, path, about, courseId, needId } = fact.data
    const groupId = courseId ? (await courseOf(scope, courseId)).groupId : scope.org
    const data = { rung, path, ...(about && { words: about }) }
    const entry = { kind: 'ladder.proposed' as const, groupId, courseId, needId, data }
    await addEntry(scope, fact, entry, [{ memberId, reason: 'you-help' }])
  }),
]
