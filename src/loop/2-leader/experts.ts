import { sql } from 'kysely'
import { getNeed } from '#need'
import { groupVisible } from '#people'
import { notFound } from '#platform/problem'
import { newIdIn, type Scope } from '#platform/scope'
import { type Reaction, reaction } from '#record'
import type { Expert } from './contract.ts'

type Kind = Expert['reasons'][number]['kind']
type Subject = Expert['reasons'][number]['subject']

/** What a trace of knowing weighs against the others: having taught it most, being thanked or asked least. */
const weights: Record<Kind, number> = { published: 4, reviewed: 2, answered: 2, thanked: 1.5, claimed: 1 }

/** Below this likeness two texts share little more than small words. */
const enough = 0.42

/**
 * The five members whose evidence speaks most of a need, each with at most three reasons. A trace counts by how
 * alike its words and the need's are (trigrams, accents and case forgiven), by kind, and half after a year.
 * Evidence from private groups counts only for readers who may see them.
 */
export async function suggestExperts(scope: Scope, needId: string): Promise<{ items: Expert[] }> {
  const need = await getNeed(scope, needId)
  const asked = `${need.title} ${need.details.slice(0, 300)}`
  const alike = sql<number>`greatest(word_similarity(folded(${need.title}), folded(e.words)),
    word_similarity(folded(e.words), folded(${asked})))`
  const rows = await scope.db
    .selectFrom('evidence as e')
    .innerJoin('members as m', (join) =>
      join.onRef('m.orgId', '=', 'e.orgId').onRef('m.id', '=', 'e.memberId'),
    )
    .innerJoin('groups as g', (join) => join.onRef('g.orgId', '=', 'e.orgId').onRef('g.id', '=', 'e.groupId'))
    .select(['e.kind', 'e.subject', 'e.subjectId', 'e.words', 'e.at', 'm.id', 'm.name', 'm.title'])
    .select(alike.as('alike'))
    .where('e.orgId', '=', scope.org)
    .where('e.memberId', '!=', scope.actor.id)
    .where('m.leftAt', 'is', null)
    .where(alike, '>', enough)
    .where(groupVisible(scope, 'g'))
    .orderBy('alike', 'desc')
    .limit(200)
    .execute()
  const people = new Map<string, Expert>()
  for (const { id, name, title, alike, kind, words, subject, subjectId, at } of rows) {
    const years = (scope.now.getTime() - Date.parse(at)) / (365 * 86_400_000)
    const expert = people.get(id) ?? { member: { id, name, title }, score: 0, reasons: [] }
    expert.score += alike * weights[kind as Kind] * 0.5 ** years
    if (expert.reasons.length < 3) {
      expert.reasons.push({ kind: kind as Kind, words, subject: subject as Subject, subjectId, at })
    }
    people.set(id, expert)
  }
  return { items: [...people.values()].sort((a, b) => b.score - a.score).slice(0, 5) }
}

/** The newest traces of what a member knows, at most ten; those of private groups for who may see them. */
export async function listEvidence(scope: Scope, memberId: string) {
  const member = await scope.db
    .selectFrom('members')
    .select('id')
    .where('orgId', '=', scope.org)
    .where('id', '=', memberId)
    .executeTakeFirst()
  if (!member) throw notFound('member')
  const rows = await scope.db
    .selectFrom('evidence as e')
    .innerJoin('groups as g', (join) => join.onRef('g.orgId', '=', 'e.orgId').onRef('g.id', '=', 'e.groupId'))
    .select(['e.kind', 'e.words', 'e.subject', 'e.subjectId', 'e.at'])
    .where('e.orgId', '=', scope.org)
    .where('e.memberId', '=', memberId)
    .where(groupVisible(scope, 'g'))
    .orderBy('e.at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(10)
    .execute()
  return { items: rows as Expert['reasons'] }
}

interface About {
  subject: Subject
  subjectId: string
  groupId: string
  words: string
}

async function keepEvidence(scope: Scope, memberId: string, kind: Kind, about: About): Promise<void> {
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
    const about = data.courseId
      ? await aboutCourse(scope, data.courseId)
      : data.needId && (await aboutNeed(scope, data.needId))
    if (about) await keepEvidence(scope, data.toId, 'thanked', about)
  }),
]
