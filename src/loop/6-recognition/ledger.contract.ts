import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, listOf, moment, page } from '#platform/http/endpoint'

/** Whole smallest units: points, minutes, hundredths of a currency, pieces. */
const amount = () => z.number().int()

export const account = z.object({
  id: id(),
  kind: z.string().describe('what it is for, such as points or allowance'),
  unit: z
    .string()
    .describe('what is counted: points, minutes, a currency in hundredths, or pieces of a reward'),
  period: z.string().describe('the month it is for, such as 2026-11, or nothing'),
  balance: amount(),
})
export type Account = z.output<typeof account>

export const listAccounts = endpoint('listAccounts', {
  method: 'GET',
  path: '/accounts',
  summary: 'One’s own accounts: points, and what one may give this month',
  access: 'signed-in',
  returns: z.object({ items: z.array(account).max(200) }),
})

export const entry = z.object({
  number: z.number().int().describe('its place on the account, from 1'),
  transactionId: id(),
  kind: z.string(),
  by: member.nullable().describe('who did it'),
  period: z.string().describe('the month the account is for, or nothing'),
  at: moment(),
  amount: amount(),
  balance: amount().describe('what was on the account after it'),
  about: z.record(z.string(), z.string()).describe('the ids of what it was for'),
  rule: z.object({ id: id(), name: z.string() }).nullable().describe('the rule by which it was given'),
  course: z
    .object({ id: id(), title: z.string() })
    .nullable()
    .describe('what for, where the reader may see it'),
  need: z.object({ id: id(), title: z.string() }).nullable(),
  reverses: id().nullable().describe('the transaction that it takes back'),
  reward: z
    .object({ redemptionId: id(), name: z.string() })
    .nullable()
    .describe('what points were redeemed for, or given back for'),
})
export type Entry = z.output<typeof entry>

export const listEntries = endpoint('listEntries', {
  method: 'GET',
  path: '/accounts/:accountId/entries',
  summary: 'The statement of one’s own account, the latest first',
  access: 'signed-in',
  params: z.strictObject({ accountId: id() }),
  query: page({}),
  returns: listOf(entry),
  problems: ['account.not-found'],
})
