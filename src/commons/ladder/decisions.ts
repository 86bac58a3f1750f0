import { findOwnCourse, keepVersion, readVersion, saveDraft } from '#course'
import { type CourseDocument, courseDocument } from '#course/document/schema.ts'
import { placeFiles } from '#files'
import { conflict, notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import { record } from '#record'
import type { Contribution, ContributionContent } from './contribution.contract.ts'
import { aboutOf, type Locked, lockContribution, refuseDecided, set, tellOf } from './contributions.ts'
import { nodeIn, type Placed, withGiven, withoutPlaced } from './place.ts'
import { getContribution } from './rows.ts'

/** A contribution to a course that the actor writes; throws as `findOwnCourse` does. */
async function lockGiven(scope: Scope, id: string): Promise<Locked> {
  const row = await lockContribution(scope, id)
  if (!row) throw notFound('contribution')
  await findOwnCourse(scope, row.courseId)
  return row
}

/** Keeps the draft as a version, and holds it: nobody saves over it until the transaction ends. */
async function holdDraft(scope: Scope, courseId: string) {
  const keptAs = await keepVersion(scope, courseId, 'suggestion')
  const course = await findOwnCourse(scope, courseId)
  const { document } = await readVersion(scope, courseId, keptAs)
  return { course, document }
}

type Held = Awaited<ReturnType<typeof holdDraft>>['course']

/** Saves another text in the place of a draft that is held, on top of `revision`. */
const saveOver = (
  scope: Scope,
  { id, title, objective, tags, language }: Held,
  document: CourseDocument,
  revision: number,
) =>
  saveDraft(scope, id, {
    ...{ revision, title, objective, tags, document },
    language: language === 'fr' ? 'fr' : 'en',
  })

/** The draft as the database has it: what was put in is compared with this one day. */
async function savedDraft(scope: Scope, courseId: string): Promise<CourseDocument> {
  const { draft } = await scope.db
    .selectFrom('courses')
    .select('draft')
    .where('orgId', '=', scope.org)
    .where('id', '=', courseId)
    .executeTakeFirstOrThrow()
  return draft as CourseDocument
}

/** What a clip's file is; it is the course's from now on, so that its readers see it. */
async function giveFile(scope: Scope, { fileId, courseId }: Locked): Promise<string | null> {
  if (!fileId) return null
  const [file] = await placeFiles(scope, [fileId], { courseId })
  return file?.mediaType ?? null
}

/**
 * The author takes it into the draft, which is kept as a version first. Refused where it does not fit the draft any
 * more, or when that is newer than `revision`: the contribution stays open, and nothing is lost.
 */
export async function takeContribution(
  scope: Scope,
  id: string,
  { edition, revision }: { edition: number; revision: number | null },
): Promise<{ contribution: Contribution; revision: number }> {
  const row = await lockGiven(scope, id)
  refuseDecided(row)
  if (row.edition !== edition) throw conflict('contribution.changed-since')
  const { course, document } = await holdDraft(scope, row.courseId)
  const content = row.content as ContributionContent
  const given = withGiven(document, { ...row, content, mediaType: await giveFile(scope, row) })
  if (given === 'place-gone') throw conflict('contribution.place-gone')
  if (given === 'passage-changed') throw conflict('contribution.passage-changed')
  if (!courseDocument.safeParse(given.document).success) throw conflict('contribution.does-not-fit')
  const saved = await saveOver(scope, course, given.document, revision ?? course.draftRevision)
  const placed: Placed = {
    id: given.id,
    before: row.kind === 'edit' ? nodeIn(document, given.id) : null,
    after: nodeIn(await savedDraft(scope, row.courseId), given.id),
  }
  await decide(scope, row, { state: 'taken', placed: JSON.stringify(placed) })
  await record(scope, 'contribution.taken', { ...aboutOf(row), by: scope.actor.id })
  return { contribution: await getContribution(scope, id), revision: saved.revision }
}

/** Takes it out of the draft again; refused where it was edited since, or is published. */
export async function untakeContribution(scope: Scope, id: string): Promise<Contribution> {
  const row = await lockGiven(scope, id)
  if (row.state !== 'taken') throw conflict('contribution.not-taken')
  if (row.creditedAt) throw conflict('contribution.published')
  const { course, document } = await holdDraft(scope, row.courseId)
  const before = withoutPlaced(document, row.placed as Placed)
  if (!before || !courseDocument.safeParse(before).success) throw conflict('contribution.edited-since')
  await saveOver(scope, course, before, course.draftRevision)
  return reopen(scope, row)
}

/** The author says why it is not taken in. */
export async function declineContribution(scope: Scope, id: string, words: string): Promise<Contribution> {
  const row = await lockGiven(scope, id)
  refuseDecided(row)
  await decide(scope, row, { state: 'declined', words })
  await record(scope, 'contribution.declined', { ...aboutOf(row), by: scope.actor.id, words })
  return getContribution(scope, id)
}

/** The author thinks about it again. */
export async function undeclineContribution(scope: Scope, id: string): Promise<Contribution> {
  const row = await lockGiven(scope, id)
  if (row.state !== 'declined') throw conflict('contribution.not-declined')
  return reopen(scope, row)
}

async function decide(scope: Scope, row: Locked, values: Parameters<typeof set>[2]): Promise<void> {
  await set(scope, row.id, { ...values, decidedAt: scope.now, decidedBy: scope.actor.id })
  tellOf(scope, row)
}

async function reopen(scope: Scope, row: Locked): Promise<Contribution> {
  await set(scope, row.id, { state: 'open', placed: null, words: '', decidedAt: null, decidedBy: null })
  await record(scope, 'contribution.returned', { ...aboutOf(row), from: row.state })
  tellOf(scope, row)
  return getContribution(scope, row.id)
}
