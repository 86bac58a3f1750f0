import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, line, listOf, moment, page, prose } from '#platform/http/endpoint'
import { says } from '#platform/http/faults'
import { mostBonus, mostBudget } from './limits.ts'

const amount = () => z.number().int().describe('smallest units: hundredths of the currency, or minutes')
export const bonusKind = z.enum(['money', 'time'])
export type BonusKind = z.output<typeof bonusKind>
const group = z.object({ id: id(), name: z.string() })
const titled = z.object({ id: id(), title: z.string() })
const period = () => z.string().describe('such as 2026, 2026-Q4 or 2026-11')

export const approver = z
  .enum(['manager', 'manager-above', 'admin'])
  .describe('who manages the group, who manages the one above it, or an administrator of everything')
export type Approver = z.output<typeof approver>

const currencies = new Set(Intl.supportedValuesOf('currency'))
const terms = {
  currency: line(3).refine((code) => currencies.has(code), says('bonus.no-currency')),
  chain: z.array(approver).min(1).max(5).describe('who approves, one after the other, each somebody else'),
  every: z.enum(['month', 'quarter', 'year']).describe('for what stretch of time there are budgets'),
}

/** A step of the chain that nobody would be left to take. */
const missingStep = z.object({ number: z.number().int(), approver })
export type MissingStep = z.output<typeof missingStep>

export const bonusSettings = z.object({
  terms: z.object(terms).nullable().describe('nothing while there are no bonuses here'),
  period: period().nullable().describe('the one that runs now'),
  changed: z.object({ by: member, at: moment() }).nullable(),
  unfinished: z
    .object({
      count: z.number().int(),
      groups: z.array(z.object({ group, step: missingStep })).max(20),
    })
    .describe('groups whose bonuses too few people could approve, for who may say how bonuses work'),
  can: z.object({
    set: z.boolean(),
    propose: z.boolean().describe('manages a group'),
    pay: z.boolean(),
  }),
})
export type BonusSettings = z.output<typeof bonusSettings>

export const getBonusSettings = endpoint('getBonusSettings', {
  method: 'GET',
  path: '/bonus-settings',
  summary: 'In which currency bonuses are, who approves them, and for how long a budget is',
  access: 'signed-in',
  returns: bonusSettings,
})

export const setBonusSettings = endpoint('setBonusSettings', {
  method: 'PUT',
  path: '/bonus-settings',
  summary: 'Say so; what was proposed before goes along the chain it began',
  access: 'signed-in',
  body: z.strictObject(terms),
  returns: bonusSettings,
  problems: ['recognition.admin-needed'],
  example: { currency: 'EUR', chain: ['manager-above', 'admin'], every: 'quarter' },
})

const purse = z.object({ amount: amount(), left: amount() })
export const budget = z.object({
  group,
  period: period(),
  money: purse.nullable(),
  time: purse.nullable(),
  missing: missingStep
    .nullable()
    .describe('the first step that nobody would be left to take, were the reader to propose'),
  missingFor: z
    .array(id())
    .max(24)
    .describe('people for whom nobody would be left, since they take no step of what they receive'),
})
export type Budget = z.output<typeof budget>

export const listBudgets = endpoint('listBudgets', {
  method: 'GET',
  path: '/bonus-budgets',
  summary: 'What the groups that one manages may give, and what is left of it',
  access: 'signed-in',
  query: page({
    period: line(7).optional().describe('the one that runs now, unless said'),
    given: z.enum(['true', 'false']).default('false').describe('only groups that were given one'),
  }),
  returns: listOf(budget),
})

export const setBudget = endpoint('setBudget', {
  method: 'PUT',
  path: '/bonus-budgets/:groupId',
  summary: 'Say what a group may give in a period',
  access: 'signed-in',
  params: z.strictObject({ groupId: id() }),
  body: z.strictObject({
    kind: bonusKind,
    amount: amount().min(0).max(mostBudget),
    period: line(7)
      .nullable()
      .default(null)
      .describe('the one that runs now, unless said; never one that is over'),
  }),
  returns: budget,
  problems: [
    'group.not-found',
    'recognition.admin-needed',
    'bonus.off',
    'bonus.no-period',
    'bonus.budget-spent',
  ],
  example: { kind: 'money', amount: 500_000 },
})

export const bonusState = z.enum(['asked', 'approved', 'declined', 'withdrawn', 'exported', 'returned'])

const step = z.object({
  number: z.number().int().describe('its place on the chain, from 1'),
  approver,
  verdict: z.enum(['approve', 'decline']).nullable(),
  by: member.nullable(),
  note: z.string(),
  at: moment().nullable(),
})

export const bonus = z.object({
  id: id(),
  to: member,
  group: group.describe('whose budget it is from'),
  kind: bonusKind,
  unit: z.string().describe('the currency, or minutes'),
  amount: amount(),
  period: period(),
  reason: z.string(),
  by: member.nullable().describe('who proposed it; nobody where a rule did'),
  rule: z
    .object({
      ...{ id: id(), version: z.number().int(), name: z.string() },
      isOwn: z.boolean().describe('the reader made this version, and takes no step'),
    })
    .nullable()
    .describe('the rule that proposed it'),
  course: titled.nullable().describe('what a rule proposed it for, as far as the reader may see it'),
  need: titled.nullable(),
  at: moment(),
  state: bonusState,
  steps: z.array(step).max(5),
  returned: z.object({ by: member, why: z.string() }).nullable(),
  can: z.object({ decide: z.boolean(), withdraw: z.boolean(), return: z.boolean() }),
})
export type Bonus = z.output<typeof bonus>

export const listBonuses = endpoint('listBonuses', {
  method: 'GET',
  path: '/bonuses',
  summary:
    'One’s own once they are approved; those one proposed, may decide, or that groups of one’s own gave',
  access: 'signed-in',
  query: page({ show: z.enum(['all', 'mine', 'waiting', 'to-pay']).default('all') }),
  returns: listOf(bonus),
})

export const proposeBonus = endpoint('proposeBonus', {
  method: 'POST',
  path: '/bonuses',
  summary: 'Propose a bonus for somebody of a group that one manages, from its budget',
  access: 'signed-in',
  body: z
    .strictObject({
      memberId: id(),
      groupId: id().describe('whose budget it is from; they are in it or below it'),
      kind: bonusKind,
      amount: amount().min(1),
      reason: prose(500).min(10),
    })
    .refine(({ kind, amount: asked }) => asked <= mostBonus[kind], {
      path: ['amount'],
      ...says('bonus.too-much'),
    }),
  returns: bonus,
  problems: [
    'bonus.off',
    'bonus.yourself',
    'bonus.not-manager',
    'bonus.not-in-group',
    'bonus.over-budget',
    'member.not-found',
    'group.not-found',
  ],
  example: {
    memberId: '01890000-0000-7000-8000-000000000000',
    groupId: '01890000-0000-7000-8000-000000000001',
    kind: 'money',
    amount: 25_000,
    reason: 'For a year of Friday clinics at the torque bench.',
  },
})

const aBonus = z.strictObject({ bonusId: id() })

export const decideBonus = endpoint('decideBonus', {
  method: 'PUT',
  path: '/bonuses/:bonusId/decision',
  summary:
    'Approve the next step of a bonus, or decline it: somebody other than who proposed it, made the rule that did, or approved before',
  access: 'signed-in',
  params: aBonus,
  body: z.strictObject({ verdict: z.enum(['approve', 'decline']), note: prose(500).default('') }),
  returns: bonus,
  problems: ['bonus.not-found', 'bonus.settled', 'bonus.not-yours', 'bonus.why', 'bonus.left'],
  example: { verdict: 'approve' },
})

export const withdrawBonus = endpoint('withdrawBonus', {
  method: 'DELETE',
  path: '/bonuses/:bonusId',
  summary: 'Take back what one proposed, before it is decided',
  access: 'signed-in',
  params: aBonus,
  problems: ['bonus.not-found', 'bonus.settled'],
})

export const returnBonus = endpoint('returnBonus', {
  method: 'PUT',
  path: '/bonuses/:bonusId/return',
  summary: 'A bonus that was approved is not paid after all: it goes back to the budget, for good',
  access: 'signed-in',
  params: aBonus,
  body: z.strictObject({ why: prose(500).min(10) }),
  returns: bonus,
  problems: ['bonus.not-found', 'bonus.settled', 'recognition.admin-needed'],
  example: { why: 'Payroll could not pay it this year.' },
})
