import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { changeMember } from '#people/contract.ts'
import { decide, plantWith, statesOf, why } from '#test/bonus.ts'
import { send } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import * as bonuses from '../bonus.contract.ts'
import { findBroken } from '../ledger/check.ts'
import { listAccounts } from '../ledger.contract.ts'
import * as payroll from '../payroll.contract.ts'

const world = openWorld()

async function approvedOnes() {
  const place = await plantWith(world, ['admin'])
  const { admin, mira, ask } = place
  const propose = async (more: object = {}) => {
    const { id } = await mira.does(bonuses.proposeBonus, ask(more))
    await decide(admin, id)
    return id
  }
  return { ...place, propose }
}

test('each bonus goes to payroll once, however many ask at the same time; what is owed becomes paid', async () => {
  const { org, admin, dana, mira, propose } = await approvedOnes()
  const ids = [await propose(), await propose({ amount: 1 }), await propose({ kind: 'time', amount: 90 })]
  const again = await org.again(admin)
  const made = await Promise.allSettled(
    [admin, again, admin, again].map((who) => who.does(payroll.makePayrollExport)),
  )
  const files = made.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  expect(files).toMatchObject([{ bonuses: 3 }])
  const exportId = files[0]?.id ?? ''
  const { lines } = await admin.does(payroll.getPayrollExport, { params: { exportId } })
  expect(lines.map(({ bonusId, unit, amount }) => [bonusId, unit, amount])).toEqual([
    [ids[0], 'EUR', 25_000],
    [ids[1], 'EUR', 1],
    [ids[2], 'minutes', 90],
  ])
  expect((await admin.isRefused(payroll.makePayrollExport)).code).toBe('payroll.nothing')
  expect((await mira.isRefused(payroll.makePayrollExport)).code).toBe('recognition.admin-needed')
  const accounts = (await dana.does(listAccounts)).items.map(({ kind, unit, balance }) => [
    kind,
    unit,
    balance,
  ])
  expect(accounts.sort()).toEqual([
    ['owed', 'EUR', 0],
    ['owed', 'minutes', 0],
    ['paid', 'EUR', 25_001],
    ['paid', 'minutes', 90],
  ])
  expect(await org.as((scope) => findBroken(scope))).toEqual([])
  const later = await propose({ amount: 7 })
  const next = await admin.does(payroll.makePayrollExport)
  const second = await admin.does(payroll.getPayrollExport, { params: { exportId: next.id } })
  expect(second.lines.map(({ bonusId }) => bonusId)).toEqual([later])
  expect((await admin.does(payroll.listPayrollExports, {})).items.map(({ id }) => id)).toEqual([
    next.id,
    exportId,
  ])
})

test('the file has the amounts in whole units, and no cell that a spreadsheet would compute', async () => {
  const { admin, dana, propose } = await approvedOnes()
  await dana.does(changeMember, { params: { memberId: dana.id }, body: { name: '=HYPERLINK("http://x")' } })
  await propose({ reason: 'Said "thanks", twice;\nand a third time' })
  await propose({ kind: 'time', amount: 90 })
  const { id: exportId } = await admin.does(payroll.makePayrollExport)
  const response = await send(world.cairn, admin.cookie, payroll.getPayrollFile, { params: { exportId } })
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const rows = parse(await response.text(), { columns: true }) as Record<string, string>[]
  expect(rows).toMatchObject([
    {
      kind: 'money',
      amount: '250.00',
      unit: 'EUR',
      reason: 'Said "thanks", twice;\nand a third time',
      left: 'no',
    },
    { kind: 'time', amount: '1.50', unit: 'hours', reason: why, returned: 'no' },
  ])
  expect(rows[0]?.name).toBe('\'=HYPERLINK("http://x")')
  expect(
    (await send(world.cairn, dana.cookie, payroll.getPayrollFile, { params: { exportId } })).status,
  ).toBe(403)
})

test('what is not paid after all goes back to the budget for good, before or after it went to payroll', async () => {
  const { org, admin, dana, mira, propose, left } = await approvedOnes()
  const [kept, sent] = [await propose(), await propose({ amount: 10_000 })]
  const body = { why: 'Payroll closed the year already.' }
  expect((await mira.isRefused(bonuses.returnBonus, { params: { bonusId: kept }, body })).code).toBe(
    'recognition.admin-needed',
  )
  await admin.does(bonuses.returnBonus, { params: { bonusId: kept }, body })
  const { id: exportId } = await admin.does(payroll.makePayrollExport)
  const returned = await admin.does(bonuses.returnBonus, { params: { bonusId: sent }, body })
  expect(returned).toMatchObject({ state: 'returned', returned: { why: body.why, by: { name: admin.name } } })
  expect((await admin.isRefused(bonuses.returnBonus, { params: { bonusId: sent }, body })).code).toBe(
    'bonus.settled',
  )
  expect(await left()).toBe(100_000)
  expect(await statesOf(dana, 'mine')).toEqual([
    ['Dana Reyes', 'returned'],
    ['Dana Reyes', 'returned'],
  ])
  const { lines } = await admin.does(payroll.getPayrollExport, { params: { exportId } })
  expect(lines).toMatchObject([{ bonusId: sent, returned: true }])
  expect((await admin.isRefused(payroll.makePayrollExport)).code).toBe('payroll.nothing')
  expect(await org.as((scope) => findBroken(scope))).toEqual([])
})
