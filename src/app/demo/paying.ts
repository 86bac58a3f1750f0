import type { Scope } from '#platform/scope'
import { routes } from '#recognition'
import * as bonuses from '#recognition/bonus.contract.ts'
import { makePayrollExport } from '#recognition/payroll.contract.ts'
import type { Story } from './material.ts'
import type { Recognition } from './recognition-material.ts'
import { actorOf, call, known, momentOf, type Scene, type Stage } from './stage.ts'

type Bonuses = Recognition['bonuses']

/** Money and time off: what groups may give, what was proposed, approved along the chain, and handed to payroll. */
export function bonusScenes(stage: Stage, story: Story, { bonuses: told }: Recognition): Scene[] {
  const { by: who, day, terms, proposed, payroll } = told
  const say = (scope: Scope) => call(scope, routes, bonuses.setBonusSettings, { body: terms })
  return [
    { day, turn: 9, who, play: say },
    ...quarterDays(stage, day, story.days).map((begins) => budgetScene(stage, told, begins)),
    ...proposed.flatMap((proposal) => proposalScenes(stage, proposal)),
    ...payroll.map((one) => ({
      day: one.day,
      turn: 9.5,
      who: one.by,
      play: (scope: Scope) => call(scope, routes, makePayrollExport, {}),
    })),
  ]
}

/** The day from which on there are bonuses, and the first day of each quarter after it: there are other ones each year. */
function quarterDays(stage: Stage, from: number, last: number): number[] {
  const quarterOf = (day: number) => Math.floor(momentOf(stage, day).getUTCMonth() / 3)
  const later = Array.from({ length: last - from }, (_, place) => from + 1 + place)
  return [from, ...later.filter((day) => quarterOf(day) !== quarterOf(day - 1))]
}

function budgetScene(stage: Stage, { by: who, budgets }: Bonuses, day: number): Scene {
  const play = async (scope: Scope) => {
    for (const { group, ...amounts } of budgets)
      for (const kind of ['money', 'time'] as const) {
        const params = { groupId: known(stage.groups, group, 'group') }
        await call(scope, routes, bonuses.setBudget, { params, body: { kind, amount: amounts[kind] } })
      }
  }
  return { day, turn: 9.1, who, play }
}

function proposalScenes(stage: Stage, { by: who, day, decisions, ...said }: Bonuses['proposed'][number]) {
  let bonusId = ''
  const propose = async (scope: Scope) => {
    const { to, group, kind, amount, reason } = said
    const [memberId, groupId] = [actorOf(stage, to).id, known(stage.groups, group, 'group')]
    const body = { memberId, groupId, kind, amount, reason }
    bonusId = (await call(scope, routes, bonuses.proposeBonus, { body })).id
  }
  return [
    { day, turn: 9.3, who, play: propose },
    ...decisions.map(({ by, day: decided, ...body }) => ({
      day: decided,
      turn: 9.4,
      who: by,
      play: (scope: Scope) => call(scope, routes, bonuses.decideBonus, { params: { bonusId }, body }),
    })),
  ]
}
