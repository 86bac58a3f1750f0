import { sql } from 'kysely'
import { holds } from '#people'
import { pageOf, readCursor } from '#platform/db/paging'
import { conflict, forbidden, notFound } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { forgetBase } from '../detection/base.ts'
import { askForDetection } from '../detection/task.ts'
import type { Mapping, Rejection, SignalImport } from '../import.contract.ts'
import { mayKeepFor } from '../purposes.ts'
import { ownSources } from '../signals/sources.ts'

/** Refuses whoever does not administer the whole organization. */
export function refuseUnlessAdmin({ org, actor }: Scope): void {
  if (!holds(actor, [org])) throw forbidden('import.not-yours')
}

/** Refuses while imports, or the detection that they are for, are switched off; they stay on until the transaction ends. */
export async function refuseUnlessOn(scope: Scope): Promise<void> {
  for (const purpose of ['imports', 'detection'] as const)
    if (!(await mayKeepFor(scope, purpose))) throw conflict('import.off')
}

const rowsOf = (scope: Scope) =>
  scope.db
    .selectFrom('signalImports as i')
    .innerJoin('members as m', (join) =>
      join.onRef('m.orgId', '=', 'i.orgId').onRef('m.id', '=', 'i.startedBy'),
    )
    .select(['i.id', 'i.source', 'i.mapping', 'i.size', 'i.taken', 'i.lines', 'i.kept', 'i.rejected'])
    .select(['i.startedAt', 'i.finishedAt', 'i.withdrawnAt', 'm.id as memberId', 'm.name', 'm.title'])
    .where('i.orgId', '=', scope.org)

const present = (row: Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]): SignalImport => {
  const { memberId: id, name, title, mapping, size, taken, ...rest } = row
  return {
    ...rest,
    mapping: mapping as Mapping,
    size: Number(size),
    taken: Number(taken),
    startedBy: { id, name, title },
  }
}

export async function getImport(scope: Scope, id: string): Promise<SignalImport> {
  const row = await rowsOf(scope).where('i.id', '=', id).executeTakeFirst()
  if (!row) throw notFound('import')
  return present(row)
}

/** A file of so many bytes brings more than is worth being noted line by line for the next count. */
const largeFile = 100_000_000

/** Announces a file: nothing of it is there yet. */
export async function startImport(
  scope: Scope,
  { source, size, mapping }: { source: string; size: number; mapping: Mapping },
): Promise<SignalImport> {
  refuseUnlessAdmin(scope)
  await refuseUnlessOn(scope)
  const id = newIdIn(scope)
  // What happened in Cairn itself, or was answered in a survey, has a source of its own.
  const name = ownSources.includes(source.toLowerCase()) ? `${source} (file)` : source
  await scope.db
    .insertInto('signalImports')
    .values({
      orgId: scope.org,
      id,
      source: name,
      size,
      mapping: JSON.stringify(mapping),
      startedBy: scope.actor.id,
      startedAt: scope.now,
    })
    .execute()
  if (size > largeFile) await forgetBase(scope)
  await record(scope, 'import.started', { importId: id, source: name, keyId: scope.actor.key?.id })
  tell(scope, { topics: ['imports'], to: [scope.actor.id] })
  return getImport(scope, id)
}

/** What was brought in, the latest first. */
export async function listImports(scope: Scope, query: { limit: number; after?: string | undefined }) {
  const after = readCursor(query.after, 'id')
  refuseUnlessAdmin(scope)
  let rows = rowsOf(scope)
  if (after) rows = rows.where('i.id', '<', String(after[0]))
  const found = await rows
    .orderBy('i.id', 'desc')
    .limit(query.limit + 1)
    .execute()
  return pageOf(found.map(present), query.limit, ({ id }) => [id])
}

/** Which lines were not taken, and why, in the order of the file. */
export async function listRejections(
  scope: Scope,
  importId: string,
  query: { limit: number; after?: string | undefined },
) {
  const after = readCursor(query.after, ['line'], 'number')
  refuseUnlessAdmin(scope)
  await getImport(scope, importId)
  let rows = scope.db
    .selectFrom('signalRejections')
    .select(['line', 'reason'])
    .where('orgId', '=', scope.org)
    .where('importId', '=', importId)
  if (after) rows = rows.where('line', '>', Number(after[1]))
  const found = await rows
    .orderBy('line')
    .limit(query.limit + 1)
    .execute()
  return pageOf(found as Rejection[], query.limit, ({ line }) => ['line', line])
}

/** Takes back all that an import brought in. Doing it again changes nothing. */
export async function withdrawImport(scope: Scope, id: string): Promise<void> {
  refuseUnlessAdmin(scope)
  const { source } = await getImport(scope, id)
  const changed = await scope.db
    .updateTable('signalImports')
    .set({ withdrawnAt: scope.now, finishedAt: sql`coalesce(finished_at, ${scope.now.toISOString()})` })
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) return
  // So many changes need not be noted one by one.
  await forgetBase(scope)
  await scope.db.deleteFrom('signals').where('orgId', '=', scope.org).where('importId', '=', id).execute()
  await record(scope, 'import.withdrawn', { importId: id, source })
  askForDetection(scope)
  tell(scope, { topics: ['imports'], to: [scope.actor.id] })
}
