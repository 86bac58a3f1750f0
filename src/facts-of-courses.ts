import { z } from 'zod'

const id = z.uuid()
const block = z.string()
const succession = { successionId: id, fromId: id, toId: id, courseIds: z.array(id) }
const healthItem = { itemId: id, courseId: id, kind: z.string() }
const thresholds = z.object({
  lowest: z.number(),
  verifyAfterDays: z.number(),
  outdated: z.number(),
  wrong: z.number(),
  daysToAct: z.number(),
})
const charterRule = z.object({ level: z.string(), figure: z.number().nullable() })
const reviewPolicy = z.object({
  ...{ approvals: z.number(), approvers: z.array(z.string()), named: z.array(id), isBlind: z.boolean() },
  ...{ days: z.number(), mostOpen: z.number(), mayWiden: z.boolean(), trustedAfter: z.number().nullable() },
  mustPass: z.array(z.string()).optional(),
})
const saidOfCriterion = z.object({
  ...{ weight: z.number(), passesAt: z.number() },
  words: z.looseObject({ name: z.string() }).nullable(),
})

/** What can happen to courses and templates: written, checked, published, looked after and handed over. See facts.ts. */
export const courseFacts = {
  'course.created': z.object({
    ...{ courseId: id, groupId: id, needId: id.nullable(), title: z.string() },
    // Somebody tries things in it, for nobody else.
    isPractice: z.boolean().optional(),
  }),
  'course.discarded': z.object({ courseId: id }),
  'course.copy-kept': z.object({ courseId: id, version: z.number() }),
  'course.restored': z.object({ courseId: id, version: z.number() }),
  'course.published': z.object({
    courseId: id,
    groupId: id,
    needId: id.nullable(),
    authorId: id,
    version: z.number(),
    first: z.boolean(),
    title: z.string(),
    tags: z.array(z.string()).optional(),
    // It came with Cairn: whoever published it is credited with nothing, and nobody is told of each.
    isReadyMade: z.boolean().optional(),
  }),
  'course.retired': z.object({ courseId: id }),
  'course.returned': z.object({ courseId: id }),
  'course.verified': z.object({ courseId: id, version: z.number(), until: z.string().nullable() }),
  'course.unverified': z.object({ courseId: id, version: z.number() }),
  'course.merged': z.object({ courseId: id, into: id }),
  'course.unmerged': z.object({ courseId: id, from: id }),
  'courses.handed-over': z.object(succession),
  'courses.handed-back': z.object(succession),
  'file.uploaded': z.object({
    assetId: id,
    courseId: id.nullable(),
    mediaType: z.string(),
    size: z.number(),
  }),

  'course.dated': z.object({ courseId: id, verifyBy: z.string().nullable(), before: z.string().nullable() }),
  'course.template-taken': z.object({
    courseId: id,
    templateId: id,
    version: z.number(),
    before: z.number(),
  }),
  'course.template-left': z.object({ courseId: id, templateId: id, version: z.number() }),
  'template.made': z.object({
    ...{ templateId: id, groupId: id, name: z.string() },
    ...{ courseId: id.nullable(), original: z.string().nullable() },
  }),
  // How many blocks are new, gone, or other than in the version before.
  'template.published': z.object({
    ...{ templateId: id, groupId: id, name: z.string(), version: z.number() },
    ...{ added: z.number(), removed: z.number(), changed: z.number() },
  }),
  'template.copy-kept': z.object({ templateId: id, version: z.number() }),
  'template.archived': z.object({ templateId: id }),
  'template.restored': z.object({ templateId: id }),
  'charter.changed': z.object({
    groupId: id,
    rule: z.string(),
    before: charterRule.nullable(),
    after: charterRule.nullable(),
  }),
  'criterion.changed': z.object({
    groupId: id,
    criterion: z.string(),
    before: saidOfCriterion.nullable(),
    after: saidOfCriterion.nullable(),
  }),
  'review.judged': z.object({
    reviewId: id,
    courseId: id,
    reviewerId: id,
    criterion: z.string(),
    level: z.number().nullable(),
  }),
  'policy.changed': z.object({
    groupId: id,
    kind: z.string(),
    before: reviewPolicy.nullable(),
    after: reviewPolicy.nullable(),
    open: z.number(),
  }),
  'review.asked': z.object({
    reviewId: id,
    courseId: id,
    version: z.number(),
    round: z.number(),
    reviewerIds: z.array(id),
  }),
  'review.withdrawn': z.object({ reviewId: id, courseId: id }),
  'review.declined': z.object({ reviewId: id, courseId: id, reviewerId: id }),
  'review.assigned': z.object({
    ...{ reviewId: id, courseId: id, authorId: id, reviewerIds: z.array(id) },
    gaveWay: z.array(z.object({ memberId: id, by: z.string() })),
  }),
  'review.reminded': z.object({ reviewId: id, courseId: id, reviewerId: id }),
  'review.turn-ended': z.object({ reviewId: id, courseId: id, reviewerId: id, why: z.string() }),
  'review.relaxed': z.object({ reviewId: id, courseId: id, approvals: z.number(), before: z.number() }),
  'review.stranded': z.object({ reviewId: id, courseId: id, groupId: id }),
  'review.opinion-asked': z.object({ reviewId: id, courseId: id }),
  // Why, where somebody answers for it rather than the policy.
  'review.waived': z.object({
    courseId: id,
    version: z.number(),
    approved: z.number(),
    reason: z.string().optional(),
  }),
  'finding.made': z.object({
    findingId: id,
    reviewId: id,
    courseId: id,
    blockId: block,
    severity: z.string(),
  }),
  'finding.removed': z.object({ findingId: id, reviewId: id, courseId: id }),
  'finding.resolved': z.object({
    findingId: id,
    reviewId: id,
    courseId: id,
    resolution: z.string(),
    authorId: id,
    isBlind: z.boolean().optional(),
  }),
  'review.given': z.object({
    reviewId: id,
    courseId: id,
    groupId: id,
    title: z.string(),
    reviewerId: id,
    authorId: id.optional(),
    verdict: z.string(),
    isBlind: z.boolean().optional(),
  }),
  'health.set': z.object({ after: thresholds, before: thresholds }),
  'health.opened': z.object({
    ...healthItem,
    why: z.array(z.string()),
    ownerId: id.nullable(),
    dueOn: z.string(),
  }),
  'health.reopened': z.object(healthItem),
  'health.closed': z.object({ ...healthItem, outcome: z.string(), note: z.string().optional() }),
  'health.assigned': z.object({ ...healthItem, ownerId: id, before: id.nullable() }),
}
