import type { Actor } from '#platform/scope'

export const roleNames = ['learner', 'leader', 'reviewer', 'manager', 'admin'] as const
export type Role = (typeof roleNames)[number]

/**
 * Whether `actor` holds one of `roles` on a group, given the group's path (its ancestors from the root down to
 * itself): what is granted on a group holds below it, and an administrator may do what any role may.
 */
export const holds = (actor: Actor, path: readonly string[], ...roles: Role[]): boolean =>
  actor.grants.some(({ on, role }) => path.includes(on) && (role === 'admin' || roles.includes(role as Role)))

/** Whether `actor` belongs to the group at the end of `path` in any role. */
export const belongs = (actor: Actor, path: readonly string[]): boolean =>
  actor.grants.some(({ on }) => path.includes(on))

/** What a group shows of itself: everything is open to its organization, but a private group only to its people. */
export const mayEnter = (actor: Actor, group: { private: boolean; path: readonly string[] }): boolean =>
  !group.private || belongs(actor, group.path)
