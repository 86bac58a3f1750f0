import { z } from 'zod'
import { endpoint, id, listOf, page } from '#platform/http/endpoint'
import { bonusKind } from './bonus.contract.ts'

const amount = z.number().int().describe('smallest units: hundredths of the currency, or minutes')
const day = z.string().describe('such as 2026-11-27, where the organization counts days')

/** Where a budget stands: what was given to it is set aside, approved, with payroll, or left. */
const stand = z.object({ amount, aside: amount, approved: amount, paid: amount, left: amount })
export type Stand = z.output<typeof stand>

export const budgetUse = z.object({
  group: z.object({ id: id(), name: z.string() }),
  period: z.string().describe('the one that runs now, such as 2026, 2026-Q4 or 2026-11'),
  ...{ from: day, to: day },
  stretches: z.number().int().describe('how many days, weeks or months the period has'),
  budgets: z
    .array(
      z.object({
        ...{ kind: bonusKind, unit: z.string().describe('a currency, or minutes') },
        now: stand,
        points: z
          .array(stand.extend({ until: day }))
          .max(31)
          .describe('at the end of each day, week or month of the period so far'),
      }),
    )
    .max(9),
})
export type BudgetUse = z.output<typeof budgetUse>

export const listBudgetUse = endpoint('listBudgetUse', {
  method: 'GET',
  path: '/budget-use',
  summary:
    'What became of the bonus budgets of a group and those below that one manages, over the period that runs',
  access: 'signed-in',
  query: page({ groupId: id().optional().describe('everything that one manages, unless said') }),
  returns: listOf(budgetUse),
  problems: ['group.not-found'],
})
