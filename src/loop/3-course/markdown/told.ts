import { sql } from 'kysely'
import type { z } from 'zod'
import type { Scope } from '#platform/scope'
import type { importMarkdown as contract } from '../material.contract.ts'
import { importMarkdown } from './import.ts'

/** Reads Markdown for somebody: what could not be kept is told in their language. */
export async function importFor(scope: Scope, input: z.output<typeof contract.body>) {
  const { actor, install } = scope
  const mediaTypes = await mediaTypesOf(scope, Object.values(input.assets))
  // A file that never arrived, or is somebody else's, is not there.
  const assets = Object.fromEntries(Object.entries(input.assets).filter(([, id]) => mediaTypes.has(id)))
  const limit = Math.floor(install.uploadLimit / 1_000_000)
  const read = importMarkdown(input.files, { assets, mediaTypes, refused: input.refused, limit })
  const report = read.report.map(({ values = {}, ...line }) => ({
    ...line,
    detail: install.catalog.text(actor.locale, `course.report.${line.code}`, values),
  }))
  return { ...read, report }
}

async function mediaTypesOf(scope: Scope, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await scope.db
    .selectFrom('assets')
    .select(['id', 'mediaType'])
    .where('orgId', '=', scope.org)
    .where('uploadedBy', '=', scope.actor.id)
    .where('finishedAt', 'is not', null)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, mediaType }) => [id, mediaType ?? '']))
}
