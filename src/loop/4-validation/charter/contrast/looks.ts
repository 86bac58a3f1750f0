import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { findOwnCourse } from '#course'
import type { Task } from '#platform/jobs'
import { enqueue, nobody, type Scope, tell } from '#platform/scope'
import { inScope, type Runtime } from '#platform/unit'
import { usualRules } from '../names.ts'
import { canBeLookedAt, contrastOfFile, type KnownFile, patience } from './look.ts'

/** So many pictures are looked at by one job, and the rest by the next: a server that ends waits for its jobs. */
const batch = 10
/** A look that takes longer was broken off, and so often it is tried. */
const brokenAfter = 2 * patience
const mostTries = 3
/** So many are told at once, the palest first. */
const mostTold = 200

/** Has the pictures looked at that nobody has looked at yet, as soon as there is time; asked for twice, it is done once. */
export const askForLooks = (scope: Scope): void =>
  enqueue(scope, { task: 'picture-looks', payload: { org: scope.org }, key: `picture-looks ${scope.org}` })

interface Found extends KnownFile {
  id: string
}

/**
 * Takes the newest picture that nobody has looked at; nothing where another job takes it at this moment, which goes on
 * then. It is noted first: one that breaks the thread, or the process with it, is not taken again for ever.
 */
async function takeNext({ org, db, now }: Scope): Promise<Found | undefined> {
  const brokenBefore = new Date(now.getTime() - brokenAfter).toISOString()
  const { rows } = await sql<Found>`
    with next as (
      select a.id, a.media_type, a.size, a.width, a.height from assets a
      where a.org_id = ${org} and a.finished_at is not null and a.media_type like 'image/%'
        and not exists (select from picture_looks l where l.org_id = a.org_id and l.asset_id = a.id
          and (l.is_done or l.tries >= ${mostTries} or l.looked_at > ${brokenBefore}))
      order by a.finished_at desc, a.id desc limit 1
    ), noted as (
      insert into picture_looks as l (org_id, asset_id, looked_at) select ${org}, id, ${now.toISOString()} from next
      on conflict (org_id, asset_id) do update set looked_at = excluded.looked_at, tries = l.tries + 1
        where not l.is_done and l.looked_at <= ${brokenBefore}
      returning asset_id
    )
    select next.* from next join noted on noted.asset_id = next.id`.execute(db)
  return rows[0]
}

/** Keeps what was found, and tells whoever writes the course. */
async function keep(scope: Scope, assetId: string, contrast: number | null): Promise<void> {
  await scope.db
    .updateTable('pictureLooks')
    .set({ contrast, isDone: true })
    .where('orgId', '=', scope.org)
    .where('assetId', '=', assetId)
    .execute()
  const course = await scope.db
    .selectFrom('assets as a')
    .innerJoin('courses as c', (join) =>
      join.onRef('c.orgId', '=', 'a.orgId').onRef('c.id', '=', 'a.courseId'),
    )
    .select(['c.id', 'c.authorId'])
    .where('a.orgId', '=', scope.org)
    .where('a.id', '=', assetId)
    .executeTakeFirst()
  if (course) tell(scope, { topics: [`pictures:${course.id}`], to: [course.authorId] })
}

/** The job that looks at pictures one after the other, each in a thread of its own and no transaction meanwhile. */
export const looksTask =
  (runtime: Runtime, now: () => Date): Task =>
  async (payload) => {
    const org = String(payload.org)
    const inTurn = <T>(work: (scope: Scope) => Promise<T>) =>
      inScope(
        runtime,
        { org, readOnly: false, now: now() },
        () => nobody,
        (scope) => work(scope),
      )
    for (let count = 0; count < batch; count += 1) {
      const found = await inTurn(takeNext)
      if (!found) return
      const path = join(runtime.install.filesDir, org, found.id)
      const contrast = canBeLookedAt(found) && (await isThere(path)) ? await contrastOfFile(path) : null
      await inTurn((scope) => keep(scope, found.id, contrast))
    }
    await inTurn(async (scope) => askForLooks(scope))
  }

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )

export interface PictureContrast {
  id: string
  contrast: number
}

/** What is known of a course's pictures whose words stand out less than `below`, the palest first. */
const readContrasts = (scope: Scope, courseId: string, below: number) =>
  scope.db
    .selectFrom('pictureLooks as l')
    .innerJoin('assets as a', (join) => join.onRef('a.orgId', '=', 'l.orgId').onRef('a.id', '=', 'l.assetId'))
    .select(['a.id', 'l.contrast'])
    .where('a.orgId', '=', scope.org)
    .where('a.courseId', '=', courseId)
    .where('l.contrast', '<', below)
    .$narrowType<{ contrast: number }>()
    .orderBy('l.contrast')
    .orderBy('a.id')

/** More than any charter may ask for. */
const mostAsked = usualRules.contrast.figure?.most ?? 21

/** The pictures of a course whose words may be too pale for a charter, by file. */
export async function contrastsOf(scope: Scope, courseId: string): Promise<Map<string, number>> {
  const rows = await readContrasts(scope, courseId, mostAsked).execute()
  return new Map(rows.map(({ id, contrast }) => [id, contrast]))
}

/** The same of a course that the actor writes, the palest. */
export async function listPictureContrasts(
  scope: Scope,
  courseId: string,
): Promise<{ items: PictureContrast[] }> {
  await findOwnCourse(scope, courseId)
  return { items: await readContrasts(scope, courseId, mostAsked).limit(mostTold).execute() }
}
