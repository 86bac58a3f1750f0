import { sql } from 'kysely'
import { person } from '#people'
import type { Scope } from '#platform/scope'
import type { EarningRule } from '../given.contract.ts'
import { mostRules } from '../limits.ts'
import type { RuleBody } from './language.ts'
import { findNames } from './names.ts'

interface Row extends Pick<EarningRule, 'id' | 'name' | 'version' | 'since' | 'madeBy'> {
  body: RuleBody
}

/**
 * The rules that act now, for everybody to read. Of the groups that a rule names a reader is told those they may see; a rule
 * that is only for groups they may not see cannot give them anything, and is not told; nor is a bonus of such a group.
 */
export async function listEarningRules(scope: Scope): Promise<{ items: EarningRule[] }> {
  const { rows } = await sql<Row>`
    select p.rule_id as id, p.version, v.name, v.body, p.on_at as since,
      ${person('m')} as made_by
    from rule_periods p
    join rule_versions v on v.org_id = p.org_id and v.rule_id = p.rule_id and v.number = p.version
    join members m on m.org_id = v.org_id and m.id = v.made_by
    where p.org_id = ${scope.org} and p.off_at is null order by folded(v.name), p.rule_id limit ${mostRules}`.execute(
    scope.db,
  )
  const namesOf = await findNames(
    scope,
    rows.map(({ body }) => body),
  )
  return {
    items: rows.flatMap(({ body, ...row }) => {
      const names = namesOf(body)
      const seen = (ids: readonly string[]) => ids.filter((id) => names.groups.some((one) => one.id === id))
      const [groupIds, audience] = [seen(body.about.groupIds), seen(body.audience)]
      const bonus = body.bonus && names.purse ? body.bonus : null
      if (body.gives.length === 0 && body.badge === null && bonus === null) return []
      const isApart = (all: readonly string[], few: readonly string[]) => all.length > 0 && few.length === 0
      if (isApart(body.about.groupIds, groupIds) || isApart(body.audience, audience)) return []
      const others = {
        about: body.about.groupIds.length - groupIds.length,
        audience: body.audience.length - audience.length,
      }
      return [{ ...row, ...body, bonus, about: { ...body.about, groupIds }, audience, ...names, others }]
    }),
  }
}
