import type { Actor, Grant } from '#platform/scope'

export const roleNames = ['learner', 'leader', 'reviewer', 'manager', 'admin'] as const
export type Role = (typeof roleNames)[number]

/**
 * Whether `actor` holds one of `roles` on a group, given the group's path (its ancestors from the root down to
 * itself): what is granted on a group holds below it, and an administrator may do what any role may.
 */
export const holds = (
  actor: { grants: readonly Pick<Grant, 'on' | 'role'>[] },
  path: readonly string[],
  ...roles: Role[]
): boolean =>
  actor.grants.some(({ on, role }) => path.includes(on) && (role === 'admin' || roles.includes(role as Role)))

/**
 * The groups whose private groups the actor may enter: private ones of theirs, and those above which they answer for.
 * Who only learns in an open group does not see the private groups below it.
 */
export const openedGroups = (actor: Actor): string[] => [
  ...new Set(actor.grants.filter((grant) => grant.private || grant.role !== 'learner').map(({ on }) => on)),
]

/**
 * The groups on which the actor was granted one of `roles`; what is below them is theirs too. An administrator may do what
 * any role may: with no role said, those that the actor administers.
 */
export const groupsHeld = (actor: Pick<Actor, 'grants'>, ...roles: Role[]): string[] => [
  ...new Set(
    actor.grants.filter(({ role }) => role === 'admin' || roles.includes(role as Role)).map(({ on }) => on),
  ),
]

/** What a group shows of itself: everything is open to its organization, but a private group only to its people. */
export const mayEnter = (actor: Actor, group: { private: boolean; path: readonly string[] }): boolean =>
  !group.private || openedGroups(actor).some((on) => group.path.includes(on))
