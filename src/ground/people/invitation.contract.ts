import { z } from 'zod'
import { endpoint, id, line, listOf, moment, page } from '#platform/http/endpoint'
import { email, locale, member, password, role, session } from './contract.ts'
import { workingTime } from './time.contract.ts'

/** What links carry: the organization, a dot, and 256 random bits. */
export const linkToken = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[A-Za-z0-9_-]{43}$/, 'must be the end of a link')

/** Who shall be invited, to where and as what. */
export const wanted = {
  email,
  name: line(120),
  title: z.string().trim().max(120).default(''),
  groupId: id(),
  role,
  locale,
  workingTime: workingTime.default(100),
}

export const invitation = z.object({
  id: id(),
  email: z.string(),
  name: z.string(),
  groupId: id(),
  group: z.string(),
  role,
  locale,
  invitedBy: member,
  invitedAt: moment(),
  expiresAt: moment(),
  expired: z.boolean(),
})
export type Invitation = z.output<typeof invitation>

const invitationPage = listOf(invitation)
export type InvitationPage = z.output<typeof invitationPage>

export const inviteMember = endpoint('inviteMember', {
  method: 'POST',
  path: '/invitations',
  summary: 'Invite someone by mail to a group, in a role; the link in the mail is good for 14 days',
  access: ['admin'],
  body: z.strictObject(wanted),
  returns: z.object({ id: id() }),
  problems: ['group.admin-needed', 'member.address-known', 'invitation.open-already'],
  example: {
    email: 'mei@northwind.example',
    name: 'Mei Tanaka',
    title: 'Calibration technician',
    groupId: '01890000-0000-7000-8000-000000000000',
    role: 'learner',
    locale: 'en',
  },
})

export const listInvitations = endpoint('listInvitations', {
  method: 'GET',
  path: '/invitations',
  summary: 'Invitations that wait for an answer, newest first, in the groups one administers',
  access: ['admin'],
  query: page(),
  returns: invitationPage,
})

const anInvitation = z.strictObject({ invitationId: id() })

export const withdrawInvitation = endpoint('withdrawInvitation', {
  method: 'DELETE',
  path: '/invitations/:invitationId',
  summary: 'Withdraw an invitation: its link leads nowhere from then on',
  access: ['admin'],
  params: anInvitation,
  problems: ['group.admin-needed'],
})

export const restoreInvitation = endpoint('restoreInvitation', {
  method: 'PUT',
  path: '/invitations/:invitationId',
  summary: 'Take back a withdrawal: the link that was sent leads in again, as long as it would have',
  access: ['admin'],
  params: anInvitation,
  problems: ['group.admin-needed', 'member.address-known', 'invitation.open-already'],
})

export const resendInvitation = endpoint('resendInvitation', {
  method: 'PUT',
  path: '/invitations/:invitationId/mail',
  summary: 'Send the mail again, with a new link that is good for 14 days; the old link ends',
  access: ['admin'],
  params: anInvitation,
  problems: ['group.admin-needed'],
})

export const readInvitation = endpoint('readInvitation', {
  method: 'GET',
  path: '/invitation-acceptances/:token',
  summary: 'What the link of an invitation offers, and to whom',
  access: 'anyone',
  params: z.strictObject({ token: linkToken }),
  returns: z.object({
    organization: z.string(),
    invitedBy: z.string(),
    email: z.string(),
    name: z.string(),
    group: z.string(),
    role,
    locale,
  }),
  problems: ['invitation.expired', 'invitation.withdrawn', 'invitation.used'],
})

export const acceptInvitation = endpoint('acceptInvitation', {
  method: 'POST',
  path: '/invitation-acceptances',
  summary: 'Accept an invitation with the token of its link, and be signed in',
  access: 'anyone',
  costly: true,
  body: z.strictObject({ token: linkToken, name: line(120), password }),
  returns: session,
  problems: ['invitation.expired', 'invitation.withdrawn', 'invitation.used', 'member.address-known'],
  example: {
    token: '01890000-0000-7000-8000-000000000000.cairn-token-of-the-link-in-a-mail_000000000',
    name: 'Mei Tanaka',
    password: 'a long enough phrase',
  },
})
