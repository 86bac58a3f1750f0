import { isDeepStrictEqual } from 'node:util'
import { type RawBuilder, sql } from 'kysely'
import { holds } from '#people'
import { holdAlone, holdTogether } from '#platform/db/locks'
import { forbidden, invalidField } from '#platform/problem'
import { type Quiet, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { type Audience, type Purpose, type PurposeState, purposes } from './purpose.contract.ts'
import { usualOf } from './purpose-rules.ts'

/** One lock for each purpose of an organization: what is being kept for it waits for the switch, and the switch for it. */
const lockOf = ({ org }: Quiet, purpose: Purpose): string => `purpose ${org} ${purpose}`

/** SQL condition: the organization has this switched on at this moment. */
export function isOnNow(scope: Pick<Scope, 'org'>, purpose: Purpose): RawBuilder<boolean> {
  const decided = sql`select from purposes p where p.org_id = ${scope.org} and p.purpose = ${purpose}`
  return usualOf[purpose].isOn
    ? sql<boolean>`not exists (${decided} and p.on_since is null)`
    : sql<boolean>`exists (${decided} and p.on_since is not null)`
}

/** What was decided about a purpose; undefined while nobody has. */
const findDecision = (scope: Quiet, purpose: Purpose) =>
  scope.db
    .selectFrom('purposes')
    .select(['onSince', 'keepDays'])
    .where('orgId', '=', scope.org)
    .where('purpose', '=', purpose)
    .executeTakeFirst()

/**
 * Whether what happened at the scope's moment may be kept for this purpose: not while it is switched off, and not what
 * was before it was switched on. It holds as long as the transaction lasts.
 */
export async function mayKeepFor(scope: Quiet, purpose: Purpose): Promise<boolean> {
  await holdTogether(scope, lockOf(scope, purpose))
  const decided = await findDecision(scope, purpose)
  if (!decided) return usualOf[purpose].isOn
  return decided.onSince !== null && decided.onSince <= scope.now.toISOString()
}

/** For how many days what is stored for a purpose is kept. */
export async function keepDaysOf(scope: Quiet, purpose: Purpose): Promise<number> {
  return (await findDecision(scope, purpose))?.keepDays ?? usualOf[purpose].keepDays
}

const rowsOf = (scope: Scope) =>
  scope.db
    .selectFrom('purposes as p')
    .innerJoin('members as m', (join) =>
      join.onRef('m.orgId', '=', 'p.orgId').onRef('m.id', '=', 'p.changedBy'),
    )
    .select(['p.purpose', 'p.onSince', 'p.legalNote', 'p.keepDays', 'p.seenBy', 'p.changedAt'])
    .select(['m.id', 'm.name', 'm.title'])
    .where('p.orgId', '=', scope.org)

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]

function stateOf(purpose: Purpose, row: Row | undefined, foundedAt: string): PurposeState {
  const { isOn, keepDays, audiences } = usualOf[purpose]
  const mayBeSeenBy = [...audiences]
  if (!row) {
    const onSince = isOn ? foundedAt : null
    return { purpose, onSince, legalNote: '', keepDays, seenBy: audiences[0], mayBeSeenBy, changed: null }
  }
  const { id, name, title, changedAt: at, onSince, legalNote } = row
  const seenBy = row.seenBy as Audience
  const changed = { by: { id, name, title }, at }
  return { purpose, onSince, legalNote, keepDays: row.keepDays, seenBy, mayBeSeenBy, changed }
}

/** Everything that may be found out about people here, and what was decided about it. */
export async function listPurposes(scope: Scope) {
  const founded = scope.db
    .selectFrom('organizations')
    .select('createdAt')
    .where('orgId', '=', scope.org)
    .executeTakeFirstOrThrow()
  const [{ createdAt }, rows] = await Promise.all([founded, rowsOf(scope).execute()])
  const items = purposes.map((purpose) =>
    stateOf(
      purpose,
      rows.find((row) => row.purpose === purpose),
      createdAt,
    ),
  )
  return { items, can: { set: holds(scope.actor, [scope.org], 'admin') } }
}

export async function findPurpose(scope: Scope, purpose: Purpose): Promise<PurposeState> {
  const { items } = await listPurposes(scope)
  const found = items.find((one) => one.purpose === purpose)
  if (!found) throw new Error(`There is no purpose ${purpose}.`)
  return found
}

type Decision = Pick<PurposeState, 'legalNote' | 'keepDays' | 'seenBy'> & { isOn: boolean }

function refuse(scope: Scope, purpose: Purpose, { isOn, legalNote, seenBy }: Decision): void {
  if (!holds(scope.actor, [scope.org], 'admin')) throw forbidden('purpose.admin-needed')
  const { audiences } = usualOf[purpose]
  if (!audiences.includes(seenBy))
    throw invalidField('/seenBy', 'invalid_value', { values: audiences.join(', ') })
  if (isOn && legalNote === '') throw invalidField('/legalNote', 'purpose.legal-note')
}

/**
 * Decides about a purpose: an administrator of the whole organization, who says by what right where it is on. Deciding
 * the same again changes nothing. What is stored for one that is switched off is deleted by a job.
 */
export async function setPurpose(scope: Scope, purpose: Purpose, decision: Decision): Promise<PurposeState> {
  refuse(scope, purpose, decision)
  await holdAlone(scope, lockOf(scope, purpose))
  const now = await findPurpose(scope, purpose)
  const { onSince, legalNote, keepDays, seenBy } = now
  const before = { isOn: onSince !== null, legalNote, keepDays, seenBy }
  if (isDeepStrictEqual(before, decision)) return now
  const { isOn, ...rest } = decision
  const since = isOn ? (onSince ?? scope.now) : null
  const values = { ...rest, onSince: since, changedBy: scope.actor.id, changedAt: scope.now }
  await scope.db
    .insertInto('purposes')
    .values({ orgId: scope.org, purpose, ...values })
    .onConflict((known) => known.columns(['orgId', 'purpose']).doUpdateSet(values))
    .execute()
  await record(scope, 'purpose.set', { purpose, ...decision, before })
  tell(scope, { topics: ['detection'] })
  return findPurpose(scope, purpose)
}
