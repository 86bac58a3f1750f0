import type { Fact, FactType } from '#facts'
import type { RuleEvent } from '../engine/event.ts'
import type { RoleName } from '../language.ts'
import type { Named, Subject, Subjects } from './subjects.ts'

/** Somebody who has a part in what happened. */
interface Somebody {
  role: RoleName
  id: string
  unnamed?: boolean
}

/** An event before it is known where its people belong, and which number it gets. */
export interface Draft
  extends Pick<RuleEvent, 'kind' | 'at' | 'key' | 'courseId' | 'needId' | 'mark' | 'stands'> {
  factId: string
  subject: Subject
  /** Whom it counts for comes first. */
  people: Somebody[]
}

type Told = Pick<Draft, 'kind' | 'key' | 'people'> &
  Partial<Pick<Draft, 'courseId' | 'needId' | 'mark' | 'stands'>> & { subject: Subject | undefined }

type Data = Record<string, unknown>
/** An id that a fact may leave out or say to be none. */
const idOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** The facts that rules act on. What rules themselves cause is none of them: no rule feeds another, or itself. */
export const heard = [
  'course.published',
  'review.given',
  'finding.resolved',
  'comment.accepted',
  'comment.made',
  'need.raised',
  'need.claimed',
  'need.answered',
  'course.completed',
  'kudos.given',
  'reaction.given',
  'reaction.withdrawn',
] as const satisfies readonly FactType[]

/** What has to be looked up to make events of some facts. */
export function namedIn(facts: readonly Fact[]): Named {
  const all = facts.map(({ type, data }) => ({ type, data: data as Data }))
  const ids = (...names: string[]) => [
    ...new Set(all.flatMap(({ data }) => names.flatMap((name) => idOf(data[name]) ?? []))),
  ]
  const subjects = (kind: string) =>
    all.flatMap(({ data }) => (data.subject === kind ? (idOf(data.subjectId) ?? []) : []))
  return {
    courseIds: [...new Set([...ids('courseId'), ...subjects('course')])],
    needIds: [...new Set([...ids('needId'), ...subjects('need')])],
    commentIds: ids('commentId', 'questionId'),
    versions: all.flatMap(({ type, data }) =>
      type === 'course.published' ? [`${data.courseId} ${data.version}`] : [],
    ),
  }
}

const role = (name: RoleName, id: string | null | undefined): Somebody[] => (id ? [{ role: name, id }] : [])

/** What people say of a course that tells whether it is useful to them. */
const judging = ['useful', 'learned', 'outdated', 'unclear', 'wrong', 'long']

type Of<Type extends FactType> = (fact: Fact<Type>, subjects: Subjects) => Told | null

/** A comment or a reaction is on a course or on a need. */
function placeOf({ subject, subjectId }: { subject: string; subjectId: string }, all: Subjects) {
  return subject === 'course'
    ? { courseId: subjectId, subject: all.courses.get(subjectId) }
    : { needId: subjectId, subject: all.needs.get(subjectId) }
}

const validated: Of<'course.published'> = ({ data }, all) => {
  const { courseId, needId, authorId, version, isReadyMade = false } = data
  if (isReadyMade) return null
  const approvals = all.approvals.get(`${courseId} ${version}`) ?? []
  const raiser = needId ? all.needs.get(needId)?.ownerId : null
  return {
    ...{ kind: 'course-validated', key: courseId, courseId, needId, subject: all.courses.get(courseId) },
    people: [
      ...role('author', authorId),
      // Nobody is given anything for validating what they wrote, nor for asking for it.
      ...approvals
        .filter(({ memberId }) => memberId !== authorId)
        .map(
          ({ memberId: id, isBlind }): Somebody => ({
            role: 'reviewer',
            id,
            ...(isBlind && { unnamed: true }),
          }),
        ),
      ...role('raiser', raiser === authorId ? null : raiser),
    ],
  }
}

const reviewed: Of<'review.given'> = ({ data }, all) => {
  const { reviewId, courseId, reviewerId: id, authorId, isBlind } = data
  const subject = all.courses.get(courseId)
  const people: Somebody[] =
    id === (authorId ?? subject?.ownerId) ? [] : [{ role: 'reviewer', id, ...(isBlind && { unnamed: true }) }]
  return { ...{ kind: 'review-given', key: `${reviewId} ${id}`, courseId, subject }, people }
}

const remarked: Of<'finding.resolved'> = ({ data }, all) => {
  const { findingId: key, courseId, authorId: id, resolution, isBlind } = data
  if (resolution !== 'accepted') return null
  const subject = all.courses.get(courseId)
  const people: Somebody[] =
    id === subject?.ownerId ? [] : [{ role: 'reviewer', id, ...(isBlind && { unnamed: true }) }]
  return { kind: 'remark-accepted', key, courseId, subject, people }
}

/** What leaders say among themselves is no event for rules. */
const isElsewhere = ({ subject }: { subject: string }) => subject !== 'course' && subject !== 'need'

const accepted: Of<'comment.accepted'> = ({ data }, all) => {
  if (isElsewhere(data)) return null
  const [answerer, asker] = [all.comments.get(data.commentId), all.comments.get(data.questionId)]
  const people = answerer === asker ? [] : [...role('answerer', answerer), ...role('asker', asker)]
  return { ...{ kind: 'answer-accepted', key: data.questionId }, people, ...placeOf(data, all) }
}

const commented: Of<'comment.made'> = ({ data }, all) => {
  if (isElsewhere(data)) return null
  const people = role('commenter', all.comments.get(data.commentId))
  return { ...{ kind: 'comment-made', key: data.commentId, ...placeOf(data, all) }, people }
}

const raised: Of<'need.raised'> = ({ data: { needId } }, all) => {
  const subject = all.needs.get(needId)
  return {
    ...{ kind: 'need-raised', key: needId, needId, subject },
    people: role('raiser', subject?.ownerId),
  }
}

const claimed: Of<'need.claimed'> = ({ data: { needId, memberId } }, all) => {
  const subject = all.needs.get(needId)
  const people =
    subject?.ownerId === memberId ? [] : [...role('claimer', memberId), ...role('raiser', subject?.ownerId)]
  return { ...{ kind: 'need-claimed', key: needId, needId, subject }, people }
}

const answered: Of<'need.answered'> = ({ data: { needId, courseId } }, all) => {
  const [subject, author] = [all.needs.get(needId), all.courses.get(courseId)?.ownerId]
  const others = (ids: readonly string[]) => ids.filter((id) => id !== author)
  return {
    ...{ kind: 'need-answered', key: needId, needId, courseId, subject },
    people: [
      // Whoever answers what they asked for themselves is given nothing.
      ...role('author', author === subject?.ownerId ? null : author),
      ...others(subject ? [subject.ownerId] : []).flatMap((id) => role('raiser', id)),
      ...others(all.voices.get(needId) ?? []).flatMap((id) => role('voicer', id)),
    ],
  }
}

const completed: Of<'course.completed'> = ({ data: { courseId, memberId } }, all) => {
  const subject = all.courses.get(courseId)
  const people =
    subject?.ownerId === memberId ? [] : [...role('learner', memberId), ...role('author', subject?.ownerId)]
  return { ...{ kind: 'course-completed', key: `${courseId} ${memberId}`, courseId, subject }, people }
}

const thanked: Of<'kudos.given'> = ({ data }, all) => {
  const { kudosId: key, fromId, toId, courseId, needId, isPrivate } = data
  const veil = isPrivate && { unnamed: true }
  return {
    ...{ kind: 'kudos-given', key, courseId, needId },
    subject: courseId ? all.courses.get(courseId) : needId ? all.needs.get(needId) : nowhere,
    people: [
      { role: 'receiver', id: toId, ...veil },
      { role: 'giver', id: fromId, ...veil },
    ],
  }
}

const judged: Of<'reaction.given' | 'reaction.withdrawn'> = ({ data, actorId, type }, all) => {
  const { subject: on, subjectId: courseId, anchor, kind: mark } = data
  if (on !== 'course' || !judging.includes(mark)) return null
  const subject = all.courses.get(courseId)
  return {
    ...{ kind: 'course-judged', key: '', courseId, subject },
    people:
      actorId === subject?.ownerId ? [] : [...role('learner', actorId), ...role('author', subject?.ownerId)],
    ...{ mark: `${mark} ${anchor}`, stands: type === 'reaction.given' },
  }
}

/** Thanks for nothing in particular belong to no group. */
const nowhere: Subject = { ownerId: '', path: [], tags: [], topicId: null }

const readers: { [Type in (typeof heard)[number]]: Of<Type> } = {
  'course.published': validated,
  'review.given': reviewed,
  'finding.resolved': remarked,
  'comment.accepted': accepted,
  'comment.made': commented,
  'need.raised': raised,
  'need.claimed': claimed,
  'need.answered': answered,
  'course.completed': completed,
  'kudos.given': thanked,
  'reaction.given': judged,
  'reaction.withdrawn': judged,
}

/** What a fact is to rules; null where it is nothing to them. */
export function resolve(fact: Fact, subjects: Subjects): Draft | null {
  const read = readers[fact.type as (typeof heard)[number]] as Of<FactType>
  const told = read(fact, subjects)
  if (!told?.subject) return null
  return {
    ...{ courseId: null, needId: null, mark: null, stands: null, ...told, subject: told.subject },
    ...{ factId: fact.id, at: new Date(fact.at).toISOString() },
  }
}
