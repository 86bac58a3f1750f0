import { createCourse, importMarkdown, life } from '#course'
import { announceFile, sendPart } from '#files'
import { Problem } from '#platform/problem'
import { type Actor, nobody, type Scope, tell } from '#platform/scope'
import { publishReadyMade } from '#validation'
import { type Language, originalAt, pictureAt } from './material.ts'
import { courseRowsOf, findAcademy, lockAcademy } from './rows.ts'

const monthsUntilChecked = 12

/** Whoever opened the academy: its courses are made in their name, as they decided it. Nobody once they have left. */
export async function openerOf(scope: Scope): Promise<Actor> {
  const row = await scope.db
    .selectFrom('academies as a')
    .innerJoin('members as m', (join) =>
      join.onRef('m.orgId', '=', 'a.orgId').onRef('m.id', '=', 'a.openedBy'),
    )
    .select(['m.id', 'm.name', 'm.locale'])
    .where('a.orgId', '=', scope.org)
    .where('m.leftAt', 'is', null)
    .executeTakeFirst()
  if (!row) return nobody
  return { ...nobody, ...row, grants: [{ on: scope.org, role: 'admin', private: false }] }
}

/** Sends the pictures of a course ahead, as whoever imports one does; answers their ids by path. */
async function sendPictures(scope: Scope, paths: readonly string[]): Promise<Record<string, string>> {
  const assets: Record<string, string> = {}
  for (const path of paths) {
    const bytes = pictureAt(path)
    const name = path.split('/').at(-1) ?? path
    const { id } = await announceFile(scope, { name, size: bytes.length })
    await sendPart(scope, id, 0, bytes)
    assets[path] = id
  }
  return assets
}

/** The day a year from now. */
function nextCheck({ now }: Scope): string {
  const day = new Date(now)
  day.setUTCMonth(day.getUTCMonth() + monthsUntilChecked)
  return day.toISOString().slice(0, 10)
}

/** Makes one course through the ordinary importer; answers its id. */
async function make(scope: Scope, groupId: string, language: Language, place: number): Promise<string> {
  const { path, text, ...words } = originalAt(language, place)
  const files = [{ path, text }]
  const assets = await sendPictures(scope, importMarkdown(files).pictures)
  const { document, report } = importMarkdown(files, { assets })
  if (!document)
    throw new Error(`The academy's ${language}/${path} cannot be read: ${JSON.stringify(report)}`)
  const { course } = await createCourse(
    scope,
    { ...words, groupId, needId: null, language, document },
    { isReadyMade: true },
  )
  await life.setVerifyBy(scope, course.id, nextCheck(scope))
  return course.id
}

const set = (scope: Scope, { language, place }: { language: string; place: number }, values: object) =>
  scope.db
    .updateTable('academyCourses')
    .set(values)
    .where('orgId', '=', scope.org)
    .where('language', '=', language)
    .where('place', '=', place)
    .execute()

/** Makes the next course that is not there yet; answers whether there was one. */
export async function makeNext(scope: Scope): Promise<boolean> {
  await lockAcademy(scope)
  const academy = await findAcademy(scope)
  const [next] = await courseRowsOf(scope).where('a.courseId', 'is', null).limit(1).execute()
  if (!academy || academy.closedAt || !next) return false
  const courseId = await make(scope, academy.groupId, next.language as Language, next.place)
  await set(scope, next, { courseId })
  tell(scope, { topics: ['academy'] })
  return true
}

/** The next course that was made, never published, and is not stopped. */
async function nextToPublish(scope: Scope) {
  await lockAcademy(scope)
  const academy = await findAcademy(scope)
  if (!academy || academy.closedAt) return undefined
  return courseRowsOf(scope)
    .where('c.firstPublishedAt', 'is', null)
    .where('c.discardedAt', 'is', null)
    .where('a.courseId', 'is not', null)
    .where('a.stoppedBy', 'is', null)
    .$narrowType<{ courseId: string }>()
    .executeTakeFirst()
}

/** Publishes the next course; answers it, or undefined where there is none. Throws what stops it. */
export async function publishNext(scope: Scope): Promise<string | undefined> {
  const next = await nextToPublish(scope)
  if (!next) return undefined
  await publishReadyMade(scope, next.courseId, 'academy')
  tell(scope, { topics: ['academy'] })
  return next.courseId
}

/** Notes what stops the next course, for whoever opened the academy to look at. */
export async function noteStopped(scope: Scope, { code }: Problem): Promise<void> {
  const next = await nextToPublish(scope)
  if (!next) return
  await set(scope, next, { stoppedBy: code })
  tell(scope, { topics: ['academy'] })
}

export const isProblem = (error: unknown): error is Problem => error instanceof Problem
