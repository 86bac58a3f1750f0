import { sql } from 'kysely'
import { person } from '#people'
import { jsonMoment } from '#platform/db/json'
import { pageOf, readCursor } from '#platform/db/paging'
import { conflict, invalidField, notFound } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { bonusTerms } from '../bonus/terms.ts'
import { mostRules } from '../limits.ts'
import type { RecognitionRule } from '../rule.contract.ts'
import { refuseUnlessAdmin } from '../settings/settings.ts'
import { gaveSomething } from './gave.ts'
import type { RuleBody } from './language.ts'
import { findNames } from './names.ts'
import { isGivenHere } from './propose.ts'

/** A rule as it is said. */
export type Said = RuleBody & { name: string }

interface Row extends Omit<RecognitionRule, keyof RuleBody | 'groups' | 'topics' | 'award' | 'purse'> {
  body: RuleBody
}

const rowsThat = async ({ org, db }: Scope, which: ReturnType<typeof sql>): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    select r.id, r.version, v.name, v.body, v.made_at, ${person('m')} as made_by, r.archived_at,
      case when p.on_at is not null then json_build_object('version', p.version,
        'since', ${jsonMoment('p.on_at')}, 'by', ${person('o')}) end as active,
      (select json_build_object('times', count(*) filter (where ${gaveSomething}),
        'people', count(distinct g.member_id) filter (where ${gaveSomething}),
        'points', coalesce(sum(g.points), 0), 'badges', count(g.award_id), 'bonuses', count(g.bonus_id),
        'unproposed', count(g.bonus_against), 'takenBack', count(g.taken_at))
        from rule_gifts g where g.org_id = r.org_id and g.rule_id = r.id) as given
    from rules r
    join rule_versions v on v.org_id = r.org_id and v.rule_id = r.id and v.number = r.version
    join members m on m.org_id = v.org_id and m.id = v.made_by
    left join rule_periods p on p.org_id = r.org_id and p.rule_id = r.id and p.off_at is null
    left join members o on o.org_id = p.org_id and o.id = p.on_by
    where r.org_id = ${org} and ${which}`.execute(db)
  return rows
}

async function told(scope: Scope, rows: readonly Row[]): Promise<RecognitionRule[]> {
  const namesOf = await findNames(
    scope,
    rows.map(({ body }) => body),
  )
  return rows.map(({ body, ...row }) => ({ ...row, ...body, ...namesOf(body) }))
}

/** One rule in its latest version; throws 404. */
export async function getRule(scope: Scope, id: string): Promise<RecognitionRule> {
  refuseUnlessAdmin(scope)
  const [rule] = await told(scope, await rowsThat(scope, sql`r.id = ${id}`))
  if (!rule) throw notFound('rule')
  return rule
}

/** The rules of the organization, newest first: those in use, or those that were put aside. */
export async function listRules(
  scope: Scope,
  query: { archived: 'true' | 'false'; limit: number; after?: string | undefined },
): Promise<{ items: RecognitionRule[]; next: string | null }> {
  refuseUnlessAdmin(scope)
  const after = readCursor(query.after, 'id')
  const rows = await rowsThat(
    scope,
    sql`(r.archived_at is not null) = ${query.archived === 'true'}
      and ${after ? sql`r.id < ${after[0]}` : sql`true`} order by r.id desc limit ${query.limit + 1}`,
  )
  const { items, next } = pageOf(rows, query.limit, ({ id }) => [id])
  return { items: await told(scope, items), next }
}

/** A rule held until the transaction ends: of two who change it at once one hears of the other. Throws 404. */
export async function lockRule(scope: Scope, id: string): Promise<RecognitionRule> {
  await sql`select from rules where org_id = ${scope.org} and id = ${id} for update`.execute(scope.db)
  return getRule(scope, id)
}

/** Writes a rule; it gives nothing until it is switched on. */
export async function makeRule(scope: Scope, said: Said): Promise<RecognitionRule> {
  refuseUnlessAdmin(scope)
  await refuseTooMany(scope)
  await refuseUnknown(scope, said)
  const id = newIdIn(scope)
  await scope.db.insertInto('rules').values({ orgId: scope.org, id, version: 1, madeAt: scope.now }).execute()
  await keepVersion(scope, { id, number: 1 }, said)
  await record(scope, 'rule.made', { ruleId: id, name: said.name })
  tell(scope, { topics: ['rules'] })
  return getRule(scope, id)
}

/** Keeps another version of a rule; the same again changes nothing. The version that is switched on goes on acting. */
export async function changeRule(
  scope: Scope,
  id: string,
  { version, ...said }: Said & { version: number },
): Promise<RecognitionRule> {
  const before = await lockRule(scope, id)
  if (before.version !== version) throw conflict('rule.changed-elsewhere')
  await refuseUnknown(scope, said)
  if (JSON.stringify([before.name, bodyOf(before)]) === JSON.stringify([said.name, bodyOf(said)]))
    return before
  const number = version + 1
  await keepVersion(scope, { id, number }, said)
  await sql`update rules set version = ${number} where org_id = ${scope.org} and id = ${id}`.execute(scope.db)
  await record(scope, 'rule.changed', { ruleId: id, version: number, before: { version } })
  tell(scope, { topics: ['rules'] })
  return getRule(scope, id)
}

/** The body of a rule alone, always in the same order. */
export const bodyOf = ({ when, about, audience, gives, badge, bonus, caps }: RuleBody): RuleBody => ({
  ...{ when, about: { groupIds: about.groupIds, topicIds: about.topicIds, tags: about.tags }, audience },
  ...{ gives: gives.map(({ to, points }) => ({ to, points })) },
  badge: badge && { badgeId: badge.badgeId, level: badge.level, to: badge.to },
  bonus: bonus && { unit: bonus.unit, amount: bonus.amount, to: bonus.to, groupId: bonus.groupId },
  caps: { member: caps.member && { times: caps.member.times, per: caps.member.per }, month: caps.month },
})

async function keepVersion(
  scope: Scope,
  { id: ruleId, number }: { id: string; number: number },
  said: Said,
): Promise<void> {
  const body = JSON.stringify(bodyOf(said))
  await scope.db
    .insertInto('ruleVersions')
    .values({
      ...{ orgId: scope.org, ruleId, number, name: said.name, body },
      ...{ madeBy: scope.actor.id, madeAt: scope.now },
    })
    .execute()
}

/** Throws 409 where there are as many rules as an organization keeps. */
async function refuseTooMany(scope: Scope): Promise<void> {
  const { count } = await scope.db
    .selectFrom('rules')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('orgId', '=', scope.org)
    .where('archivedAt', 'is', null)
    .executeTakeFirstOrThrow()
  if (Number(count) >= mostRules) throw conflict('rule.too-many', { most: mostRules })
}

/**
 * Refuses groups, topics, badges and budgets that are not here (422 at the field), and a bonus while there are none
 * (409 `bonus.off`).
 */
async function refuseUnknown(scope: Scope, said: Said): Promise<void> {
  const { groups, topics, award, purse } = (await findNames(scope, [said]))(said)
  const knows = (known: readonly { id: string }[], ids: readonly string[]) =>
    ids.every((id) => known.some((one) => one.id === id))
  if (!knows(groups, said.about.groupIds)) throw invalidField('/about/groupIds', 'group.not-found')
  if (!knows(topics, said.about.topicIds)) throw invalidField('/about/topicIds', 'topic.not-found')
  if (!knows(groups, said.audience)) throw invalidField('/audience', 'group.not-found')
  if (said.badge && !award) throw invalidField('/badge/badgeId', 'badge.not-found')
  if (said.badge && award?.level === '') throw invalidField('/badge/level', 'badge.no-level')
  if (!said.bonus) return
  if (!isGivenHere(said.bonus, await bonusTerms(scope)))
    throw invalidField('/bonus/unit', 'rule.other-currency')
  if (!purse?.isUsable) throw invalidField('/bonus/groupId', 'group.not-found')
}

/** Puts a rule aside that is switched off; what it gave stays. Throws 409 for one that acts. */
export async function archiveRule(scope: Scope, id: string): Promise<RecognitionRule> {
  const rule = await lockRule(scope, id)
  if (rule.active) throw conflict('rule.is-on')
  if (rule.archivedAt) return rule
  await setArchived(scope, id, scope.now)
  await record(scope, 'rule.archived', { ruleId: id })
  return getRule(scope, id)
}

/** Brings it back, switched off. */
export async function restoreRule(scope: Scope, id: string): Promise<RecognitionRule> {
  const rule = await lockRule(scope, id)
  if (!rule.archivedAt) return rule
  await refuseTooMany(scope)
  await setArchived(scope, id, null)
  await record(scope, 'rule.restored', { ruleId: id })
  return getRule(scope, id)
}

async function setArchived(scope: Scope, id: string, archivedAt: Date | null): Promise<void> {
  await scope.db
    .updateTable('rules')
    .set({ archivedAt })
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .execute()
  tell(scope, { topics: ['rules'] })
}
