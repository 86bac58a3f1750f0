import { stringify } from 'csv-stringify/sync'
import { sql } from 'kysely'
import { holdAlone } from '#platform/db/locks'
import { pageOf, readCursor } from '#platform/db/paging'
import { conflict, notFound } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { post } from '../ledger/post.ts'
import { mostExported } from '../limits.ts'
import type { PayrollExport, PayrollLine } from '../payroll.contract.ts'
import { refuseUnlessAdmin } from '../settings/settings.ts'
import { owedTo, paidTo } from './decide.ts'
import { kindOf } from './terms.ts'

const exportsOf = (scope: Scope) =>
  scope.db
    .selectFrom('payrollExports as e')
    .innerJoin('members as m', (join) => join.onRef('m.orgId', '=', 'e.orgId').onRef('m.id', '=', 'e.madeBy'))
    .select(['e.id', 'e.bonuses', 'e.madeAt as at', 'm.id as byId', 'm.name', 'm.title'])
    .where('e.orgId', '=', scope.org)

type Row = Awaited<ReturnType<ReturnType<typeof exportsOf>['execute']>>[number]
const told = ({ byId, name, title, ...rest }: Row): PayrollExport => ({
  ...rest,
  by: { id: byId, name, title },
})

/** What went to payroll, the latest first: for administrators of the whole organization. */
export async function listPayrollExports(
  scope: Scope,
  query: { limit: number; after?: string | undefined },
): Promise<{ items: PayrollExport[]; next: string | null }> {
  refuseUnlessAdmin(scope)
  const after = readCursor(query.after, 'id')
  const rows = await exportsOf(scope)
    .$if(after !== null, (all) => all.where('e.id', '<', String(after?.[0])))
    .orderBy('e.id', 'desc')
    .limit(query.limit + 1)
    .execute()
  const { items, next } = pageOf(rows, query.limit, ({ id }) => [id])
  return { items: items.map(told), next }
}

/**
 * Hands what is approved to payroll: a bonus is marked and what was owed counts as paid in the same transaction, so that no
 * other file has it. Two who do so at once wait for each other; the second is told that nothing is left (409).
 */
export async function makePayrollExport(scope: Scope): Promise<PayrollExport> {
  refuseUnlessAdmin(scope)
  await holdAlone(scope, `payroll ${scope.org}`)
  const bonuses = await scope.db
    .selectFrom('bonuses')
    .select(['id', 'memberId', 'unit', 'amount'])
    .where('orgId', '=', scope.org)
    .where('state', '=', 'approved')
    .orderBy('id')
    .limit(mostExported)
    .forUpdate()
    .execute()
  if (bonuses.length === 0) throw conflict('payroll.nothing')
  const id = newIdIn(scope)
  await scope.db
    .insertInto('payrollExports')
    .values({ orgId: scope.org, id, bonuses: bonuses.length, madeBy: scope.actor.id, madeAt: scope.now })
    .execute()
  await scope.db
    .updateTable('bonuses')
    .set({ state: 'exported', exportId: id })
    .where('orgId', '=', scope.org)
    .where(
      'id',
      'in',
      bonuses.map((one) => one.id),
    )
    .execute()
  await post(scope, {
    ...{ kind: 'payroll', key: `payroll ${id}`, about: { exportId: id } },
    legs: sums(bonuses).flatMap(({ memberId, unit, amount }) => [
      { account: owedTo(memberId, unit), amount: -amount },
      { account: paidTo(memberId, unit), amount },
    ]),
  })
  await record(scope, 'payroll.exported', { exportId: id, bonuses: bonuses.length })
  tell(scope, { topics: ['bonuses'] })
  return told(await exportsOf(scope).where('e.id', '=', id).executeTakeFirstOrThrow())
}

interface Owed {
  memberId: string
  unit: string
  amount: number
}

/** What each is owed of each unit: an account moves once in a transaction. */
function sums(bonuses: readonly Owed[]): Owed[] {
  const all = new Map<string, Owed>()
  for (const { memberId, unit, amount } of bonuses) {
    const key = `${memberId} ${unit}`
    all.set(key, { memberId, unit, amount: (all.get(key)?.amount ?? 0) + amount })
  }
  return [...all.values()]
}

/** What one file told payroll to pay, in one order for good. */
export async function getPayrollExport(scope: Scope, exportId: string): Promise<{ lines: PayrollLine[] }> {
  refuseUnlessAdmin(scope)
  const { rows } = await sql<Omit<PayrollLine, 'kind'>>`
    select b.id as bonus_id, json_build_object('id', m.id, 'name', m.name, 'title', m.title, 'email', m.email,
        'left', m.left_at is not null) as member, b.unit, b.amount, b.period, g.name as "group", b.reason,
      b.state = 'returned' as returned
    from bonuses b join members m on m.org_id = b.org_id and m.id = b.member_id
      join groups g on g.org_id = b.org_id and g.id = b.group_id
    where b.org_id = ${scope.org} and b.export_id = ${exportId} order by b.id`.execute(scope.db)
  if (rows.length === 0) throw notFound('payroll')
  return { lines: rows.map((row) => ({ ...row, kind: kindOf(row.unit) })) }
}

/** The same as a file; no cell begins a formula where a spreadsheet opens it. */
export async function getPayrollFile(scope: Scope, exportId: string): Promise<Response> {
  const { lines } = await getPayrollExport(scope, exportId)
  const rows = lines.map(({ member, kind, unit, amount, returned, ...line }) => ({
    ...{ bonus: line.bonusId, member: member.id, name: member.name, email: member.email },
    left: member.left ? 'yes' : 'no',
    ...(kind === 'money'
      ? { kind, amount: (amount / 100).toFixed(2), unit }
      : { kind, amount: (amount / 60).toFixed(2), unit: 'hours' }),
    ...{ period: line.period, group: line.group, reason: line.reason, returned: returned ? 'yes' : 'no' },
  }))
  return new Response(stringify(rows, { header: true, escape_formulas: true, record_delimiter: 'windows' }), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="payroll-${exportId}.csv"`,
      'cache-control': 'private, no-store',
    },
  })
}
