import { sql } from 'kysely'
import { person } from '#people'
import { jsonMoment } from '#platform/db/json'
import { pageOf, readCursor } from '#platform/db/paging'
import type { Scope } from '#platform/scope'
import type { RuleHistory } from '../given.contract.ts'
import { refuseUnlessAdmin } from '../settings/settings.ts'
import { gaveSomething } from './gave.ts'
import { refuseUnknownRule } from './gifts.ts'
import type { RuleBody } from './language.ts'
import { findNames } from './names.ts'

interface Row extends Pick<RuleHistory, 'version' | 'name' | 'madeAt' | 'madeBy' | 'periods' | 'given'> {
  body: RuleBody
}

/** The versions of a rule, the latest first: who made each, when it acted and what it gave. */
export async function listRuleVersions(
  scope: Scope,
  ruleId: string,
  query: { limit: number; after?: string | undefined },
): Promise<{ items: RuleHistory[]; next: string | null }> {
  refuseUnlessAdmin(scope)
  await refuseUnknownRule(scope, ruleId)
  const after = readCursor(query.after, 'moment', 'number')
  const { rows } = await sql<Row>`
    select v.number as version, v.name, v.body, v.made_at,
      ${person('m')} as made_by,
      array(select json_build_object('from', ${jsonMoment('p.on_at')}, 'to', ${jsonMoment('p.off_at')},
          'by', ${person('o')})
        from rule_periods p join members o on o.org_id = p.org_id and o.id = p.on_by
        where p.org_id = v.org_id and p.rule_id = v.rule_id and p.version = v.number order by p.on_at desc limit 20) as periods,
      (select json_build_object('times', count(*) filter (where ${gaveSomething}), 'points', coalesce(sum(g.points), 0),
        'bonuses', count(g.bonus_id), 'takenBack', count(g.taken_at))
        from rule_gifts g where g.org_id = v.org_id and g.rule_id = v.rule_id and g.version = v.number) as given
    from rule_versions v join members m on m.org_id = v.org_id and m.id = v.made_by
    where v.org_id = ${scope.org} and v.rule_id = ${ruleId} and ${after ? sql`v.number < ${after[1]}` : sql`true`}
    order by v.number desc limit ${query.limit + 1}`.execute(scope.db)
  const page = pageOf(rows, query.limit, ({ madeAt, version }) => [madeAt, version])
  const namesOf = await findNames(
    scope,
    page.items.map(({ body }) => body),
  )
  return {
    items: page.items.map(({ body, ...row }) => ({ ...row, ...body, ...namesOf(body) })),
    next: page.next,
  }
}
