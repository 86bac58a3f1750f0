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

  'rule.made': z.object({ ruleId: id, name: z.string() }),
  'rule.changed': z.object({ ruleId: id, version: z.number(), before: z.object({ version: z.number() }) }),
  'rule.switched-on': z.object({ ruleId: id, version: z.number(), before: z.number().nullable() }),
  'rule.switched-off': z.object({ ruleId: id, version: z.number() }),
  'rule.archived': z.object({ ruleId: id }),
  'rule.restored': z.object({ ruleId: id }),
  'rule.gave': z.object({
    ...{ giftId: id, ruleId: id, version: z.number(), memberId: id, points: z.number() },
    ...{ awardId: id.optional(), isPrivate: z.boolean() },
  }),
  'rule.took-back': z.object({
    ...{ giftId: id, ruleId: id, version: z.number(), memberId: id },
    ...{ points: z.number(), missing: z.number(), awardId: id.optional() },
    ...{ reason: z.string(), isPrivate: z.boolean() },
  }),
}
