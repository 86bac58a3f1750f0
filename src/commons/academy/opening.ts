import { life } from '#course'
import { founding } from '#people'
import { conflict } from '#platform/problem'
import { enqueue, type Scope, tell } from '#platform/scope'
import { designBadge } from '#recognition'
import { record } from '#record'
import type { Academy } from './contract.ts'
import { type Language, places } from './material.ts'
import { getAcademy } from './read.ts'
import { courseRowsOf, findAcademy, lockAcademy, refuseUnlessAdmin } from './rows.ts'

/** Makes the group and the badge of an academy, in the language that is opened first. */
async function found(scope: Scope, language: Language): Promise<string> {
  const say = (key: string) => scope.install.catalog.text(language, key)
  const group = {
    parentId: scope.org,
    name: say('academy.group'),
    colour: 'sea',
    glyph: 'compass',
    private: false,
  }
  const { id: groupId } = await founding.addGroup(scope, group)
  const { id: badgeId } = await designBadge(scope, {
    ...{ name: say('academy.badge'), description: say('academy.badge.about') },
    ...{
      criteria: say('academy.badge.criteria'),
      levels: [{ name: say('academy.badge.level'), criteria: '' }],
    },
    drawing: { shape: 'rosette', colour: 'pine', symbol: 'cairn', trim: 'laurel' },
    ...{ awarders: 'designers', isPublic: true },
  })
  const { org: orgId, actor, now } = scope
  await scope.db
    .insertInto('academies')
    .values({ orgId, groupId, badgeId, openedBy: actor.id, openedAt: now })
    .execute()
  return groupId
}

/** Throws 409 where the group of an academy was archived: nothing can be made in it. */
async function refuseArchived({ db, org }: Scope, groupId: string): Promise<void> {
  const { archivedAt } = await db
    .selectFrom('groups')
    .select('archivedAt')
    .where('orgId', '=', org)
    .where('id', '=', groupId)
    .executeTakeFirstOrThrow()
  if (archivedAt) throw conflict('academy.group-archived')
}

/** Opens a closed academy again: what went out of sight with it comes back. */
async function reopen(scope: Scope): Promise<void> {
  for (const { courseId } of await hiddenCourses(scope)) await life.returnCourse(scope, courseId)
  await scope.db
    .updateTable('academyCourses')
    .set({ isHidden: false })
    .where('orgId', '=', scope.org)
    .execute()
  await scope.db.updateTable('academies').set({ closedAt: null }).where('orgId', '=', scope.org).execute()
}

/** Whoever opens it answers for it from then on, where who did so before has left. */
async function takeOver({ db, org, actor }: Scope, openedBy: string): Promise<void> {
  await db
    .updateTable('academies as a')
    .set({ openedBy: actor.id })
    .where('a.orgId', '=', org)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('members as m')
          .select('m.id')
          .where('m.orgId', '=', org)
          .where('m.id', '=', openedBy)
          .where('m.leftAt', 'is not', null),
      ),
    )
    .execute()
}

const hiddenCourses = ({ db, org }: Scope) =>
  db
    .selectFrom('academyCourses')
    .select('courseId')
    .where('orgId', '=', org)
    .where('isHidden', '=', true)
    .where('courseId', 'is not', null)
    .$narrowType<{ courseId: string }>()
    .orderBy('courseId')
    .execute()

/** Adds what is to be made; answers the languages that are new. */
async function addLanguages({ db, org: orgId }: Scope, languages: readonly Language[]): Promise<Set<string>> {
  const rows = languages.flatMap((language) =>
    Array.from({ length: places }, (_, at) => ({ orgId, language, place: at + 1 })),
  )
  const added = await db
    .insertInto('academyCourses')
    .values(rows)
    .onConflict((known) => known.doNothing())
    .returning('language')
    .execute()
  return new Set(added.map(({ language }) => language))
}

/**
 * Opens the academy in some languages; those that are open stay. The courses come in one after another, by a job, in the
 * actor's name; what was stopped before is tried again. Opening what is open changes nothing.
 */
export async function openAcademy(scope: Scope, languages: readonly Language[]): Promise<Academy> {
  refuseUnlessAdmin(scope)
  await lockAcademy(scope)
  const before = await findAcademy(scope)
  const [first = 'en'] = languages
  if (before) await refuseArchived(scope, before.groupId)
  const groupId = before?.groupId ?? (await found(scope, first))
  if (before?.closedAt) await reopen(scope)
  if (before) await takeOver(scope, before.openedBy)
  const added = await addLanguages(scope, [...new Set(languages)])
  await scope.db
    .updateTable('academyCourses')
    .set({ stoppedBy: null })
    .where('orgId', '=', scope.org)
    .where('stoppedBy', 'is not', null)
    .execute()
  if (added.size > 0 || before?.closedAt)
    await record(scope, 'academy.opened', { groupId, languages: [...new Set(languages)].sort() })
  enqueue(scope, { task: 'fill-academy', payload: { org: scope.org }, key: `academy ${scope.org}` })
  tell(scope, { topics: ['academy', 'groups'] })
  return getAcademy(scope)
}

/** Closes the academy: its courses go out of sight, and what people did in them is kept. Opening it brings them back. */
export async function closeAcademy(scope: Scope): Promise<Academy> {
  refuseUnlessAdmin(scope)
  await lockAcademy(scope)
  const academy = await findAcademy(scope)
  if (!academy || academy.closedAt) throw conflict('academy.not-open')
  for (const { courseId, publishedVersion, retiredAt } of await courseRowsOf(scope).execute()) {
    if (courseId === null || publishedVersion === null || retiredAt !== null) continue
    await life.retireCourse(scope, courseId)
    await scope.db
      .updateTable('academyCourses')
      .set({ isHidden: true })
      .where('orgId', '=', scope.org)
      .where('courseId', '=', courseId)
      .execute()
  }
  await scope.db
    .updateTable('academies')
    .set({ closedAt: scope.now })
    .where('orgId', '=', scope.org)
    .execute()
  await record(scope, 'academy.closed', { groupId: academy.groupId })
  tell(scope, { topics: ['academy'] })
  return getAcademy(scope)
}
