import { z } from 'zod'

const id = z.uuid()
const recognitionTerms = z.object({ allowance: z.number(), timeZone: z.string() })

/** What can happen in thanking, and in what is given with it. See facts.ts. */
export const recognitionFacts = {
  'kudos.given': z.object({
    kudosId: id,
    fromId: id,
    toId: id,
    courseId: id.nullable(),
    needId: id.nullable(),
    reviewId: id.optional(),
    togetherId: id.optional(),
    points: z.number().optional(),
    isPrivate: z.boolean().optional(),
  }),
  'kudos.withdrawn': z.object({ kudosId: id, fromId: id, toId: id }),
  'recognition.set': z.object({ after: recognitionTerms, before: recognitionTerms }),
  'value.added': z.object({ valueId: id, name: z.string(), about: z.string() }),
  'value.changed': z.object({
    ...{ valueId: id, name: z.string(), about: z.string() },
    before: z.object({ name: z.string(), about: z.string() }),
  }),
  'value.archived': z.object({ valueId: id }),
  'value.restored': z.object({ valueId: id }),

  'badge.designed': z.object({ badgeId: id, name: z.string() }),
  'badge.changed': z.object({
    badgeId: id,
    version: z.number(),
    before: z.object({ version: z.number(), awarders: z.string(), isPublic: z.boolean() }),
  }),
  'badge.archived': z.object({ badgeId: id }),
  'badge.restored': z.object({ badgeId: id }),
  'badge.awarded': z.object({
    ...{ awardId: id, badgeId: id, memberId: id, level: z.number(), groupId: id },
    awardedBy: id.nullable(),
    ruleId: z.string().optional(),
  }),
  'badge.revoked': z.object({ awardId: id, badgeId: id, memberId: id, reason: z.string() }),
  'badge.shown': z.object({ awardId: id, isShown: z.boolean() }),
  'badge.shared': z.object({ awardId: id }),
  'badge.unshared': z.object({ awardId: id }),
  'badge.key-made': z.object({ keyId: id }),

  'rings.asked': z.object({}),
  'rings.searched': z.object({ thanks: z.number(), found: z.number(), flagged: z.number() }),
  'ring.flagged': z.object({
    ...{ flagId: id, memberIds: z.array(id), thanks: z.number(), allThanks: z.number() },
    ...{ points: z.number(), allPoints: z.number() },
  }),
  'ring.decided': z.object({ flagId: id, memberIds: z.array(id), decision: z.string(), note: z.string() }),
  'ring.reopened': z.object({ flagId: id, before: z.object({ decision: z.string(), note: z.string() }) }),
}
