import type { CallInput } from '#platform/http/call'
import { listRuleGifts } from '#recognition/given.contract.ts'
import * as ledger from '#recognition/ledger.contract.ts'
import * as rules from '#recognition/rule.contract.ts'
import { applyRules } from '#recognition/rules/apply.ts'
import { bringIn } from '#recognition/rules/journal/keep.ts'
import * as reviews from '#validation/contract.ts'
import type { Organization, Person } from './organization.ts'
import { approve, draft } from './reviewing.ts'

export type NewRule = Exclude<NonNullable<CallInput<typeof rules.makeRule>['body']>, Blob>

/** Fifty points to who wrote a course that is validated, ten to each who approved it. */
export const validated: NewRule = {
  name: 'A course is validated',
  when: { is: 'event', event: 'course-validated' },
  gives: [
    { to: 'author', points: 50 },
    { to: 'reviewer', points: 10 },
  ],
  about: {},
  caps: { member: null, month: null },
}

/** A rule that acts from now on. */
export async function ruleOn(admin: Person, rule: NewRule = validated) {
  const { id: ruleId } = await admin.does(rules.makeRule, { body: rule })
  return admin.does(rules.switchRuleOn, { params: { ruleId }, body: { version: 1 } })
}

/** How many points somebody has. */
export const pointsOf = async (who: Person) =>
  (await who.does(ledger.listAccounts)).items.find(({ kind }) => kind === 'points')?.balance ?? 0

/** A course that somebody wrote and others approved: it is validated. */
export async function validate(
  author: Person,
  groupId: string,
  reviewers: Person[],
  { title = 'Zero it', isBlind = false } = {},
) {
  const courseId = await draft(author, groupId, title)
  // Of a blind round nobody chooses who reads.
  const reviewerIds = isBlind ? [] : reviewers.map(({ id }) => id)
  const { id: reviewId } = await author.does(reviews.askForReview, {
    ...{ params: { courseId }, body: { reviewerIds } },
  })
  for (const who of reviewers) await who.does(reviews.giveVerdict, { params: { reviewId }, ...approve })
  return { courseId, reviewId }
}

/** A rule that acts in a setting, about its private group. */
export async function ruleIn({ admin }: { admin: Person }, groupId: string) {
  const { id: ruleId } = await ruleOn(admin, {
    ...{ name: 'A secret rule', when: { is: 'event', event: 'kudos-given' }, about: { groupIds: [groupId] } },
    ...{ gives: [{ to: 'receiver', points: 3 }], caps: { member: { times: 9, per: 'month' }, month: null } },
  })
  return { ruleId }
}

/** What a rule gave first, once everything that happened was brought in. */
export async function giftIn({ org, admin }: { org: Organization; admin: Person }, ruleId: string) {
  await org.as(async (scope) => applyRules(scope, (await bringIn(scope, null)).events))
  const { items } = await admin.does(listRuleGifts, { params: { ruleId } })
  return { giftId: items[0]?.id ?? '' }
}
