import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, whole } from '#platform/http/endpoint'
import { criterionKey } from './criteria.contract.ts'
import { contentKinds } from './policy/kinds.ts'
import { approvers } from './queue/policy.ts'

/** Kinds of content: the template that a course follows, or `any`. */
const kind = z.union([z.enum(contentKinds), id()])

const said = {
  approvals: whole(1).max(5),
  approvers: z.array(z.enum(approvers)).min(1).max(approvers.length),
  isBlind: z.boolean(),
  days: whole(1).max(30),
  mostOpen: whole(1).max(20),
  mayWiden: z.boolean(),
  trustedAfter: whole(0).max(100).nullable(),
  /** Criteria that must pass before somebody may approve, by key. */
  mustPass: z.array(criterionKey).max(20),
}

/** What holds for one kind of content of a group. */
export const validationPolicy = z.object({
  ...said,
  kind,
  /** What an own template is called; null for kinds that have a name in every language. */
  name: z.string().nullable(),
  /** Who may approve by name, where `approvers` says so. */
  named: z.array(member).max(20),
  /** Which group says so: this one, or the nearest above it; null where none does. */
  from: z.object({ id: id(), name: z.string() }).nullable(),
})
export type ValidationPolicy = z.output<typeof validationPolicy>

const policies = z.object({
  group: z.object({ id: id(), name: z.string() }),
  /** For all kinds first, then for those of which a group says something. */
  items: z.array(validationPolicy).max(200),
  /** Of which kinds something may be said, own templates last. */
  kinds: z.array(z.object({ kind, name: z.string().nullable() })).max(200),
  can: z.object({ change: z.boolean() }),
})
export type Policies = z.output<typeof policies>

export const getPolicies = endpoint('getPolicies', {
  method: 'GET',
  path: '/groups/:groupId/validation-policies',
  summary:
    'What the review of a group’s courses asks for: of all kinds of content, and of some (200 at most)',
  access: 'signed-in',
  params: z.strictObject({ groupId: id() }),
  returns: policies,
})

const aPolicy = z.strictObject({ groupId: id(), kind })

export const setPolicy = endpoint('setPolicy', {
  method: 'PUT',
  path: '/groups/:groupId/validation-policies/:kind',
  summary:
    'Say what the review of a kind of content asks for, for a group and those below that say nothing else; rounds that are open keep what they were asked under',
  access: 'signed-in',
  params: aPolicy,
  body: z.strictObject({
    ...said,
    namedIds: z.array(id()).max(20).default([]),
    mustPass: said.mustPass.default([]),
  }),
  returns: policies,
  problems: [
    'policy.not-yours',
    'policy.nobody-named',
    'policy.no-member',
    'policy.no-criterion',
    'template.not-found',
  ],
  example: {
    approvals: 2,
    approvers: ['experts', 'leaders'],
    isBlind: false,
    days: 5,
    mostOpen: 3,
    mayWiden: true,
    trustedAfter: null,
    mustPass: ['accuracy'],
  },
})

export const leavePolicy = endpoint('leavePolicy', {
  method: 'DELETE',
  path: '/groups/:groupId/validation-policies/:kind',
  summary: 'Say nothing of a kind of content any more: what holds above, or for all kinds, holds',
  access: 'signed-in',
  params: aPolicy,
  returns: policies,
  problems: ['policy.not-yours'],
})

export const publishTrusted = endpoint('publishTrusted', {
  method: 'POST',
  path: '/courses/:courseId/publication',
  summary:
    'Publish the draft as it is without a review: who leads there and was approved as often as the policy asks',
  access: 'signed-in',
  params: z.strictObject({ courseId: id() }),
  returns: z.object({ version: z.number().int() }),
  status: 201,
  problems: [
    'review.not-trusted',
    'review.open-already',
    'course.not-yours',
    'course.empty',
    'course.unfinished-question',
    'course.discarded',
    'review.charter',
    'review.pictures-pending',
  ],
})
