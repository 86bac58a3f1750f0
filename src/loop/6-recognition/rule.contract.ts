import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, line, listOf, moment, page, whole } from '#platform/http/endpoint'
import { says } from '#platform/http/faults'
import { mostBonus } from './limits.ts'
import { eventKinds, periods, type RuleBody, repeatable, roleNames, rolesWhen } from './rules/language.ts'

const days = whole(1).max(730).nullable().describe('counted within so many days; null: ever')
const when = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('event'), event: z.enum(eventKinds) }),
  z.strictObject({
    is: z.literal('course'),
    people: whole(1).max(100_000).describe('so many completed it'),
    useful: z
      .strictObject({
        percent: whole(1).max(100),
        voices: whole(1).max(10_000).describe('of so many who said something, at least'),
      })
      .nullable()
      .describe('what share of those who judged it found it useful, at least'),
    days,
  }),
  z.strictObject({
    is: z.literal('member'),
    event: z.enum(eventKinds),
    times: whole(2).max(10_000),
    days,
  }),
])

const someGroups = z.array(id()).max(20)
export const role = z.enum(roleNames)
const rule = {
  name: line(80),
  when,
  about: z
    .strictObject({
      groupIds: someGroups.default([]),
      topicIds: z.array(id()).max(20).default([]),
      tags: z.array(line(40)).max(12).default([]),
    })
    .describe('only what belongs to one of these groups or below, and has one of these topics or tags'),
  audience: someGroups
    .default([])
    .describe('only people of these groups or below are given something, and are counted'),
  gives: z.array(z.strictObject({ to: role, points: whole(1).max(10_000) })).max(4),
  badge: z
    .strictObject({ badgeId: id(), level: whole(1).max(5), to: role })
    .nullable()
    .default(null),
  bonus: z
    .strictObject({
      unit: line(7).describe('the currency of bonuses here, or minutes'),
      amount: whole(1).describe('smallest units: hundredths of the currency, or minutes'),
      to: role,
      groupId: id().describe(
        'whose budget it is from: nobody outside this group and those below is proposed one',
      ),
    })
    .refine(({ unit, amount }) => amount <= mostBonus[unit === 'minutes' ? 'time' : 'money'], {
      path: ['amount'],
      ...says('bonus.too-much'),
    })
    .nullable()
    .default(null)
    .describe('a bonus that it proposes: nobody is paid before it is approved'),
  caps: z.strictObject({
    member: z
      .strictObject({ times: whole(1).max(1000), per: z.enum(periods) })
      .nullable()
      .describe('how often it gives one member something, at most'),
    month: whole(1).max(1_000_000).nullable().describe('how many points it gives in a month in all, at most'),
  }),
}

/** Refuses what gives nothing, what names somebody who has no part in it, and what one could have again and again. */
function sound<Shape extends z.ZodType<RuleBody>>(shape: Shape): Shape {
  const named = ({ gives, badge, bonus }: RuleBody) =>
    [...gives, ...(badge ? [badge] : []), ...(bonus ? [bonus] : [])].map(({ to }) => to)
  return shape
    .refine((body) => named(body).length > 0, { ...says('rule.gives-nothing'), path: ['gives'] })
    .refine((body) => named(body).every((to) => rolesWhen(body.when).includes(to)), {
      ...says('rule.no-part'),
      path: ['gives'],
    })
    .refine(({ gives }) => new Set(gives.map(({ to }) => to)).size === gives.length, {
      ...says('rule.twice'),
      path: ['gives'],
    })
    .refine(
      ({ when: asked, caps }) =>
        asked.is !== 'event' || caps.member !== null || !repeatable.includes(asked.event),
      {
        ...says('rule.cap-needed'),
        path: ['caps', 'member'],
      },
    )
}

const named = z.object({ id: id(), name: z.string() })
export const shownRule = z.object({
  id: id(),
  version: z.number().int(),
  ...rule,
  groups: z.array(named).max(41).describe('the groups it names that the reader may see'),
  topics: z.array(named).max(20).describe('the topics it names'),
  award: z
    .object({
      id: id(),
      name: z.string(),
      level: z.string().describe('what the level is called'),
      levels: z.number().int().describe('how many it has'),
      isUsable: z.boolean(),
    })
    .nullable()
    .describe('the badge it awards'),
  purse: named
    .extend({ isUsable: z.boolean().describe('the group is in use, and bonuses are in this currency') })
    .nullable()
    .describe('the group whose budget its bonus is from, where the reader may see it'),
})

export const recognitionRule = shownRule.extend({
  archivedAt: moment().nullable(),
  madeAt: moment(),
  madeBy: member.describe('who made this version'),
  active: z
    .object({ version: z.number().int(), since: moment(), by: member })
    .nullable()
    .describe('which version acts, and since when'),
  given: z.object({
    times: z.number().int(),
    people: z.number().int(),
    points: z.number().int(),
    badges: z.number().int(),
    bonuses: z.number().int().describe('bonuses that were proposed'),
    unproposed: z.number().int().describe('how often a bonus was not proposed, for a reason'),
    takenBack: z.number().int().describe('how many of them were taken back'),
  }),
})
export type RecognitionRule = z.output<typeof recognitionRule>

export const aRule = z.strictObject({ ruleId: id() })
const text = z.strictObject(rule)
const example: z.input<typeof text> = {
  name: 'A course is validated',
  when: { is: 'event', event: 'course-validated' },
  about: {},
  gives: [
    { to: 'author', points: 50 },
    { to: 'reviewer', points: 10 },
  ],
  caps: { member: null, month: null },
}
const problems = [
  'recognition.admin-needed',
  'group.not-found',
  'topic.not-found',
  'badge.not-found',
  'badge.no-level',
  'bonus.off',
  'rule.other-currency',
] as const

export const listRules = endpoint('listRules', {
  method: 'GET',
  path: '/rules',
  summary: 'The rules by which points and badges are given and bonuses proposed, newest first',
  access: ['admin'],
  query: page({ archived: z.enum(['true', 'false']).default('false') }),
  returns: listOf(recognitionRule),
  problems: ['recognition.admin-needed'],
})

export const getRule = endpoint('getRule', {
  method: 'GET',
  path: '/rules/:ruleId',
  summary: 'One rule in its latest version, and what it gave',
  access: ['admin'],
  params: aRule,
  returns: recognitionRule,
  problems: ['recognition.admin-needed'],
})

export const makeRule = endpoint('makeRule', {
  method: 'POST',
  path: '/rules',
  summary: 'Write a rule; it gives nothing until it is switched on',
  access: ['admin'],
  body: sound(text),
  returns: recognitionRule,
  problems: [...problems, 'rule.too-many'],
  example,
})

export const changeRule = endpoint('changeRule', {
  method: 'PUT',
  path: '/rules/:ruleId',
  summary: 'Keep another version of a rule; the one that is switched on acts until another one is',
  access: ['admin'],
  params: aRule,
  body: sound(text.extend({ version: whole(1).describe('the version it was read at') })),
  returns: recognitionRule,
  problems: [...problems, 'rule.changed-elsewhere'],
  example: { version: 1, ...example },
})

export const switchRuleOn = endpoint('switchRuleOn', {
  method: 'PUT',
  path: '/rules/:ruleId/activity',
  summary: 'Have a version act on what happens from now on',
  access: ['admin'],
  params: aRule,
  body: z.strictObject({ version: whole(1) }),
  returns: recognitionRule,
  problems: ['recognition.admin-needed', 'rule.archived', 'rule.badge-unusable', 'rule.bonus-unusable'],
  example: { version: 1 },
})

export const switchRuleOff = endpoint('switchRuleOff', {
  method: 'DELETE',
  path: '/rules/:ruleId/activity',
  summary: 'Have it give nothing more; what it gave stays',
  access: ['admin'],
  params: aRule,
  returns: recognitionRule,
  problems: ['recognition.admin-needed'],
})

export const archiveRule = endpoint('archiveRule', {
  method: 'PUT',
  path: '/rules/:ruleId/archive',
  summary: 'Put a rule aside that is switched off; what it gave stays',
  access: ['admin'],
  params: aRule,
  returns: recognitionRule,
  problems: ['recognition.admin-needed', 'rule.is-on'],
})

export const restoreRule = endpoint('restoreRule', {
  method: 'DELETE',
  path: '/rules/:ruleId/archive',
  summary: 'Bring it back, switched off',
  access: ['admin'],
  params: aRule,
  returns: recognitionRule,
  problems: ['recognition.admin-needed', 'rule.too-many'],
})
