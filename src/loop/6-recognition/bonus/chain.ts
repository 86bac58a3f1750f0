import { sql } from 'kysely'
import type { Approver } from '../bonus.contract.ts'

/** Who may take each kind of step of a bonus from a group’s budget, by id: enough of them to know that there are enough. */
export type Takers = Record<Approver, string[]>

/**
 * More than anybody needs to know of: the longest chain has five steps, and who proposes and who receives take none. So many
 * who may take a step suffice whoever takes the others.
 */
const enough = 8

/** SQL: the group above `g`, or itself where there is none. */
export const above = sql`case when cardinality(g.path) > 1 then g.path[1:cardinality(g.path) - 1] else g.path end`

/** SQL: who holds one of these roles on one of these groups and is here. */
const holders = (groups: ReturnType<typeof sql>, roles: ReturnType<typeof sql>) => sql`array(
  select distinct r.member_id from roles r join members h on h.org_id = r.org_id and h.id = r.member_id and h.left_at is null
  where r.org_id = g.org_id and r.group_id = any(${groups}) and r.role in (${roles}) limit ${enough})`

/** SQL: who may take the steps of a bonus from the budget of the group `g`, as one value. */
export const takersOf = sql`json_build_object(
  'manager', ${holders(sql`g.path`, sql`'manager', 'admin'`)},
  'manager-above', ${holders(above, sql`'manager', 'admin'`)},
  'admin', ${holders(sql`array[g.org_id]`, sql`'admin'`)})`

/**
 * The first step, by its number from 1, that nobody is left to take when each is taken by somebody else and by none of
 * `without`; null where the chain can be finished. A matching of steps and people: whoever takes a step makes room for a
 * later one where they can.
 */
export function firstMissing(
  chain: readonly Approver[],
  takers: Takers,
  without: readonly string[],
): number | null {
  const stepOf = new Map<string, number>()
  const place = (step: number, tried: Set<string>): boolean => {
    for (const one of takers[chain[step] as Approver]) {
      if (tried.has(one) || without.includes(one)) continue
      tried.add(one)
      const taken = stepOf.get(one)
      if (taken === undefined || place(taken, tried)) {
        stepOf.set(one, step)
        return true
      }
    }
    return false
  }
  const missing = chain.findIndex((_, step) => !place(step, new Set()))
  return missing === -1 ? null : missing + 1
}

/** Everybody who may take one of the steps. */
export const everyTaker = (takers: Takers): string[] => [...new Set(Object.values(takers).flat())]

/**
 * The first step that nobody is left to take, whoever of those who manage the group proposes; null where the chain can be
 * finished after one of them. Where nobody manages it only a rule proposes, and takes nobody away.
 */
export function missingForAll(chain: readonly Approver[], takers: Takers): number | null {
  const proposers = takers.manager.length > 0 ? takers.manager : ['']
  const steps = proposers.map((one) => firstMissing(chain, takers, [one]))
  return steps.includes(null) ? null : Math.max(...steps.map(Number))
}
