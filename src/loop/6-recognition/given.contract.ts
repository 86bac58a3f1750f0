import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, listOf, moment, page, prose, whole, wholeText } from '#platform/http/endpoint'
import { bonusState } from './bonus.contract.ts'
import { mostRules } from './limits.ts'
import { aRule, role, shownRule } from './rule.contract.ts'
import { reasonsAgainst } from './rules/language.ts'

const aVersion = z.strictObject({ ruleId: id(), number: wholeText(1) })
const sums = { times: z.number().int(), points: z.number().int() }
const titled = z.object({ id: id(), title: z.string() })
const things = {
  course: titled.nullable().describe('what it was for, as far as the reader may see it'),
  need: titled.nullable(),
}

export const ruleHistory = shownRule.omit({ id: true }).extend({
  madeAt: moment(),
  madeBy: member,
  periods: z
    .array(z.object({ from: moment(), to: moment().nullable(), by: member }))
    .max(20)
    .describe('when it acted, the latest first'),
  given: z.object({ ...sums, bonuses: z.number().int(), takenBack: z.number().int() }),
})
export type RuleHistory = z.output<typeof ruleHistory>

export const listRuleVersions = endpoint('listRuleVersions', {
  method: 'GET',
  path: '/rules/:ruleId/versions',
  summary: 'The versions of a rule, the latest first',
  access: ['admin'],
  params: aRule,
  query: page(),
  returns: listOf(ruleHistory),
  problems: ['recognition.admin-needed'],
})

export const simulation = z.object({
  from: moment(),
  to: moment(),
  events: z.number().int().describe('how many things that happened the rule looked at'),
  isWhole: z.boolean().describe('false: there was more than is looked at, and only the latest was'),
  people: z.number().int(),
  ...sums,
  badges: z.number().int(),
  bonuses: z.object({
    ...{ times: z.number().int(), amount: z.number().int().describe('smallest units') },
    left: z.number().int().nullable().describe('what the budget has left now; null where there is none'),
    unproposed: z.number().int().describe('how often nothing would have been proposed, whatever is left'),
  }),
  capped: z.number().int().describe('how often it would have given more but for its limits'),
  members: z
    .array(
      z.object({
        ...{ member, ...sums, badges: z.number().int(), bonus: z.number().int() },
        latest: z
          .array(
            z.object({
              ...{ at: moment(), role, points: z.number().int(), isBadge: z.boolean() },
              ...{ bonus: z.number().int(), ...things },
            }),
          )
          .max(5),
      }),
    )
    .max(100)
    .describe('who would have got most, first'),
  others: z.object({ people: z.number().int(), points: z.number().int() }).describe('people beyond these'),
  unnamed: z
    .object(sums)
    .describe('what reviewers of blind rounds would have got: nobody is told who they are'),
})
export type Simulation = z.output<typeof simulation>

export const simulateRule = endpoint('simulateRule', {
  method: 'GET',
  path: '/rules/:ruleId/versions/:number/simulation',
  summary: 'Who would have got what, had this version been switched on so many days ago; nothing is given',
  access: ['admin'],
  params: aVersion,
  query: z.strictObject({ days: wholeText(1).max(730).default(90) }),
  returns: simulation,
  problems: ['recognition.admin-needed'],
  costly: true,
})

export const ruleGift = z.object({
  id: id(),
  version: z.number().int(),
  at: moment().describe('when what it was for happened'),
  member: member.nullable().describe('null: nobody is told who reviewed in a blind round'),
  role,
  points: z.number().int(),
  isBadge: z.boolean(),
  isAwarded: z.boolean().describe('false: the badge was held already, or is awarded no more'),
  bonus: z
    .object({
      ...{ unit: z.string(), amount: z.number().int() },
      state: bonusState.nullable().describe('what became of it; null where it was not proposed'),
      against: z.enum(reasonsAgainst).nullable().describe('why it was not proposed'),
    })
    .nullable()
    .describe('null too where it is the reader’s own and not approved'),
  ...things,
  taken: z
    .object({
      ...{ at: moment(), by: member, reason: z.string() },
      missing: z.number().int().describe('points that were spent and could not be taken back'),
    })
    .nullable(),
})
export type RuleGift = z.output<typeof ruleGift>

export const listRuleGifts = endpoint('listRuleGifts', {
  method: 'GET',
  path: '/rules/:ruleId/gifts',
  summary: 'What a rule gave, or one version of it, the latest first',
  access: ['admin'],
  params: aRule,
  query: page({ version: wholeText(1).max(100_000).optional() }),
  returns: listOf(ruleGift),
  problems: ['recognition.admin-needed'],
})

const reason = prose(500).min(10)

export const takeBackGift = endpoint('takeBackGift', {
  method: 'PUT',
  path: '/rule-gifts/:giftId/return',
  summary:
    'Take back what a rule gave somebody: points as far as they are not spent, the badge for good, a bonus unless it was approved',
  access: ['admin'],
  params: z.strictObject({ giftId: id() }),
  body: z.strictObject({ reason }),
  returns: ruleGift,
  problems: ['recognition.admin-needed', 'rule-gift.taken', 'rule-gift.nothing'],
  example: { reason: 'The course was published by mistake.' },
})

export const takenBack = z.object({
  ...sums,
  missing: z.number().int().describe('points that were spent and could not be taken back'),
  withdrawn: z.number().int().describe('bonuses that nobody will decide on any more'),
  approved: z.number().int().describe('bonuses that were approved and stay: each is returned by hand'),
  left: z.number().int().describe('how many are still to be taken back: ask again'),
})
export type TakenBack = z.output<typeof takenBack>

export const takeBackRule = endpoint('takeBackRule', {
  method: 'PUT',
  path: '/rules/:ruleId/return',
  summary: 'Take back what a rule gave, or one version of it, some hundreds at a time',
  access: ['admin'],
  params: aRule,
  body: z.strictObject({ reason, version: whole(1).nullable().default(null) }),
  returns: takenBack,
  problems: ['recognition.admin-needed', 'rule.all-taken'],
  example: { reason: 'The points were set ten times too high.' },
})

export const earningRule = shownRule.extend({
  since: moment(),
  madeBy: member.describe('who made it, and is given nothing by it'),
  others: z
    .object({ about: z.number().int(), audience: z.number().int() })
    .describe('how many groups it names beside those that the reader may see'),
})
export type EarningRule = z.output<typeof earningRule>

export const listEarningRules = endpoint('listEarningRules', {
  method: 'GET',
  path: '/earning-rules',
  summary: 'How points, badges and bonuses are earned here: the rules that act now',
  access: 'signed-in',
  returns: z.object({ items: z.array(earningRule).max(mostRules) }),
})
