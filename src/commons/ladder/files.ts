import { bytesOf, keepFiles, releaseFiles } from '#files'
import { invalidField, notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import type { ContributionContent } from './contribution.contract.ts'
import { mostClip } from './limits.ts'

/** What a clip may be: a picture or a film that a browser shows, and that carries nothing to run. */
const shows = /^(image\/(png|jpeg|gif|webp|avif)|video\/(mp4|webm|quicktime))$/

const fileOf = (content: ContributionContent): string | null =>
  content.kind === 'clip' ? content.fileId : null

/**
 * Makes the file that the actor sent ahead that of their contribution, and lets the one go that it had before. Refuses
 * what is not there, too large, or neither a picture nor a film. Answers its id; null where there is none.
 */
export async function keepClip(
  scope: Scope,
  content: ContributionContent,
  before: string | null = null,
): Promise<string | null> {
  const id = fileOf(content)
  if (id === before) return id
  if (before) await releaseFiles(scope, [before])
  if (!id) return null
  const [file] = await keepFiles(scope, [id])
  if (!file) throw invalidField('/content/fileId', 'contribution.file-unknown')
  if (!shows.test(file.mediaType ?? '')) throw invalidField('/content/fileId', 'contribution.file-kind')
  if (file.size > mostClip)
    throw invalidField('/content/fileId', 'contribution.file-large', { limit: mostClip })
  return id
}

/** What came with a contribution, for who gave it and for who writes the course; or a part of it. */
export async function getContributionFile(
  scope: Scope,
  id: string,
  range: string | undefined,
): Promise<Response> {
  const file = await scope.db
    .selectFrom('contributions as x')
    .innerJoin('courses as c', (join) =>
      join.onRef('c.orgId', '=', 'x.orgId').onRef('c.id', '=', 'x.courseId'),
    )
    .innerJoin('assets as a', (join) => join.onRef('a.orgId', '=', 'x.orgId').onRef('a.id', '=', 'x.fileId'))
    .select(['a.id', 'a.name', 'a.mediaType'])
    .where('x.orgId', '=', scope.org)
    .where('x.id', '=', id)
    .where((one) => one.or([one('x.memberId', '=', scope.actor.id), one('c.authorId', '=', scope.actor.id)]))
    .executeTakeFirst()
  if (!file) throw notFound('file')
  return bytesOf(scope, file, range)
}
