import { z } from 'zod'
import { endpoint, id, listOf, moment, page } from '#platform/http/endpoint'
import { group, heldRole, member, role } from './contract.ts'

const aGroup = z.strictObject({ groupId: id() })

const groupCard = group.extend({
  /** The groups above it that the reader may see, the outermost first. */
  above: z.array(z.object({ id: id(), name: z.string() })),
  below: z.number().int(),
})
export type GroupCard = z.output<typeof groupCard>

export const getGroup = endpoint('getGroup', {
  method: 'GET',
  path: '/groups/:groupId',
  summary: 'One group: its look, where it stands, how many are in it and how many groups are below it',
  access: 'signed-in',
  params: aGroup,
  returns: groupCard,
})

const groupMember = member.extend({
  /** Roles on this group itself. */
  roles: z.array(role),
  /** Roles held on groups above, which hold here too. */
  inherited: z.array(heldRole),
})
export type GroupMember = z.output<typeof groupMember>

const groupMemberPage = listOf(groupMember)
export type GroupMemberPage = z.output<typeof groupMemberPage>

export const listGroupMembers = endpoint('listGroupMembers', {
  method: 'GET',
  path: '/groups/:groupId/members',
  summary: 'People of a group by name: those with a role on it, or those whose role comes from above only',
  access: 'signed-in',
  params: aGroup,
  query: page({
    q: z.string().trim().max(80).optional(),
    from: z.enum(['here', 'above']).default('here'),
  }),
  returns: groupMemberPage,
})

export const setRoles = endpoint('setRoles', {
  method: 'PUT',
  path: '/groups/:groupId/members/:memberId/roles',
  summary: 'Say which roles someone holds on a group; none takes them out of it',
  access: ['admin'],
  params: z.strictObject({ groupId: id(), memberId: id() }),
  body: z.strictObject({ roles: z.array(role).max(5) }),
  problems: ['group.admin-needed', 'member.last-admin'],
  example: { roles: ['learner', 'leader'] },
})

export const archiveGroup = endpoint('archiveGroup', {
  method: 'PUT',
  path: '/groups/:groupId/archive',
  summary: 'Archive a group with everything below it: it is offered nowhere; what was made in it stays',
  access: ['admin'],
  params: aGroup,
  problems: ['group.admin-needed', 'group.root-stays', 'group.invitations-wait'],
})

export const restoreGroup = endpoint('restoreGroup', {
  method: 'DELETE',
  path: '/groups/:groupId/archive',
  summary: 'Bring an archived group back, with what was archived with it',
  access: ['admin'],
  params: aGroup,
  problems: ['group.admin-needed', 'group.present', 'group.parent-archived', 'group.too-many'],
})

const archivedGroup = group
  .pick({ id: true, name: true, colour: true, glyph: true })
  .extend({ archivedAt: moment() })

export const listArchivedGroups = endpoint('listArchivedGroups', {
  method: 'GET',
  path: '/archived-groups',
  summary: 'Archived groups that one administers, the last archived first',
  access: ['admin'],
  query: page(),
  returns: listOf(archivedGroup),
})
