import { type Route, route } from '#platform/http/route'
import { claimNeed, getClaim, listMyClaims, releaseNeed } from './claim.ts'
import * as contract from './contract.ts'
import { suggestExperts } from './experts.ts'
import { getMyDetection, leaveDetection, returnToDetection } from './part.ts'
import * as purpose from './purpose.contract.ts'
import { listPurposes, setPurpose } from './purposes.ts'
import { listEvidence } from './traces.ts'

export const routes: Route[] = [
  route(contract.getClaim, async (scope, { params }) => ({ claim: await getClaim(scope, params.needId) })),
  route(contract.listMyClaims, (scope) => listMyClaims(scope)),
  route(contract.claimNeed, (scope, { params }) => claimNeed(scope, params.needId)),
  route(contract.releaseNeed, (scope, { params }) => releaseNeed(scope, params.needId)),
  route(contract.listEvidence, (scope, { params }) => listEvidence(scope, params.memberId)),
  route(contract.getMyDetection, (scope) => getMyDetection(scope)),
  route(contract.leaveDetection, (scope) => leaveDetection(scope)),
  route(contract.returnToDetection, (scope) => returnToDetection(scope)),
  route(purpose.listPurposes, (scope) => listPurposes(scope)),
  route(purpose.setPurpose, (scope, { params, body }) => setPurpose(scope, params.purpose, body)),
  route(contract.suggestExperts, (scope, { params }) => suggestExperts(scope, params.needId)),
]
