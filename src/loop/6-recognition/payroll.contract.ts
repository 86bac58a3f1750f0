import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, listOf, moment, page } from '#platform/http/endpoint'
import { bonusKind } from './bonus.contract.ts'
import { mostExported } from './limits.ts'

export const payrollExport = z.object({
  id: id(),
  bonuses: z.number().int(),
  by: member,
  at: moment(),
})
export type PayrollExport = z.output<typeof payrollExport>

export const listPayrollExports = endpoint('listPayrollExports', {
  method: 'GET',
  path: '/payroll-exports',
  summary: 'What went to payroll, the latest first',
  access: 'signed-in',
  query: page({}),
  returns: listOf(payrollExport),
  problems: ['recognition.admin-needed'],
})

export const makePayrollExport = endpoint('makePayrollExport', {
  method: 'POST',
  path: '/payroll-exports',
  summary: `Hand what is approved to payroll, the oldest ${mostExported} at once: each bonus is in one file, once`,
  access: 'signed-in',
  returns: payrollExport,
  problems: ['recognition.admin-needed', 'payroll.nothing'],
})

const anExport = z.strictObject({ exportId: id() })

export const payrollLine = z.object({
  bonusId: id(),
  member: member.extend({ email: z.string(), left: z.boolean() }),
  kind: bonusKind,
  unit: z.string().describe('the currency, or minutes'),
  amount: z.number().int().describe('hundredths of the currency, or minutes'),
  period: z.string(),
  group: z.string(),
  reason: z.string(),
  returned: z.boolean().describe('it was not paid after all'),
})
export type PayrollLine = z.output<typeof payrollLine>

export const getPayrollExport = endpoint('getPayrollExport', {
  method: 'GET',
  path: '/payroll-exports/:exportId',
  summary: 'What one file told payroll to pay',
  access: 'signed-in',
  params: anExport,
  returns: z.object({ lines: z.array(payrollLine).max(mostExported) }),
  problems: ['recognition.admin-needed', 'payroll.not-found'],
})

export const getPayrollFile = endpoint('getPayrollFile', {
  method: 'GET',
  path: '/payroll-exports/:exportId/csv',
  summary: 'The same as a CSV file, the amount in units of the currency or in hours',
  access: 'signed-in',
  params: anExport,
  raw: 'response',
  problems: ['recognition.admin-needed', 'payroll.not-found'],
})
