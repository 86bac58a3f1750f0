import { type Route, route } from '#platform/http/route'
import { acceptInvitation, readInvitation } from './acceptance.ts'
import * as access from './access.contract.ts'
import { listSessions, readPasswordReset, resetPassword, signOutEverywhere } from './access.ts'
import * as apiKey from './api-key.contract.ts'
import { addApiKey, listApiKeys, revokeApiKey } from './api-keys.ts'
import { archiveGroup, listArchivedGroups, restoreGroup } from './archive.ts'
import * as contract from './contract.ts'
import { getMember, listMembers } from './directory.ts'
import * as group from './group.contract.ts'
import { addGroup, changeGroup, listGroups, moveGroup } from './groups.ts'
import * as invitation from './invitation.contract.ts'
import {
  inviteMember,
  listInvitations,
  resendInvitation,
  restoreInvitation,
  withdrawInvitation,
} from './invitations.ts'
import { inviteMany, previewInvitations } from './list/bring.ts'
import * as list from './list.contract.ts'
import { changeMember, endMembership, returnMember } from './members.ts'
import * as organization from './organization.contract.ts'
import { changeOrganization, createOrganization, getInstallation } from './organization.ts'
import { askPasswordReset } from './reset-request.ts'
import { grantRole, setRoles, withdrawRole } from './roles.ts'
import { getGroup, listGroupMembers } from './roster.ts'
import { getSession, signIn, signOut } from './session.ts'
import * as workingTime from './time.contract.ts'
import { getWorkingTime, setWorkingTime } from './working-time.ts'

export const routes: Route[] = [
  route(organization.getInstallation, (scope) => getInstallation(scope)),
  route(organization.createOrganization, (scope, { body, request }) =>
    createOrganization(scope, body, request),
  ),
  route(organization.changeOrganization, (scope, { body }) => changeOrganization(scope, body)),
  route(contract.signIn, (scope, { body, request }) => signIn(scope, body, request)),
  route(contract.getSession, (scope) => getSession(scope)),
  route(contract.signOut, (scope, { request }) => signOut(scope, request)),
  route(contract.listMembers, (scope, { query }) => listMembers(scope, query)),
  route(contract.getMember, (scope, { params }) => getMember(scope, params.memberId)),
  route(contract.changeMember, (scope, { params, body }) => changeMember(scope, params.memberId, body)),
  route(contract.endMembership, (scope, { params }) => endMembership(scope, params.memberId)),
  route(contract.returnMember, (scope, { params }) => returnMember(scope, params.memberId)),
  route(workingTime.getWorkingTime, (scope, { params }) => getWorkingTime(scope, params.memberId)),
  route(workingTime.setWorkingTime, (scope, { params, body }) =>
    setWorkingTime(scope, params.memberId, body.percent),
  ),
  route(contract.listGroups, (scope) => listGroups(scope)),
  route(contract.addGroup, (scope, { body }) => addGroup(scope, body)),
  route(contract.changeGroup, (scope, { params, body }) => changeGroup(scope, params.groupId, body)),
  route(contract.moveGroup, (scope, { params, body }) => moveGroup(scope, params.groupId, body.parentId)),
  route(group.getGroup, (scope, { params }) => getGroup(scope, params.groupId)),
  route(group.archiveGroup, (scope, { params }) => archiveGroup(scope, params.groupId)),
  route(group.restoreGroup, (scope, { params }) => restoreGroup(scope, params.groupId)),
  route(group.listArchivedGroups, (scope, { query }) => listArchivedGroups(scope, query)),
  route(group.listGroupMembers, (scope, { params, query }) => listGroupMembers(scope, params.groupId, query)),
  route(group.setRoles, (scope, { params, body }) => setRoles(scope, params, body.roles)),
  route(contract.grantRole, (scope, { params }) => grantRole(scope, params)),
  route(contract.withdrawRole, (scope, { params }) => withdrawRole(scope, params)),
  route(invitation.inviteMember, (scope, { body }) => inviteMember(scope, body)),
  route(list.previewInvitations, (scope, { query, request }) =>
    previewInvitations(scope, query, request.bytes),
  ),
  route(list.inviteMany, (scope, { body }) => inviteMany(scope, body.invitations)),
  route(invitation.listInvitations, (scope, { query }) => listInvitations(scope, query)),
  route(invitation.withdrawInvitation, (scope, { params }) => withdrawInvitation(scope, params.invitationId)),
  route(invitation.restoreInvitation, (scope, { params }) => restoreInvitation(scope, params.invitationId)),
  route(invitation.resendInvitation, (scope, { params }) => resendInvitation(scope, params.invitationId)),
  route(invitation.readInvitation, (scope, { params }) => readInvitation(scope, params.token)),
  route(invitation.acceptInvitation, (scope, { body, request }) => acceptInvitation(scope, body, request)),
  route(access.askPasswordReset, (scope, { body, request }) => askPasswordReset(scope, body.email, request)),
  route(access.readPasswordReset, (scope, { params }) => readPasswordReset(scope, params.token)),
  route(access.resetPassword, (scope, { body }) => resetPassword(scope, body)),
  route(access.listSessions, (scope, { query }) => listSessions(scope, query)),
  route(apiKey.listApiKeys, (scope, { query }) => listApiKeys(scope, query)),
  route(apiKey.addApiKey, (scope, { body }) => addApiKey(scope, body)),
  route(apiKey.revokeApiKey, (scope, { params }) => revokeApiKey(scope, params.keyId)),
  route(access.signOutEverywhere, (scope, { request }) => signOutEverywhere(scope, request)),
]
