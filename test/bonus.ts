import * as bonuses from '#recognition/bonus.contract.ts'
import { makePayrollExport } from '#recognition/payroll.contract.ts'
import type { Organization, Person } from './organization.ts'
import type { World } from './world.ts'

export const why = 'For a year of Friday clinics at the torque bench.'
export const terms = { currency: 'EUR', chain: ['admin' as const], every: 'quarter' as const }

/** A lab below a plant, with a budget of 1,000 euros and ten hours; who manages each, and who is in the lab. */
export async function plantWith(world: World, chain: bonuses.Approver[] = ['manager-above', 'admin']) {
  const org = await world.organization()
  const plant = await org.group('Plant')
  const lab = await org.group('Lab', { parent: plant })
  const [admin, olga, mira, dana, kofi] = [
    await org.admin(),
    await org.person('Olga Brandt', 'manager', plant),
    await org.person('Mira Holt', 'manager', lab),
    await org.person('Dana Reyes', 'learner', lab),
    await org.person('Kofi Mensah', 'learner', await org.group('Sales')),
  ]
  await admin.does(bonuses.setBonusSettings, { body: { ...terms, chain } })
  const params = { groupId: lab }
  await admin.does(bonuses.setBudget, { params, body: { kind: 'money', amount: 100_000 } })
  await admin.does(bonuses.setBudget, { params, body: { kind: 'time', amount: 600 } })
  const ask = (more: object = {}) => ({
    body: { memberId: dana.id, groupId: lab, kind: 'money' as const, amount: 25_000, reason: why, ...more },
  })
  const left = async (kind: 'money' | 'time' = 'money') => {
    const { items } = await admin.does(bonuses.listBudgets, {})
    return items.find(({ group }) => group.id === lab)?.[kind]?.left
  }
  return { org, plant, lab, admin, olga, mira, dana, kofi, ask, left }
}

export const decide = (who: Person, bonusId: string, verdict: 'approve' | 'decline' = 'approve') =>
  who.does(bonuses.decideBonus, {
    params: { bonusId },
    body: { verdict, note: verdict === 'decline' ? 'Not before the audit is over.' : '' },
  })

export const statesOf = async (who: Person, show: 'all' | 'mine' | 'waiting' | 'to-pay' = 'all') =>
  (await who.does(bonuses.listBonuses, { query: { show } })).items.map(({ to, state }) => [to.name, state])

/** Four bonuses for the author of a setting: with payroll, to be paid, waiting for the administrator, and proposed by them. */
export async function bonusIn(
  { org, admin, author }: { org: Organization; admin: Person; author: Person },
  groupId: string,
  name = 'Max Manager',
) {
  const manager = await org.person(name, 'manager', groupId)
  await admin.does(bonuses.setBonusSettings, { body: terms })
  await admin.does(bonuses.setBudget, { params: { groupId }, body: { kind: 'money', amount: 1000 } })
  const propose = async (by: Person) => {
    const body = {
      memberId: author.id,
      groupId,
      kind: 'money' as const,
      amount: 1,
      reason: 'A secret reason to pay',
    }
    return (await by.does(bonuses.proposeBonus, { body })).id
  }
  const approved = async () => {
    const id = await propose(manager)
    await decide(admin, id)
    return id
  }
  await approved()
  const { id: exportId } = await admin.does(makePayrollExport)
  const approvedBonusId = await approved()
  return { exportId, approvedBonusId, ownBonusId: await propose(admin), bonusId: await propose(manager) }
}
