import { z } from 'zod'

const id = z.uuid()
const boardTerms = z.object({ mode: z.string(), isAnonymous: z.boolean() })
const bonusTerms = z.object({ currency: z.string(), chain: z.array(z.string()), every: z.string() })
const rewardWords = {
  ...{ name: z.string(), about: z.string(), kind: z.string(), price: z.number(), approval: z.string() },
  limit: z.object({ most: z.number(), per: z.string() }).nullable(),
  ...{
    from: z.string().nullable(),
    until: z.string().nullable(),
    isDrawn: z.boolean(),
    groupIds: z.array(id),
  },
}
const redeemed = {
  redemptionId: id,
  rewardId: id,
  memberId: id,
  toId: id.nullable(),
  name: z.string(),
  state: z.string(),
}
const drawn = { drawId: id, rewardId: id, name: z.string() }
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
    isCommendation: z.boolean().optional(),
    fileId: id.optional(),
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

  'bonus.terms-set': z.object({ after: bonusTerms, before: bonusTerms.nullable() }),
  'bonus.budget-set': z.object({
    ...{ groupId: id, unit: z.string(), period: z.string(), amount: z.number(), before: z.number() },
  }),
  'bonus.proposed': z.object({
    ...{ bonusId: id, memberId: id, groupId: id, unit: z.string(), amount: z.number() },
    // The rule that did, where nobody else.
    ruleId: id.optional(),
  }),
  'bonus.decided': z.object({
    ...{ bonusId: id, memberId: id, proposedBy: id.nullable(), verdict: z.string(), step: z.number() },
    isLast: z.boolean(),
  }),
  'bonus.withdrawn': z.object({ bonusId: id }),
  'bonus.returned': z.object({ bonusId: id, memberId: id, why: z.string() }),
  'payroll.exported': z.object({ exportId: id, bonuses: z.number() }),

  'boards.set': z.object({ after: boardTerms, before: boardTerms }),
  'boards.left': z.object({ memberId: id }),
  'boards.returned': z.object({ memberId: id }),

  'celebration.posted': z.object({ month: z.string(), words: z.string() }),
  'celebration.withdrawn': z.object({ month: z.string() }),
  'reward.designed': z.object({ rewardId: id, pieces: z.number().nullable(), ...rewardWords }),
  'reward.changed': z.object({
    ...{ rewardId: id, isCounted: z.boolean(), ...rewardWords },
    before: z.object({ isCounted: z.boolean(), ...rewardWords }),
  }),
  'reward.archived': z.object({ rewardId: id }),
  'reward.restored': z.object({ rewardId: id }),
  'reward.stocked': z.object({ rewardId: id, change: z.number(), reason: z.string() }),
  'redemption.asked': z.object({ ...redeemed, price: z.number(), drawId: id.optional() }),
  'redemption.moved': z.object({ ...redeemed, from: z.string(), words: z.string() }),
  'draw.opened': z.object({
    ...drawn,
    pieces: z.number(),
    price: z.number(),
    closesAt: z.string(),
    commitment: z.string(),
  }),
  'draw.entered': z.object({ drawId: id, memberId: id }),
  'draw.left': z.object({ drawId: id, memberId: id }),
  'draw.drawn': z.object({
    ...drawn,
    seed: z.string(),
    entriesHash: z.string(),
    entries: z.number(),
    winnerIds: z.array(id),
  }),
  'draw.withdrawn': z.object({ ...drawn, reason: z.string() }),
  'rule.made': z.object({ ruleId: id, name: z.string() }),
  'rule.changed': z.object({ ruleId: id, version: z.number(), before: z.object({ version: z.number() }) }),
  'rule.switched-on': z.object({ ruleId: id, version: z.number(), before: z.number().nullable() }),
  'rule.switched-off': z.object({ ruleId: id, version: z.number() }),
  'rule.archived': z.object({ ruleId: id }),
  'rule.restored': z.object({ ruleId: id }),
  'rule.gave': z.object({
    ...{ giftId: id, ruleId: id, version: z.number(), memberId: id, points: z.number() },
    ...{ awardId: id.optional(), bonusId: id.optional(), isPrivate: z.boolean() },
    // Why no bonus was proposed.
    bonusAgainst: z.string().optional(),
  }),
  'rule.took-back': z.object({
    ...{ giftId: id, ruleId: id, version: z.number(), memberId: id },
    ...{ points: z.number(), missing: z.number(), awardId: id.optional(), bonusId: id.optional() },
    ...{ reason: z.string(), isPrivate: z.boolean() },
  }),
  'rings.asked': z.object({}),
  'rings.searched': z.object({ thanks: z.number(), found: z.number(), flagged: z.number() }),
  'ring.flagged': z.object({
    ...{ flagId: id, memberIds: z.array(id), thanks: z.number(), allThanks: z.number() },
    ...{ points: z.number(), allPoints: z.number() },
  }),
  'ring.decided': z.object({ flagId: id, memberIds: z.array(id), decision: z.string(), note: z.string() }),
  'ring.reopened': z.object({ flagId: id, before: z.object({ decision: z.string(), note: z.string() }) }),
}
