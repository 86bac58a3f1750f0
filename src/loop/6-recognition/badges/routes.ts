import { type Route, route } from '#platform/http/route'
import * as contract from '../badge.contract.ts'
import * as credentials from '../credential.contract.ts'
import { awardBadge, listAwardableBadges } from './awarding.ts'
import { listBadgeAwards, listMemberBadges } from './awards.ts'
import { checkBadge } from './check.ts'
import { archiveBadge, changeBadge, designBadge, getBadge, listBadges, restoreBadge } from './designs.ts'
import { revokeBadge, setBadgeShown } from './holding.ts'
import { getDidDocument, getIssuer, rotateBadgeKey } from './issuer.ts'
import { getStatusList } from './status.ts'
import { getBadgeLink, getCredential, getSharedBadge, shareBadge, unshareBadge } from './take.ts'

export const badgeRoutes: Route[] = [
  route(contract.listBadges, (scope, { query }) => listBadges(scope, query)),
  route(contract.getBadge, (scope, { params }) => getBadge(scope, params.badgeId)),
  route(contract.designBadge, (scope, { body }) => designBadge(scope, body)),
  route(contract.changeBadge, (scope, { params, body }) => changeBadge(scope, params.badgeId, body)),
  route(contract.archiveBadge, (scope, { params }) => archiveBadge(scope, params.badgeId)),
  route(contract.restoreBadge, (scope, { params }) => restoreBadge(scope, params.badgeId)),
  route(contract.listBadgeAwards, (scope, { params, query }) =>
    listBadgeAwards(scope, params.badgeId, query),
  ),
  route(contract.awardBadge, (scope, { params, body }) => awardBadge(scope, { ...body, ...params })),
  route(contract.revokeBadge, (scope, { params, body }) => revokeBadge(scope, params.awardId, body)),
  route(contract.listMemberBadges, (scope, { params, query }) =>
    listMemberBadges(scope, params.memberId, query),
  ),
  route(contract.listAwardableBadges, (scope, { params }) => listAwardableBadges(scope, params.memberId)),
  route(contract.setBadgeShown, (scope, { params, body }) => setBadgeShown(scope, params.awardId, body)),
  route(credentials.getCredential, (scope, { params, query }) => getCredential(scope, params.awardId, query)),
  route(credentials.getBadgeLink, (scope, { params }) => getBadgeLink(scope, params.awardId)),
  route(credentials.shareBadge, (scope, { params }) => shareBadge(scope, params.awardId)),
  route(credentials.unshareBadge, (scope, { params }) => unshareBadge(scope, params.awardId)),
  route(credentials.getIssuer, (scope) => getIssuer(scope)),
  route(credentials.rotateBadgeKey, (scope) => rotateBadgeKey(scope)),
  route(credentials.getDidDocument, (scope, { params }) => getDidDocument(scope, params.issuerId)),
  route(credentials.getStatusList, (scope, { params }) => getStatusList(scope, params.issuerId, params.list)),
  route(credentials.getSharedBadge, (scope, { params }) => getSharedBadge(scope, params.token)),
  route(credentials.checkBadge, (scope, { body, request }) => checkBadge(scope, body, request)),
]
