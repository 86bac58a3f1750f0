import { type Route, route } from '#platform/http/route'
import * as contract from '../bonus.contract.ts'
import * as use from '../budget-use.contract.ts'
import * as payroll from '../payroll.contract.ts'
import { listBudgets, setBudget } from './budgets.ts'
import { decideBonus, returnBonus } from './decide.ts'
import { listBonuses } from './list.ts'
import { getPayrollExport, getPayrollFile, listPayrollExports, makePayrollExport } from './payroll.ts'
import { proposeBonus, withdrawBonus } from './propose.ts'
import { getBonusSettings, setBonusSettings } from './terms.ts'
import { listBudgetUse } from './use.ts'

export const bonusRoutes: Route[] = [
  route(use.listBudgetUse, (scope, { query }) => listBudgetUse(scope, query)),
  route(contract.getBonusSettings, (scope) => getBonusSettings(scope)),
  route(contract.setBonusSettings, (scope, { body }) => setBonusSettings(scope, body)),
  route(contract.listBudgets, (scope, { query }) => listBudgets(scope, query)),
  route(contract.setBudget, (scope, { params, body }) => setBudget(scope, params.groupId, body)),
  route(contract.listBonuses, (scope, { query }) => listBonuses(scope, query)),
  route(contract.proposeBonus, (scope, { body }) => proposeBonus(scope, body)),
  route(contract.decideBonus, (scope, { params, body }) => decideBonus(scope, params.bonusId, body)),
  route(contract.withdrawBonus, (scope, { params }) => withdrawBonus(scope, params.bonusId)),
  route(contract.returnBonus, (scope, { params, body }) => returnBonus(scope, params.bonusId, body)),
  route(payroll.listPayrollExports, (scope, { query }) => listPayrollExports(scope, query)),
  route(payroll.makePayrollExport, (scope) => makePayrollExport(scope)),
  route(payroll.getPayrollExport, (scope, { params }) => getPayrollExport(scope, params.exportId)),
  route(payroll.getPayrollFile, (scope, { params }) => getPayrollFile(scope, params.exportId)),
]
