import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, line, listOf, moment, page, prose } from '#platform/http/endpoint'
import { comment, newComment } from '#talk/contract.ts'
import { longest, mostSteps } from './limits.ts'

/** The leaders' community: whoever leads a group, and administrators. */
const access = ['leader', 'admin'] as const
const group = z.object({ id: id(), name: z.string() })

export const postKind = z.enum(['program', 'practice', 'tip'])
export type PostKind = z.output<typeof postKind>

const day = z.iso.date().describe('such as 2026-11-27')
const step = z.strictObject({ text: line(longest.step), day: day.nullable().default(null) })

export const post = z.object({
  id: id(),
  kind: postKind,
  group: group.describe('for whose leaders it is, and those of the groups below'),
  title: z.string(),
  words: z.string(),
  steps: z.array(z.object({ text: z.string(), day: z.string().nullable() })).max(mostSteps),
  template: z
    .object({ id: id(), name: z.string(), language: z.enum(['en', 'fr']), group })
    .nullable()
    .describe('a template that comes with it, for those who may begin a course from it'),
  author: member,
  postedAt: moment(),
  editedAt: moment().nullable(),
  withdrawn: z.boolean(),
  pinned: z.boolean(),
  useful: z.number().int().describe('how many say that it is useful'),
  mine: z.boolean().describe('the reader is one of them'),
  comments: z.number().int(),
  can: z.object({ change: z.boolean(), pin: z.boolean() }),
})
export type Post = z.output<typeof post>

export const listPosts = endpoint('listPosts', {
  method: 'GET',
  path: '/community/posts',
  summary:
    'Programs, best practices and tips: what is pinned first, then the newest or the most useful. What was withdrawn is told to its author alone',
  access,
  query: page({
    kind: postKind.optional(),
    q: z.string().trim().max(100).optional(),
    sort: z.enum(['newest', 'useful']).default('newest'),
  }),
  returns: listOf(post),
})

const readyIdea = post.pick({ kind: true, title: true, words: true, steps: true }).extend({ key: z.string() })
export type ReadyIdea = z.output<typeof readyIdea>

export const listReadyIdeas = endpoint('listReadyIdeas', {
  method: 'GET',
  path: '/community/ready-ideas',
  summary: 'Programs, best practices and tips that come with Cairn: to be said in one’s own words and posted',
  access,
  returns: z.object({ items: z.array(readyIdea).max(50) }),
})

const aPost = z.strictObject({ postId: id() })

export const getPost = endpoint('getPost', {
  method: 'GET',
  path: '/community/posts/:postId',
  summary: 'One of them',
  access,
  params: aPost,
  returns: post,
  problems: ['post.not-found'],
})

const written = {
  title: line(longest.title),
  words: prose(longest.words),
  steps: z.array(step).max(mostSteps).default([]).describe('of a program'),
  templateId: id().nullable().default(null),
}

const example = {
  title: 'Your first course in a week',
  words: 'What worked for us in the torque lab.',
  steps: [{ text: 'Ask three colleagues what they are asked most.', day: null }],
}

export const makePost = endpoint('makePost', {
  method: 'POST',
  path: '/community/posts',
  summary: 'Post one, for all leaders or for those of a group that one leads',
  access,
  body: z.strictObject({ kind: postKind, groupId: id(), ...written }),
  returns: post,
  problems: ['group.not-found', 'post.not-leading', 'post.empty', 'post.no-template'],
  example: { kind: 'program', groupId: '01890000-0000-7000-8000-000000000000', ...example },
})

export const changePost = endpoint('changePost', {
  method: 'PUT',
  path: '/community/posts/:postId',
  summary: 'Say it in other words',
  access,
  params: aPost,
  body: z.strictObject(written),
  returns: post,
  problems: ['post.not-found', 'post.not-yours', 'post.empty', 'post.no-template'],
  example,
})

export const withdrawPost = endpoint('withdrawPost', {
  method: 'DELETE',
  path: '/community/posts/:postId',
  summary: 'Withdraw what one posted; it can be brought back',
  access,
  params: aPost,
  returns: post,
  problems: ['post.not-found', 'post.not-yours'],
})

export const returnPost = endpoint('returnPost', {
  method: 'PUT',
  path: '/community/posts/:postId/return',
  summary: 'Bring it back',
  access,
  params: aPost,
  returns: post,
  problems: ['post.not-found', 'post.not-yours'],
})

export const pinPost = endpoint('pinPost', {
  method: 'PUT',
  path: '/community/posts/:postId/pin',
  summary: 'Keep it at the top, as an administrator of its group',
  access,
  params: aPost,
  returns: post,
  problems: ['post.not-found', 'post.pin-not-yours'],
})

export const unpinPost = endpoint('unpinPost', {
  method: 'DELETE',
  path: '/community/posts/:postId/pin',
  summary: 'Let it go down again',
  access,
  params: aPost,
  returns: post,
  problems: ['post.not-found', 'post.pin-not-yours'],
})

export const markUseful = endpoint('markUseful', {
  method: 'PUT',
  path: '/community/posts/:postId/useful',
  summary: 'Say that it is useful',
  access,
  params: aPost,
  problems: ['post.not-found'],
})

export const unmarkUseful = endpoint('unmarkUseful', {
  method: 'DELETE',
  path: '/community/posts/:postId/useful',
  summary: 'Take that back',
  access,
  params: aPost,
  problems: ['post.not-found'],
})

export const listPostComments = endpoint('listPostComments', {
  method: 'GET',
  path: '/community/posts/:postId/comments',
  summary: 'What leaders say about it, in the order in which they did',
  access,
  params: aPost,
  query: page(),
  returns: listOf(comment),
  problems: ['post.not-found'],
})

export const commentOnPost = endpoint('commentOnPost', {
  method: 'POST',
  path: '/community/posts/:postId/comments',
  summary: 'Say something about it, or answer a comment',
  access,
  params: aPost,
  body: newComment.pick({ parentId: true, body: true }),
  returns: comment,
  problems: [
    ...['post.not-found', 'comment.removed'],
    ...['comment.mentions-many', 'comment.mentions-nobody', 'comment.mentions-outsider'],
  ],
  example: { body: 'How long did the second step take you?' },
})

const aComment = z.strictObject({ postId: id(), postCommentId: id() })

export const removePostComment = endpoint('removePostComment', {
  method: 'DELETE',
  path: '/community/posts/:postId/comments/:postCommentId',
  summary: 'Take a comment away; it can be brought back',
  access,
  params: aComment,
  returns: comment,
  problems: ['post.not-found', 'comment.remove-not-yours'],
})

export const returnPostComment = endpoint('returnPostComment', {
  method: 'PUT',
  path: '/community/posts/:postId/comments/:postCommentId/return',
  summary: 'Bring it back',
  access,
  params: aComment,
  returns: comment,
  problems: ['post.not-found', 'comment.remove-not-yours'],
})
