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
    ...budgetScenes(stage, story, told),
    ...proposed.flatMap((proposal) => proposalScenes(stage, proposal)),
    ...payroll.map((one) => ({
      day: one.day,
      turn: 9.5,
      who: one.by,
      play: (scope: Scope) => call(scope, routes, makePayrollExport, {}),
    })),
  ]
}

/** Budgets from the first day on, anew as each quarter of the year begins, and at the end for the one that is to come. */
function budgetScenes(stage: Stage, story: Story, told: Bonuses): Scene[] {
  const { by: who, day: from } = told
  const days = Array.from({ length: story.days - from }, (_, place) => from + 1 + place)
  const begin = [from, ...days.filter((day) => quarterOf(stage, day) !== quarterOf(stage, day - 1))]
  const set = (day: number, period: string | null): Scene => ({
    ...{ day, turn: 9.1, who },
    play: (scope) => setBudgets(scope, stage, told, period),
  })
  return [...begin.map((day) => set(day, null)), set(story.days, quarterOf(stage, story.days, 1))]
}

/** The quarter of a day, or one so many later, such as 2026-Q4. */
function quarterOf(stage: Stage, day: number, later = 0): string {
  const at = momentOf(stage, day)
  const quarters = at.getUTCFullYear() * 4 + Math.floor(at.getUTCMonth() / 3) + later
  return `${Math.floor(quarters / 4)}-Q${(quarters % 4) + 1}`
}

async function setBudgets(scope: Scope, stage: Stage, { budgets }: Bonuses, period: string | null) {
  for (const { group, ...amounts } of budgets)
    for (const kind of ['money', 'time'] as const) {
      const params = { groupId: known(stage.groups, group, 'group') }
      await call(scope, routes, bonuses.setBudget, { params, body: { kind, amount: amounts[kind], period } })
    }
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
