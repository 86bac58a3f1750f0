import { expect, test } from 'vitest'
import type { Fact, FactData, FactType } from '#facts'
import { heard, namedIn, resolve } from './resolve.ts'
import type { Subject, Subjects } from './subjects.ts'

const subject = (ownerId: string): Subject => ({ ownerId, path: ['root'], tags: [], topicId: null })
const subjects: Subjects = {
  courses: new Map([['course', subject('dana')]]),
  needs: new Map([
    ['need', subject('mei')],
    ['own', subject('dana')],
  ]),
  comments: new Map([
    ['question', 'mei'],
    ['answer', 'dana'],
    ['own answer', 'mei'],
  ]),
  approvals: new Map([
    [
      'course 1',
      [
        { version: 'course 1', memberId: 'dana', isBlind: false },
        { version: 'course 1', memberId: 'priya', isBlind: false },
        { version: 'course 1', memberId: 'kofi', isBlind: true },
      ],
    ],
  ]),
  voices: new Map([
    ['need', ['mei', 'tomas', 'dana']],
    ['own', ['dana', 'tomas']],
  ]),
}

const fact = <Type extends FactType>(type: Type, data: FactData<Type>, actorId: string | null = null) =>
  ({ id: 'fact', type, at: '2026-03-02T09:00:00.000Z', actorId, data }) as Fact
const partsOf = <Type extends FactType>(type: Type, data: FactData<Type>, actorId?: string) =>
  resolve(fact(type, data, actorId), subjects)?.people.map(({ role, id, unnamed }) =>
    [role, id, ...(unnamed ? ['unnamed'] : [])].join(' '),
  )

const publication = {
  courseId: 'course',
  groupId: 'root',
  authorId: 'dana',
  version: 1,
  first: true,
  title: '',
}

test('who wrote a course has no part in validating it, and who read it blind is not to be named', () => {
  expect(partsOf('course.published', { ...publication, needId: 'need' })).toEqual([
    'author dana',
    'reviewer priya',
    'reviewer kofi unnamed',
    'raiser mei',
  ])
  expect(partsOf('course.published', { ...publication, needId: 'own' })).not.toContain('raiser dana')
  const given = { reviewId: 'r', courseId: 'course', groupId: 'root', title: '', verdict: 'approve' }
  expect(partsOf('review.given', { ...given, reviewerId: 'dana' })).toEqual([])
  expect(partsOf('review.given', { ...given, reviewerId: 'kofi', isBlind: true })).toEqual([
    'reviewer kofi unnamed',
  ])
})

test('nobody has a part in answering, claiming or judging what is their own', () => {
  const at = { questionId: 'question', subject: 'course', subjectId: 'course' }
  expect(partsOf('comment.accepted', { commentId: 'answer', ...at })).toEqual(['answerer dana', 'asker mei'])
  expect(partsOf('comment.accepted', { commentId: 'own answer', ...at })).toEqual([])
  expect(partsOf('need.claimed', { needId: 'need', claimId: 'c', memberId: 'dana' })).toEqual([
    'claimer dana',
    'raiser mei',
  ])
  expect(partsOf('need.claimed', { needId: 'own', claimId: 'c', memberId: 'dana' })).toEqual([])
  expect(partsOf('need.answered', { needId: 'need', courseId: 'course' })).toEqual([
    'author dana',
    'raiser mei',
    'voicer mei',
    'voicer tomas',
  ])
  expect(partsOf('need.answered', { needId: 'own', courseId: 'course' })).toEqual(['voicer tomas'])
  expect(partsOf('course.completed', { courseId: 'course', memberId: 'dana' })).toEqual([])
  const useful = { subject: 'course', subjectId: 'course', anchor: '', kind: 'useful' }
  expect(partsOf('reaction.given', useful, 'dana')).toEqual([])
  expect(partsOf('reaction.given', useful, 'mei')).toEqual(['learner mei', 'author dana'])
})

test('what says nothing of a course, or of what is gone, is nothing to rules', () => {
  const like = { subject: 'course', subjectId: 'course', anchor: '', kind: 'like' }
  expect(resolve(fact('reaction.given', like, 'mei'), subjects)).toBeNull()
  expect(
    resolve(fact('reaction.given', { ...like, kind: 'useful', subject: 'post' }, 'mei'), subjects),
  ).toBeNull()
  expect(resolve(fact('need.raised', { needId: 'gone', groupId: 'root', title: '' }), subjects)).toBeNull()
  const resolved = { findingId: 'f', reviewId: 'r', courseId: 'course', authorId: 'priya' }
  expect(resolve(fact('finding.resolved', { ...resolved, resolution: 'dismissed' }), subjects)).toBeNull()
})

test('all that some facts name is looked up at once', () => {
  const facts = [
    fact('course.published', { ...publication, needId: 'need' }),
    fact('comment.accepted', {
      commentId: 'answer',
      questionId: 'question',
      subject: 'need',
      subjectId: 'own',
    }),
  ]
  expect(namedIn(facts)).toEqual({
    ...{ courseIds: ['course'], needIds: ['need', 'own'] },
    ...{ commentIds: ['answer', 'question'], versions: ['course 1'] },
  })
  expect(new Set(heard).size).toBe(heard.length)
})
