import type { Reply, RequestFacts } from '#platform/http/route'
import { Problem } from '#platform/problem'
import { newIdIn, type Scope } from '#platform/scope'
import { record } from '#record'
import type { Session } from './contract.ts'
import type { Invitation } from './invitation.contract.ts'
import { enterByLink } from './links.ts'
import { refuseKnownAddress } from './members.ts'
import { setPassword } from './passwords.ts'
import { openSession } from './session.ts'

/** The invitation of a link, in its own organization; throws 410 when it can no longer be accepted, and says why. */
async function findByLink(scope: Scope, token: string, mode: 'look' | 'use') {
  const tokenHash = await enterByLink(scope, token)
  const found = scope.db
    .selectFrom('invitations as i')
    .innerJoin('groups as g', (join) => join.onRef('g.orgId', '=', 'i.orgId').onRef('g.id', '=', 'i.groupId'))
    .innerJoin('members as m', (join) =>
      join.onRef('m.orgId', '=', 'i.orgId').onRef('m.id', '=', 'i.invitedBy'),
    )
    .innerJoin('organizations as o', 'o.orgId', 'i.orgId')
    .select([
      'i.id',
      'i.email',
      'i.name',
      'i.title',
      'i.groupId',
      'i.role',
      'i.locale',
      'i.workingTime',
      'i.expiresAt',
      'i.acceptedAt',
      'i.withdrawnAt',
    ])
    .select(['g.name as group', 'm.name as invitedBy', 'o.name as organization'])
    .where('i.orgId', '=', scope.org)
    .where('i.tokenHash', '=', tokenHash)
  const row = await (mode === 'use' ? found.forUpdate('i') : found).executeTakeFirst()
  if (!row || row.withdrawnAt) throw gone('invitation.withdrawn')
  if (row.acceptedAt) throw gone('invitation.used')
  if (new Date(row.expiresAt) <= scope.now) throw gone('invitation.expired')
  return { ...row, role: row.role as Invitation['role'], locale: row.locale as Invitation['locale'] }
}

const gone = (code: string) => new Problem(410, code)

/** What the link of an invitation offers, and to whom. */
export async function readInvitation(scope: Scope, token: string) {
  const { organization, invitedBy, email, name, group, role, locale } = await findByLink(scope, token, 'look')
  return { organization, invitedBy, email, name, group, role, locale }
}

/** Accepts an invitation: a member with the role it offers, signed in. Works once. */
export async function acceptInvitation(
  scope: Scope,
  input: { token: string; name: string; password: string },
  request: RequestFacts,
): Promise<Reply<Session>> {
  const { id, email, title, groupId, role, locale, workingTime } = await findByLink(scope, input.token, 'use')
  await refuseKnownAddress(scope, email)
  const memberId = newIdIn(scope)
  const { org: orgId, now } = scope
  await scope.db
    .insertInto('members')
    .values({ orgId, id: memberId, email, name: input.name, title, locale, workingTime, joinedAt: now })
    .execute()
  await scope.db
    .insertInto('roles')
    .values({ orgId, groupId, memberId, role, grantedBy: null, grantedAt: now })
    .execute()
  await setPassword(scope, memberId, input.password)
  await scope.db
    .updateTable('invitations')
    .set({ acceptedAt: now })
    .where('orgId', '=', orgId)
    .where('id', '=', id)
    .execute()
  const answer = await openSession(scope, memberId, request)
  await record(scope, 'member.joined', { memberId, groupId })
  await record(scope, 'role.granted', { memberId, groupId, role })
  return answer
}
