import { findOwnCourse, keepVersion, readVersion, saveDraft } from '#course'
import { courseDocument } from '#course/document/schema.ts'
import { conflict, forbidden } from '#platform/problem'
import type { Scope } from '#platform/scope'
import { findFinding, resolveFinding } from './findings.ts'
import { withSuggestion } from './suggestion.ts'

/**
 * The author accepts a finding and its words: they replace the passage in the draft, which is kept as a version first.
 * Refused when the passage has changed since it was read, or when the draft is newer than `revision`.
 */
export async function applySuggestion(scope: Scope, id: string, { revision }: { revision: number | null }) {
  const { courseId, finding, review } = await findFinding(scope, id)
  if (review.author.id !== scope.actor.id) throw forbidden('finding.not-author')
  if (finding.resolution) throw conflict('finding.resolved')
  if (!finding.can.apply) throw conflict('finding.nothing-to-apply')
  // Keeping the draft also holds it: nobody saves over it from here on.
  const keptAs = await keepVersion(scope, courseId, 'suggestion')
  const { draftRevision, tags, language, ...course } = await findOwnCourse(scope, courseId)
  const kept = await readVersion(scope, courseId, keptAs)
  const document = withSuggestion(kept.document, finding)
  if (!document) throw conflict('finding.passage-changed')
  if (!courseDocument.safeParse(document).success) throw conflict('finding.does-not-fit')
  const saved = await saveDraft(scope, courseId, {
    revision: revision ?? draftRevision,
    title: course.title,
    objective: course.objective,
    tags,
    language: language === 'fr' ? 'fr' : 'en',
    document,
  })
  const accepted = await resolveFinding(scope, id, 'accepted')
  return { finding: accepted, document, revision: saved.revision, keptAs }
}
