import { isDeepStrictEqual } from 'node:util'
import { conflict, invalidField } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { type Ask, partsOf } from '../document/asks.ts'
import { diffBlocks } from '../document/blocks.ts'
import type { CourseDocument } from '../document/schema.ts'
import { usesOf } from '../document/uses.ts'
import type { OwnTemplate, TemplateDraft } from '../own-template.contract.ts'
import { findManagedTemplate, getOwnTemplate, templateOf } from './own.ts'

/** What a template says, as it is changed and as its versions keep it. */
export interface TemplateText {
  name: string
  for: string
  objective: string
  months: number
  document: CourseDocument
  asks: Ask[]
}

interface StoredText {
  name: string
  purpose: string
  objective: string
  months: number
  document: unknown
  asks: unknown
}

export const textColumns = ['name', 'purpose', 'objective', 'months', 'document', 'asks'] as const

export const textFrom = ({ name, purpose, objective, months, document, asks }: StoredText): TemplateText => ({
  ...{ name, for: purpose, objective, months },
  ...{ document: document as CourseDocument, asks: asks as Ask[] },
})

const stored = ({ for: purpose, document, asks, ...rest }: TemplateText) => ({
  ...{ ...rest, purpose },
  ...{ document: JSON.stringify(document), asks: JSON.stringify(asks) },
})

const draftOf = (scope: Scope, id: string) =>
  scope.db
    .selectFrom('templates')
    .select([...textColumns, 'revision', 'version', 'lastVersion'])
    .where('orgId', '=', scope.org)
    .where('id', '=', id)

/** The working copy of a template whose group the actor manages. */
export async function getTemplateDraft(scope: Scope, id: string): Promise<TemplateDraft> {
  const template = templateOf(scope, await findManagedTemplate(scope, id))
  const { revision, ...text } = await draftOf(scope, id).executeTakeFirstOrThrow()
  return { template, revision, ...textFrom(text) }
}

/** A file belongs to one course, and is read by who reads that. */
function refuseFiles(document: CourseDocument): void {
  const [file] = usesOf(document)
  if (file) throw invalidField(`/document${file.pointer}`, 'template.files')
}

/**
 * Saves the working copy on top of `revision`. Refused when somebody has saved since: nothing is overwritten unseen.
 */
export async function saveTemplateDraft(
  scope: Scope,
  id: string,
  { revision, ...text }: TemplateText & { revision: number },
): Promise<{ revision: number }> {
  await findManagedTemplate(scope, id)
  refuseFiles(text.document)
  const saved = await scope.db
    .updateTable('templates')
    .set({ ...stored(text), revision: revision + 1, draftedAt: scope.now })
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  if (saved.numUpdatedRows === 0n) throw conflict('template.saved-elsewhere')
  tell(scope, { topics: [`template:${id}`] })
  return { revision: revision + 1 }
}

/** Keeps a text as a version beside the working copy: what another window or another manager wrote. */
export async function keepTemplateCopy(
  scope: Scope,
  id: string,
  text: TemplateText,
): Promise<{ number: number }> {
  await findManagedTemplate(scope, id)
  refuseFiles(text.document)
  const { lastVersion } = await draftOf(scope, id).forUpdate().executeTakeFirstOrThrow()
  const number = await addVersion(scope, id, lastVersion + 1, 'copy', text)
  await record(scope, 'template.copy-kept', { templateId: id, version: number })
  tell(scope, { topics: [`template:${id}`] })
  return { number }
}

async function addVersion(
  scope: Scope,
  templateId: string,
  number: number,
  reason: 'publication' | 'copy',
  text: TemplateText,
): Promise<number> {
  await scope.db
    .insertInto('templateVersions')
    .values({
      ...{ orgId: scope.org, templateId, number, ...stored(text), reason },
      ...{ madeBy: scope.actor.id, madeAt: scope.now },
    })
    .execute()
  const isNewest = reason === 'publication'
  await scope.db
    .updateTable('templates')
    .set({ lastVersion: number, ...(isNewest && { version: number }) })
    .where('orgId', '=', scope.org)
    .where('id', '=', templateId)
    .execute()
  return number
}

/** A version of a template, without asking who may read it; undefined when there is none. */
export async function readTemplateVersion(scope: Scope, templateId: string, number: number) {
  const row = await scope.db
    .selectFrom('templateVersions')
    .select([...textColumns, 'reason'])
    .where('orgId', '=', scope.org)
    .where('templateId', '=', templateId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row && { reason: row.reason as 'publication' | 'copy', text: textFrom(row) }
}

/** Publishes the working copy as the next version. Courses made before go on following theirs. */
export async function publishTemplate(
  scope: Scope,
  id: string,
  { revision }: { revision: number },
): Promise<OwnTemplate> {
  const { groupId, archivedAt } = await findManagedTemplate(scope, id)
  if (archivedAt) throw conflict('template.archived')
  const draft = await draftOf(scope, id).forUpdate().executeTakeFirstOrThrow()
  if (draft.revision !== revision) throw conflict('template.saved-elsewhere')
  const text = textFrom(draft)
  refuseUnfinished(text)
  const before = (await readTemplateVersion(scope, id, draft.version))?.text ?? null
  if (before && isDeepStrictEqual(before, text)) throw conflict('template.unchanged')
  const version = await addVersion(scope, id, draft.lastVersion + 1, 'publication', text)
  const { added, removed, changed } = changesBetween(before, text)
  const changes = { added: added.length, removed: removed.length, changed: changed.length }
  await record(scope, 'template.published', { templateId: id, groupId, name: text.name, version, ...changes })
  tell(scope, { topics: ['templates', `template:${id}`] })
  return getOwnTemplate(scope, id)
}

/** Whoever begins from it must be told what is to stand in each place. */
function refuseUnfinished({ objective, document, asks }: TemplateText): void {
  if (objective === '') throw conflict('template.no-objective')
  const bare = partsOf(document, asks).filter(({ hint }) => hint === '')
  if (bare.length === 0) return
  const blockIds = bare.map(({ id }) => id)
  throw conflict('template.no-guidance', { count: bare.length, blockIds: blockIds.slice(0, 50) })
}

/** Which blocks differ between two versions, in what they say or in what is asked of them. */
export function changesBetween(before: TemplateText | null, after: TemplateText) {
  const nothing: CourseDocument = { type: 'doc', content: [] }
  const said = (text: TemplateText | null) =>
    new Map((text ? partsOf(text.document, text.asks) : []).map((part) => [part.id, part]))
  const [old, now] = [said(before), said(after)]
  const blocks = diffBlocks(before?.document ?? nothing, after.document)
  const isNew = new Set(blocks.added)
  const asked = after.document.content
    .flatMap(({ content }) => content.map(({ attrs }) => attrs.id))
    .filter((id) => !isNew.has(id) && !isDeepStrictEqual(old.get(id), now.get(id)))
  return { ...blocks, changed: [...new Set([...blocks.changed, ...asked])] }
}
