import { type Route, route } from '#platform/http/route'
import * as contract from '../badge.contract.ts'
import { awardBadge, listAwardableBadges } from './awarding.ts'
import { listBadgeAwards, listMemberBadges } from './awards.ts'
import { archiveBadge, changeBadge, designBadge, getBadge, listBadges, restoreBadge } from './designs.ts'
import { revokeBadge, setBadgeShown } from './holding.ts'

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
]
