import { holdAlone } from '#platform/db/locks'
import { conflict, invalidField, notFound } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { mostValues } from '../limits.ts'
import type { KudosValue } from '../settings.contract.ts'
import { refuseUnlessAdmin } from './settings.ts'

interface Words {
  name: string
  about: string
}

const valuesOf = (scope: Scope) =>
  scope.db
    .selectFrom('kudosValues')
    .select(['id', 'name', 'about', 'archivedAt'])
    .where('orgId', '=', scope.org)

/** Lets nobody else change what is thanked for meanwhile; gives what there is. */
async function lockValues(scope: Scope): Promise<KudosValue[]> {
  refuseUnlessAdmin(scope)
  await holdAlone(scope, `values ${scope.org}`)
  return valuesOf(scope).execute()
}

const findIn = (values: readonly KudosValue[], id: string): KudosValue => {
  const found = values.find((one) => one.id === id)
  if (!found) throw notFound('value')
  return found
}

/** What one may choose from has each name once, and stays few enough to choose from. */
function refuseCrowd(values: readonly KudosValue[], name: string, id?: string): void {
  const open = values.filter((one) => one.archivedAt === null && one.id !== id)
  if (open.some((one) => one.name.toLowerCase() === name.toLowerCase()))
    throw invalidField('/name', 'value.taken')
  if (open.length >= mostValues) throw conflict('value.too-many', { count: mostValues })
}

export async function addKudosValue(scope: Scope, words: Words): Promise<KudosValue> {
  refuseCrowd(await lockValues(scope), words.name)
  const id = newIdIn(scope)
  await scope.db
    .insertInto('kudosValues')
    .values({ orgId: scope.org, id, ...words, addedAt: scope.now })
    .execute()
  await record(scope, 'value.added', { valueId: id, ...words })
  tell(scope, { topics: ['recognition'] })
  return { id, ...words, archivedAt: null }
}

async function change(
  scope: Scope,
  before: KudosValue,
  set: { name?: string; about?: string; archivedAt?: string | null },
): Promise<KudosValue> {
  await scope.db
    .updateTable('kudosValues')
    .set(set)
    .where('orgId', '=', scope.org)
    .where('id', '=', before.id)
    .execute()
  tell(scope, { topics: ['recognition', 'kudos'] })
  return { ...before, ...set }
}

/** Says a value in other words. */
export async function changeKudosValue(scope: Scope, id: string, words: Words): Promise<KudosValue> {
  const values = await lockValues(scope)
  const { name, about } = findIn(values, id)
  refuseCrowd(values, words.name, id)
  await record(scope, 'value.changed', { valueId: id, ...words, before: { name, about } })
  return change(scope, findIn(values, id), words)
}

/** Takes it from what one may choose. Again, it changes nothing. */
export async function archiveKudosValue(scope: Scope, id: string): Promise<KudosValue> {
  const value = findIn(await lockValues(scope), id)
  if (value.archivedAt !== null) return value
  await record(scope, 'value.archived', { valueId: id })
  return change(scope, value, { archivedAt: scope.now.toISOString() })
}

export async function restoreKudosValue(scope: Scope, id: string): Promise<KudosValue> {
  const values = await lockValues(scope)
  const value = findIn(values, id)
  if (value.archivedAt === null) return value
  refuseCrowd(values, value.name, id)
  await record(scope, 'value.restored', { valueId: id })
  return change(scope, value, { archivedAt: null })
}
