import { holds } from '#people'
import { holdAlone } from '#platform/db/locks'
import { conflict, forbidden } from '#platform/problem'
import type { Quiet, Scope } from '#platform/scope'

/** The academy of the organization; undefined where nobody ever opened one. */
export const findAcademy = ({ db, org }: Quiet) =>
  db
    .selectFrom('academies')
    .select(['groupId', 'badgeId', 'openedBy', 'openedAt', 'closedAt'])
    .where('orgId', '=', org)
    .executeTakeFirst()

/** The academy where it is open; throws 409. */
export async function findOpen(scope: Quiet) {
  const academy = await findAcademy(scope)
  if (!academy || academy.closedAt) throw conflict('academy.not-open')
  return academy
}

/** Whoever opens, closes or fills the academy waits for who does so at the same time. */
export const lockAcademy = (scope: Scope): Promise<void> => holdAlone(scope, `academy ${scope.org}`)

export const mayOpen = ({ actor, org }: Scope): boolean => holds(actor, [org], 'admin')

export function refuseUnlessAdmin(scope: Scope): void {
  if (!mayOpen(scope)) throw forbidden('academy.admin-needed')
}

/** The courses of the path that were opened, made or not, in the order in which they are made. */
export const courseRowsOf = ({ db, org }: Quiet) =>
  db
    .selectFrom('academyCourses as a')
    .leftJoin('courses as c', (join) =>
      join.onRef('c.orgId', '=', 'a.orgId').onRef('c.id', '=', 'a.courseId'),
    )
    .select(['a.language', 'a.place', 'a.courseId', 'a.stoppedBy', 'a.isHidden'])
    .select(['c.title', 'c.publishedVersion', 'c.firstPublishedAt', 'c.retiredAt', 'c.discardedAt'])
    .where('a.orgId', '=', org)
    .orderBy('a.language')
    .orderBy('a.place')
