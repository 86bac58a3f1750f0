import { z } from 'zod'
import { endpoint, id, listOf, page } from '#platform/http/endpoint'
import {
  anchor,
  comment,
  commentCount,
  newComment,
  reactionCount,
  reactionKind,
  said,
} from '#talk/contract.ts'

/** Talk inside a course: comments and reactions on it and on its blocks. */
const aCourse = z.strictObject({ courseId: id() })
const aComment = z.strictObject({ courseId: id(), commentId: id() })

/** What may be wrong with whom words point to. */
const pointing = ['comment.mentions-many', 'comment.mentions-nobody', 'comment.mentions-outsider'] as const

export const listCourseComments = endpoint('listCourseComments', {
  method: 'GET',
  path: '/courses/:courseId/comments',
  summary: 'What people say in a course, and on which step; `stepId` keeps to one step',
  access: 'signed-in',
  params: aCourse,
  query: page({ stepId: anchor.optional(), order: z.enum(['oldest', 'newest']).default('oldest') }),
  returns: listOf(comment.extend({ stepId: z.string().nullable() })),
})

export const countCourseComments = endpoint('countCourseComments', {
  method: 'GET',
  path: '/courses/:courseId/comment-counts',
  summary:
    'How many things were said, on the whole first, then block by block; `stepId` keeps to one step. What was removed is not counted',
  access: 'signed-in',
  params: aCourse,
  query: page({ stepId: anchor.optional() }),
  returns: listOf(commentCount),
})

export const commentOnCourse = endpoint('commentOnCourse', {
  method: 'POST',
  path: '/courses/:courseId/comments',
  summary:
    'Ask or add something, on a block or on the whole; or answer a comment. `@[id]` points to a member who may see the course',
  access: 'signed-in',
  params: aCourse,
  body: newComment,
  returns: comment,
  problems: ['comment.removed', 'comment.no-such-place', ...pointing],
  example: { body: 'Is a tenth enough for class 0.1 sensors?' },
})

export const changeCourseComment = endpoint('changeCourseComment', {
  method: 'PATCH',
  path: '/courses/:courseId/comments/:commentId',
  summary: 'Change one’s own words',
  access: 'signed-in',
  params: aComment,
  body: z.strictObject({ body: said }),
  returns: comment,
  problems: ['comment.not-yours', ...pointing],
  example: { body: 'Is a twentieth enough?' },
})

export const removeCourseComment = endpoint('removeCourseComment', {
  method: 'DELETE',
  path: '/courses/:courseId/comments/:commentId',
  summary: 'Take a comment away; it can be brought back',
  access: 'signed-in',
  params: aComment,
  returns: comment,
  problems: ['comment.remove-not-yours'],
})

export const returnCourseComment = endpoint('returnCourseComment', {
  method: 'PUT',
  path: '/courses/:courseId/comments/:commentId/return',
  summary: 'Bring a removed comment back',
  access: 'signed-in',
  params: aComment,
  returns: comment,
  problems: ['comment.remove-not-yours'],
})

export const acceptAnswer = endpoint('acceptAnswer', {
  method: 'PUT',
  path: '/courses/:courseId/comments/:commentId/acceptance',
  summary: 'Say that this answered one’s question; it takes the place of the answer accepted before',
  access: 'signed-in',
  params: aComment,
  returns: comment,
  problems: [
    'comment.not-your-question',
    'comment.no-answer',
    'comment.own-answer',
    'comment.answer-removed',
    'comment.question-removed',
  ],
})

export const unacceptAnswer = endpoint('unacceptAnswer', {
  method: 'DELETE',
  path: '/courses/:courseId/comments/:commentId/acceptance',
  summary: 'Take back that this answered one’s question',
  access: 'signed-in',
  params: aComment,
  returns: comment,
  problems: ['comment.not-your-question', 'comment.no-answer', 'comment.own-answer'],
})

const aReaction = z.strictObject({ courseId: id(), kind: reactionKind })
const where = z.strictObject({ anchor: anchor.default('') })

export const listCourseReactions = endpoint('listCourseReactions', {
  method: 'GET',
  path: '/courses/:courseId/reactions',
  summary: 'How many reacted how: to the whole first, then block by block; `stepId` keeps to one step',
  access: 'signed-in',
  params: aCourse,
  query: page({ stepId: anchor.optional() }),
  returns: listOf(reactionCount),
})

export const reactToCourse = endpoint('reactToCourse', {
  method: 'PUT',
  path: '/courses/:courseId/reactions/:kind',
  summary: 'React to a course or a block',
  access: 'signed-in',
  params: aReaction,
  query: where,
  problems: ['reaction.no-such-place'],
})

export const unreactToCourse = endpoint('unreactToCourse', {
  method: 'DELETE',
  path: '/courses/:courseId/reactions/:kind',
  summary: 'Take a reaction back',
  access: 'signed-in',
  params: aReaction,
  query: where,
})
