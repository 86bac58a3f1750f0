import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { findGroup, holds } from '#people'
import { holdAlone } from '#platform/db/locks'
import { forbidden, invalidField, notFound } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { criteriaFor } from '../criteria/criteria.ts'
import type { Policies, ValidationPolicy } from '../policy.contract.ts'
import { type Approver, type Policy, usualPolicy } from '../queue/policy.ts'
import { kindsOf } from './own-kinds.ts'

/** A policy with whom it names. */
export interface NamedPolicy extends Policy {
  named: string[]
}

interface Row extends NamedPolicy {
  kind: string
  /** What an own template is called. */
  name: string | null
  groupId: string
  groupName: string
}

/** What the groups of a path say: of each kind, the nearest that says something of it. */
async function readRows({ org, db }: Scope, path: readonly string[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select distinct on (p.kind) p.kind, t.name, p.approvals, p.approvers, p.named, p.is_blind, p.days, p.most_open, p.may_widen,
      p.trusted_after, p.must_pass, g.id as group_id, g.name as group_name
    from validation_policies p join groups g on g.org_id = p.org_id and g.id = p.group_id
    left join templates t on t.org_id = p.org_id and t.id::text = p.kind
    where p.org_id = ${org} and p.group_id = any(${path}::uuid[])
    order by p.kind, cardinality(g.path) desc`.execute(db)
  return rows
}

/** The policy alone, as it is kept with a round. */
const policyOf = ({ kind: _, name: __, groupId: ___, groupName: ____, ...policy }: Row): NamedPolicy => policy

/** What holds for a course: what is said of its kind anywhere above it, else of all kinds, the nearest group first. */
export async function policyFor(
  scope: Scope,
  path: readonly string[],
  kind: string | null,
): Promise<NamedPolicy> {
  const rows = await readRows(scope, path)
  const row = rows.find((one) => one.kind === kind) ?? rows.find((one) => one.kind === 'any')
  return row ? policyOf(row) : { ...usualPolicy, named: [] }
}

/** The policies of a group that one may see. */
export async function getPolicies(scope: Scope, groupId: string): Promise<Policies> {
  const { id, name, path } = await findGroup(scope, groupId)
  const rows = await readRows(scope, path)
  const ids = rows.flatMap(({ named }) => named)
  const people = await scope.db
    .selectFrom('members')
    .select(['id', 'name', 'title'])
    .where('orgId', '=', scope.org)
    .where('leftAt', 'is', null)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .orderBy('name')
    .execute()
  const judged = new Set((await criteriaFor(scope, path)).map(({ key }) => key))
  const present = ({ groupId: on, groupName, named, ...rest }: Row): ValidationPolicy => ({
    ...{ ...rest, approvers: [...rest.approvers], mustPass: rest.mustPass.filter((key) => judged.has(key)) },
    named: people.filter((one) => named.includes(one.id)),
    from: { id: on, name: groupName },
  })
  const usual = {
    ...usualPolicy,
    approvers: [...usualPolicy.approvers],
    mustPass: [...usualPolicy.mustPass],
    kind: 'any',
    name: null,
    named: [],
    from: null,
  }
  const any = rows.find(({ kind }) => kind === 'any')
  const others = rows.filter(({ kind }) => kind !== 'any')
  return {
    group: { id, name },
    items: [any ? present(any) : usual, ...others.map(present)],
    kinds: await kindsOf(scope, path),
    can: { change: holds(scope.actor, path, 'manager') },
  }
}

/** A group whose policies one may change; nobody else changes them until the transaction ends. */
async function lockPolicies(scope: Scope, groupId: string): Promise<string[]> {
  const { path } = await findGroup(scope, groupId)
  if (!holds(scope.actor, path, 'manager')) throw forbidden('policy.not-yours')
  await holdAlone(scope, `policies ${scope.org}`)
  return path
}

const findOwn = async (scope: Scope, groupId: string, kind: string): Promise<NamedPolicy | null> => {
  const row = await scope.db
    .selectFrom('validationPolicies')
    .select([
      'approvals',
      'approvers',
      'named',
      'isBlind',
      'days',
      'mostOpen',
      'mayWiden',
      'trustedAfter',
      'mustPass',
    ])
    .where('orgId', '=', scope.org)
    .where('groupId', '=', groupId)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row ? { ...row, approvers: row.approvers as Approver[] } : null
}

/** Throws unless some members are here, and somebody is named where the policy says that named people approve. */
async function refuseNamed(scope: Scope, { approvers, named }: NamedPolicy): Promise<void> {
  if (approvers.includes('named') && named.length === 0)
    throw invalidField('/namedIds', 'policy.nobody-named')
  const known = await scope.db
    .selectFrom('members')
    .select('id')
    .where('orgId', '=', scope.org)
    .where('leftAt', 'is', null)
    .where(sql<boolean>`id = any(${[...named]}::uuid[])`)
    .execute()
  if (known.length < named.length) throw invalidField('/namedIds', 'policy.no-member')
}

/** Throws unless each criterion that must pass is judged in the group. */
async function refuseCriteria(scope: Scope, path: readonly string[], { mustPass }: NamedPolicy) {
  const known = new Set((await criteriaFor(scope, path)).map(({ key }) => key))
  if (!mustPass.every((key) => known.has(key))) throw invalidField('/mustPass', 'policy.no-criterion')
}

/** Says what the review of a kind of content asks for: whoever manages the group. Saying the same again changes nothing. */
export async function setPolicy(
  scope: Scope,
  at: { groupId: string; kind: string },
  { namedIds, ...said }: Policy & { namedIds: string[] },
): Promise<Policies> {
  const { groupId, kind } = at
  const path = await lockPolicies(scope, groupId)
  if (!(await kindsOf(scope, path)).some((one) => one.kind === kind)) throw notFound('template')
  const ways = [...new Set(said.approvers)]
  const named = ways.includes('named') ? [...new Set(namedIds.map((id) => id.toLowerCase()))] : []
  const policy = { ...said, approvers: ways, named, mustPass: [...new Set(said.mustPass)] }
  await refuseNamed(scope, policy)
  await refuseCriteria(scope, path, policy)
  const before = await findOwn(scope, groupId, kind)
  if (isDeepStrictEqual(before, policy)) return getPolicies(scope, groupId)
  const values = { ...policy, setBy: scope.actor.id, setAt: scope.now }
  await scope.db
    .insertInto('validationPolicies')
    .values({ orgId: scope.org, groupId, kind, ...values })
    .onConflict((known) => known.columns(['orgId', 'groupId', 'kind']).doUpdateSet(values))
    .execute()
  return changed(scope, at, { before, after: policy })
}

/** Says nothing of a kind of content any more. */
export async function leavePolicy(scope: Scope, groupId: string, kind: string): Promise<Policies> {
  await lockPolicies(scope, groupId)
  const before = await findOwn(scope, groupId, kind)
  if (!before) return getPolicies(scope, groupId)
  await scope.db
    .deleteFrom('validationPolicies')
    .where('orgId', '=', scope.org)
    .where('groupId', '=', groupId)
    .where('kind', '=', kind)
    .execute()
  return changed(scope, { groupId, kind }, { before, after: null })
}

/** Rounds that are open keep what they were asked under; how many they are is on record with the change. */
async function changed(
  scope: Scope,
  { groupId, kind }: { groupId: string; kind: string },
  what: { before: NamedPolicy | null; after: NamedPolicy | null },
): Promise<Policies> {
  const { rows } = await sql<{ open: number }>`
    select count(*)::int as open from reviews r join courses c on c.org_id = r.org_id and c.id = r.course_id
    join groups g on g.org_id = c.org_id and g.id = c.group_id
    where r.org_id = ${scope.org} and r.closed_at is null and ${groupId} = any(g.path)`.execute(scope.db)
  await record(scope, 'policy.changed', { groupId, kind, ...what, open: rows[0]?.open ?? 0 })
  tell(scope, { topics: ['policies'] })
  return getPolicies(scope, groupId)
}
