import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { findGroup, holds } from '#people'
import { holdAlone } from '#platform/db/locks'
import { forbidden, invalidField } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { Charter, CharterRule } from '../charter.contract.ts'
import { type Level, type RuleName, ruleNames, usualRules } from './names.ts'
import { type Setting, settingsOf } from './rules.ts'

interface Row {
  rule: RuleName
  level: Level
  figure: number | null
  groupId: string
  name: string
}

/** What the groups of a path say, the nearest that says something of each rule. */
async function readRows({ org, db }: Scope, path: readonly string[]): Promise<Map<RuleName, Row>> {
  const { rows } = await sql<Row>`
    select distinct on (c.rule) c.rule, c.level, c.figure, g.id as group_id, g.name
    from charter_rules c join groups g on g.org_id = c.org_id and g.id = c.group_id
    where c.org_id = ${org} and c.group_id = any(${path}::uuid[])
    order by c.rule, cardinality(g.path) desc`.execute(db)
  return new Map(rows.map((row) => [row.rule, row]))
}

function ruleOf(rule: RuleName, row: Row | undefined): CharterRule {
  const { level, figure } = usualRules[rule]
  const range = figure && { least: figure.least, most: figure.most }
  if (!row) return { rule, level, figure: figure?.usual ?? null, range, from: null }
  return { rule, level: row.level, figure: row.figure, range, from: { id: row.groupId, name: row.name } }
}

/** The charter of a group that one may see. */
export async function getCharter(scope: Scope, groupId: string): Promise<Charter> {
  const { id, name, path } = await findGroup(scope, groupId)
  const rows = await readRows(scope, path)
  return {
    group: { id, name },
    rules: ruleNames.map((rule) => ruleOf(rule, rows.get(rule))),
    can: { change: holds(scope.actor, path, 'manager') },
  }
}

/** The rules that hold for the courses of a group. */
export async function settingsFor(scope: Scope, path: readonly string[]): Promise<Setting[]> {
  const rows = await readRows(scope, path)
  return settingsOf(ruleNames.map((rule) => ruleOf(rule, rows.get(rule))))
}

/** A group whose charter one may change; nobody else changes it until the transaction ends. */
export async function lockCharter(scope: Scope, groupId: string): Promise<string[]> {
  const { path } = await findGroup(scope, groupId)
  if (!holds(scope.actor, path, 'manager')) throw forbidden('charter.not-yours')
  await holdAlone(scope, `charter ${scope.org}`)
  return path
}

interface Said {
  level: Level
  figure: number | null
}

const findOwn = async (scope: Scope, groupId: string, rule: RuleName): Promise<Said | null> => {
  const row = await scope.db
    .selectFrom('charterRules')
    .select(['level', 'figure'])
    .where('orgId', '=', scope.org)
    .where('groupId', '=', groupId)
    .where('rule', '=', rule)
    .executeTakeFirst()
  return row ? { ...row, level: row.level as Level } : null
}

function refuseFigure(rule: RuleName, figure: number | null): void {
  const range = usualRules[rule].figure
  if (!range) {
    if (figure !== null) throw invalidField('/figure', 'charter.no-figure')
    return
  }
  const { least, most } = range
  if (figure === null || figure < least || figure > most)
    throw invalidField('/figure', 'charter.figure', { least, most })
}

/** Says what a rule is for a group: whoever manages it. Saying the same again changes nothing. */
export async function setCharterRule(
  scope: Scope,
  groupId: string,
  rule: RuleName,
  said: Said,
): Promise<Charter> {
  await lockCharter(scope, groupId)
  refuseFigure(rule, said.figure)
  const before = await findOwn(scope, groupId, rule)
  if (isDeepStrictEqual(before, said)) return getCharter(scope, groupId)
  const values = { ...said, setBy: scope.actor.id, setAt: scope.now }
  await scope.db
    .insertInto('charterRules')
    .values({ orgId: scope.org, groupId, rule, ...values })
    .onConflict((known) => known.columns(['orgId', 'groupId', 'rule']).doUpdateSet(values))
    .execute()
  return changed(scope, groupId, rule, { before, after: said })
}

/** Says nothing of a rule any more. */
export async function leaveCharterRule(scope: Scope, groupId: string, rule: RuleName): Promise<Charter> {
  await lockCharter(scope, groupId)
  const before = await findOwn(scope, groupId, rule)
  if (!before) return getCharter(scope, groupId)
  await scope.db
    .deleteFrom('charterRules')
    .where('orgId', '=', scope.org)
    .where('groupId', '=', groupId)
    .where('rule', '=', rule)
    .execute()
  return changed(scope, groupId, rule, { before, after: null })
}

async function changed(
  scope: Scope,
  groupId: string,
  rule: RuleName,
  what: { before: Said | null; after: Said | null },
): Promise<Charter> {
  await record(scope, 'charter.changed', { groupId, rule, ...what })
  tell(scope, { topics: ['charter'] })
  return getCharter(scope, groupId)
}
