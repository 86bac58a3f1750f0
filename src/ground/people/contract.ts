import { z } from 'zod'
import { endpoint, id, line, listOf, moment, page, timeZone } from '#platform/http/endpoint'

export const locale = z.enum(['en', 'fr'])
export const role = z.enum(['learner', 'leader', 'reviewer', 'manager', 'admin'])
export const email = z.email().max(254)

/** 12 characters or more, as long as one likes up to 200: length is what makes a password strong. */
export const password = z.string().min(12).max(200)

/** A person, as others see them. */
export const member = z.object({ id: id(), name: z.string(), title: z.string() })

/** A role on a group, and what that group is called. */
export const heldRole = z.object({ groupId: id(), group: z.string(), role })
export type HeldRole = z.output<typeof heldRole>

export const memberCard = member.extend({
  locale,
  joinedAt: moment(),
  left: z.boolean(),
  roles: z.array(heldRole),
  can: z.object({ manage: z.boolean(), edit: z.boolean(), setWorkingTime: z.boolean() }),
})
export type MemberCard = z.output<typeof memberCard>

const memberPage = listOf(member.extend({ roles: z.array(heldRole) }))
export type MemberPage = z.output<typeof memberPage>

export const colours = ['pine', 'amber', 'slate', 'plum', 'moss', 'sea', 'clay', 'ochre'] as const

export const group = z.object({
  id: id(),
  parentId: id().nullable(),
  depth: z.number().int(),
  name: z.string(),
  colour: z.string(),
  glyph: z.string(),
  private: z.boolean(),
  members: z.number().int(),
  can: z.object({ manage: z.boolean(), lead: z.boolean() }),
})
export type Group = z.output<typeof group>

/** Who is signed in, and what they may do where. */
export const session = z.object({
  member: member.extend({
    email: z.string(),
    locale,
    timeZone: z.string().nullable().describe('null as long as no browser said it'),
  }),
  organization: z.object({ id: id(), name: z.string(), demo: z.boolean() }),
  roles: z.array(z.object({ groupId: id(), role })),
  groups: z.array(z.object({ id: id(), name: z.string() })),
})
export type Session = z.output<typeof session>

export const signIn = endpoint('signIn', {
  method: 'POST',
  path: '/session',
  summary: 'Sign in with address and password',
  access: 'anyone',
  costly: true,
  body: z.strictObject({
    email: z.string().trim().max(254),
    password: z.string().max(200),
    organization: id().optional(),
  }),
  returns: session,
  problems: ['session.wrong-credentials', 'session.choose-organization', 'session.too-many-tries'],
  twice: 'it opens one more session, which is listed and ends like any other; each wrong try counts.',
  example: { email: 'ada@northwind.example', password: 'a long enough phrase' },
})

export const getSession = endpoint('getSession', {
  method: 'GET',
  path: '/session',
  summary: 'Who is signed in',
  access: 'signed-in',
  returns: session,
})

export const signOut = endpoint('signOut', {
  method: 'DELETE',
  path: '/session',
  summary: 'Sign out of this browser',
  access: 'signed-in',
})

export const listMembers = endpoint('listMembers', {
  method: 'GET',
  path: '/members',
  summary:
    'Members by name, with their roles; `q` finds any part of a name, or only beginnings of its words, `groupId` those of a group and below it, `mayEnter` those who may see what belongs to a group',
  access: 'signed-in',
  query: page({
    q: z.string().trim().max(80).optional(),
    part: z.enum(['any', 'beginning']).default('any'),
    groupId: id().optional(),
    mayEnter: id().optional(),
    state: z.enum(['present', 'left']).default('present'),
  }),
  returns: memberPage,
})

const aMember = z.strictObject({ memberId: id() })

export const getMember = endpoint('getMember', {
  method: 'GET',
  path: '/members/:memberId',
  summary: 'One member, with roles as far as the reader may see them',
  access: 'signed-in',
  params: aMember,
  returns: memberCard,
})

export const changeMember = endpoint('changeMember', {
  method: 'PATCH',
  path: '/members/:memberId',
  summary: 'Change name, title, language or time zone: one’s own, or as administrator',
  access: 'signed-in',
  params: aMember,
  body: z.strictObject({
    name: line(120).optional(),
    title: z.string().trim().max(120).optional(),
    locale: locale.optional(),
    timeZone: timeZone().optional(),
  }),
  returns: memberCard,
  problems: ['member.not-yours'],
  example: { title: 'Calibration technician' },
})

export const endMembership = endpoint('endMembership', {
  method: 'PUT',
  path: '/members/:memberId/departure',
  summary: 'End a membership; sessions end at once, what they made stays',
  access: ['admin'],
  params: aMember,
  problems: ['member.left-already', 'member.last-admin', 'group.admin-needed'],
})

export const returnMember = endpoint('returnMember', {
  method: 'DELETE',
  path: '/members/:memberId/departure',
  summary: 'Take back the end of a membership',
  access: ['admin'],
  params: aMember,
  problems: ['member.present', 'group.admin-needed'],
})

/** The tree is read whole by whoever chooses a place in it, so it has an end (docs/decisions/0019). */
export const mostGroups = 1000

export const listGroups = endpoint('listGroups', {
  method: 'GET',
  path: '/groups',
  summary: 'The whole tree of groups, parents first: 1,000 at most',
  access: 'signed-in',
  returns: z.object({ items: z.array(group).max(mostGroups) }),
})

const look = {
  name: line(80),
  colour: z.enum(colours),
  glyph: z.string().regex(/^[a-z0-9-]{1,40}$/),
  private: z.boolean(),
}
const aGroup = z.strictObject({ groupId: id() })

export const addGroup = endpoint('addGroup', {
  method: 'POST',
  path: '/groups',
  summary: 'Add a group below another',
  access: ['admin'],
  body: z.strictObject({ parentId: id(), ...look }),
  returns: z.object({ id: id() }),
  problems: ['group.admin-needed', 'group.too-deep', 'group.too-many'],
  example: {
    parentId: '01890000-0000-7000-8000-000000000000',
    name: 'Calibration',
    colour: 'sea',
    glyph: 'users',
    private: false,
  },
})

export const changeGroup = endpoint('changeGroup', {
  method: 'PATCH',
  path: '/groups/:groupId',
  summary: 'Change a group’s name, look and privacy',
  access: ['admin'],
  params: aGroup,
  body: z.strictObject(look).partial(),
  problems: ['group.admin-needed', 'group.root-open', 'group.inside-private'],
  example: { name: 'Calibration' },
})

export const moveGroup = endpoint('moveGroup', {
  method: 'PUT',
  path: '/groups/:groupId/parent',
  summary: 'Move a group, with everything below it',
  access: ['admin'],
  params: aGroup,
  body: z.strictObject({ parentId: id() }),
  problems: ['group.admin-needed', 'group.root-stays', 'group.circle', 'group.too-deep'],
  example: { parentId: '01890000-0000-7000-8000-000000000000' },
})

const aGrant = z.strictObject({ groupId: id(), memberId: id(), role })

export const grantRole = endpoint('grantRole', {
  method: 'PUT',
  path: '/groups/:groupId/members/:memberId/roles/:role',
  summary: 'Grant a role on a group; it holds below too',
  access: ['admin'],
  params: aGrant,
  problems: ['group.admin-needed'],
})

export const withdrawRole = endpoint('withdrawRole', {
  method: 'DELETE',
  path: '/groups/:groupId/members/:memberId/roles/:role',
  summary: 'Withdraw a role',
  access: ['admin'],
  params: aGrant,
  problems: ['group.admin-needed', 'member.last-admin'],
})
