import { sql } from 'kysely'
import { holdAlone } from '#platform/db/locks'
import { conflict, notFound } from '#platform/problem'
import { type Quiet, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { RecognitionRule } from '../rule.contract.ts'
import type { RuleBody } from './language.ts'
import { findNames } from './names.ts'
import { getRule, lockRule } from './rules.ts'

async function findBody({ org, db }: Quiet, ruleId: string, version: number): Promise<RuleBody | undefined> {
  const row = await db
    .selectFrom('ruleVersions')
    .select('body')
    .where('orgId', '=', org)
    .where('ruleId', '=', ruleId)
    .where('number', '=', version)
    .executeTakeFirst()
  return row?.body as RuleBody | undefined
}

/**
 * Has a version act on what happens from now on, in place of the one that did. Throws 409 where it awards a badge that is
 * awarded no more or proposes a bonus that nobody can be given, and for a rule that was put aside.
 */
export async function switchRuleOn(
  scope: Scope,
  id: string,
  { version }: { version: number },
): Promise<RecognitionRule> {
  const rule = await lockRule(scope, id)
  if (rule.archivedAt) throw conflict('rule.archived')
  if (rule.active?.version === version) return rule
  const body = await findBody(scope, id, version)
  if (!body) throw notFound('rule-version')
  const { award, purse } = (await findNames(scope, [body]))(body)
  if (body.badge && !award?.isUsable) throw conflict('rule.badge-unusable')
  if (body.bonus && !purse?.isUsable) throw conflict('rule.bonus-unusable')
  await end(scope, id)
  await scope.db
    .insertInto('rulePeriods')
    .values({ orgId: scope.org, ruleId: id, onAt: scope.now, version, onBy: scope.actor.id })
    .execute()
  await record(scope, 'rule.switched-on', { ruleId: id, version, before: rule.active?.version ?? null })
  tell(scope, { topics: ['rules'] })
  return getRule(scope, id)
}

/** Has it give nothing more for what happens from now on; what it gave stays. */
export async function switchRuleOff(scope: Scope, id: string): Promise<RecognitionRule> {
  const { active } = await lockRule(scope, id)
  if (!active) return getRule(scope, id)
  await end(scope, id)
  await record(scope, 'rule.switched-off', { ruleId: id, version: active.version })
  tell(scope, { topics: ['rules'] })
  return getRule(scope, id)
}

/** Ends the period that is open. Whoever gives by rules right now finishes first. */
async function end(scope: Scope, ruleId: string): Promise<void> {
  await holdAlone(scope, `rules of ${scope.org}`)
  await sql`update rule_periods set off_at = ${scope.now}, off_by = ${scope.actor.id}
    where org_id = ${scope.org} and rule_id = ${ruleId} and off_at is null`.execute(scope.db)
}
