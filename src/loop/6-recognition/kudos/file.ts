import { bytesOf, keepFiles, releaseFiles } from '#files'
import { invalidField, notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import { mostThanksFile } from '../limits.ts'
import { visibleKudos } from './visible.ts'

/** What thanks may come with: a picture or a clip that a browser shows, and that carries nothing to run. */
const shows = /^(image\/(png|jpeg|gif|webp|avif)|video\/(mp4|webm|quicktime))$/

/** Makes a picture or clip that the actor sent ahead that of their thanks; refuses what is not there, too large, or neither. */
export async function keepThanksFile(scope: Scope, id: string): Promise<void> {
  const [file] = await keepFiles(scope, [id])
  if (!file) throw invalidField('/file/id', 'kudos.file-unknown')
  if (!shows.test(file.mediaType ?? '')) throw invalidField('/file/id', 'kudos.file-kind')
  if (file.size > mostThanksFile)
    throw invalidField('/file/id', 'kudos.file-large', { limit: mostThanksFile })
}

/** Thanks were taken back: what came with them is shown no more, and forgotten. */
export async function dropThanksFile(scope: Scope, togetherId: string, fileId: string): Promise<void> {
  await scope.db
    .updateTable('kudos')
    .set({ fileId: null, fileAlt: '' })
    .where('orgId', '=', scope.org)
    .where('togetherId', '=', togetherId)
    .execute()
  await releaseFiles(scope, [fileId])
}

/** What came with thanks, for who may read these; or a part of it. */
export async function getKudosFile(scope: Scope, id: string, range: string | undefined): Promise<Response> {
  const file = await visibleKudos(scope)
    .innerJoin('assets as a', (join) => join.onRef('a.orgId', '=', 'k.orgId').onRef('a.id', '=', 'k.fileId'))
    .select(['a.id', 'a.name', 'a.mediaType'])
    .where('k.id', '=', id)
    .executeTakeFirst()
  if (!file) throw notFound('file')
  return bytesOf(scope, file, range)
}
