import { type Route, route } from '#platform/http/route'
import { claimNeed, getClaim, releaseNeed } from './claim.ts'
import * as contract from './contract.ts'
import { listEvidence, suggestExperts } from './experts.ts'

export const routes: Route[] = [
  route(contract.getClaim, async (scope, { params }) => ({ claim: await getClaim(scope, params.needId) })),
  route(contract.claimNeed, (scope, { params }) => claimNeed(scope, params.needId)),
  route(contract.releaseNeed, (scope, { params }) => releaseNeed(scope, params.needId)),
  route(contract.listEvidence, (scope, { params }) => listEvidence(scope, params.memberId)),
  route(contract.suggestExperts, (scope, { params }) => suggestExperts(scope, params.needId)),
]
