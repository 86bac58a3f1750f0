import { sql } from 'kysely'
import type { Quiet, Scope } from '#platform/scope'
import { budgetOf } from '../bonus/budgets.ts'
import { setAside } from '../bonus/set-aside.ts'
import { findTerms, minutes, type Terms } from '../bonus/terms.ts'
import { type AccountOf, balanceOf } from '../ledger/accounts.ts'
import type { Gift } from './engine/event.ts'
import type { Period } from './in-force.ts'
import type { ReasonAgainst, RuleBody } from './language.ts'

type Saying = NonNullable<RuleBody['bonus']>
type Running = Terms & { period: string }

/** What proposing rests on: how bonuses are here, for which period, whether the group is still in use, and who has left meanwhile. */
export interface Ground {
  terms: Running | null
  isArchived: boolean
  left: Set<string>
}

/** What the bonuses of some gifts rest on; nothing where there are none among them. */
export async function findGround(scope: Quiet, gifts: readonly Gift[]): Promise<Ground | null> {
  const groupId = gifts.find(({ bonus }) => bonus)?.bonus?.groupId
  if (groupId === undefined) return null
  const [terms, { rows }] = await Promise.all([
    findTerms(scope),
    sql<{ isArchived: boolean; left: string[] }>`select g.archived_at is not null as is_archived,
      array(select m.id from members m where m.org_id = g.org_id and m.left_at is not null
        and m.id = any(${gifts.map(({ memberId }) => memberId)}::uuid[])) as left
      from groups g where g.org_id = ${scope.org} and g.id = ${groupId}`.execute(scope.db),
  ])
  const [found] = rows
  return { terms, isArchived: found?.isArchived ?? true, left: new Set(found?.left) }
}

/** The budget that bonuses of a rule come from; nothing where none can. */
export const budgetFor = ({ bonus }: RuleBody, { terms }: Ground): AccountOf | null =>
  terms && bonus ? budgetOf(bonus.groupId, bonus.unit, terms.period) : null

/** Whether a bonus is in a unit that is given here. */
export const isGivenHere = ({ unit }: Pick<Saying, 'unit'>, { currency }: Pick<Terms, 'currency'>): boolean =>
  unit === minutes || unit === currency

/** What a gift’s bonus became: proposed, or not, and why. */
export interface Outcome {
  bonusId: string | null
  against: ReasonAgainst | null
}

/**
 * Proposes the bonus that somebody gets by a rule, or says what speaks against it. The caller holds the budget, so that what
 * is left of it is what is set aside.
 */
export async function proposeFor(
  scope: Scope,
  { ruleId, version, name }: Period,
  gift: Gift,
  { terms, about, ...ground }: Ground & { about: Record<string, string> },
): Promise<Outcome> {
  const { bonus, memberId } = gift
  if (!bonus) return { bonusId: null, against: null }
  const against = reasonAgainst(gift, bonus, { terms, ...ground })
  if (against !== null || terms === null) return { bonusId: null, against: against ?? 'off' }
  const { unit, amount, groupId } = bonus
  if ((await balanceOf(scope, budgetOf(groupId, unit, terms.period))) < amount)
    return { bonusId: null, against: 'over-budget' }
  const said = { memberId, groupId, unit, amount, reason: name, terms }
  return { bonusId: await setAside(scope, { ...said, by: { ruleId, version, about } }), against: null }
}

/** What speaks against a bonus whatever the budget has; that nobody may be named comes first, so that nothing else tells. */
function reasonAgainst(
  { memberId }: Gift,
  bonus: NonNullable<Gift['bonus']>,
  { terms, isArchived, left }: Ground,
): ReasonAgainst | null {
  if (bonus.against === 'unnamed') return 'unnamed'
  if (terms === null) return 'off'
  if (!isGivenHere(bonus, terms)) return 'other-currency'
  if (isArchived) return 'group-archived'
  return left.has(memberId) ? 'left' : bonus.against
}
