import { type Route, route } from '#platform/http/route'
import { getLadder, getMemberLadder, leaveProposals, returnToProposals, setLadderChoices } from './choices.ts'
import * as contract from './contribution.contract.ts'
import {
  changeContribution,
  makeContribution,
  returnContribution,
  withdrawContribution,
} from './contributions.ts'
import {
  declineContribution,
  takeContribution,
  undeclineContribution,
  untakeContribution,
} from './decisions.ts'
import { getContributionFile } from './files.ts'
import * as ladder from './ladder.contract.ts'
import { listContributions, listContributors } from './lists.ts'

export const routes: Route[] = [
  route(contract.makeContribution, (scope, { params, body }) =>
    makeContribution(scope, params.courseId, body),
  ),
  route(contract.listContributions, (scope, { query }) => listContributions(scope, query)),
  route(contract.changeContribution, (scope, { params, body }) =>
    changeContribution(scope, params.contributionId, body.content),
  ),
  route(contract.withdrawContribution, (scope, { params }) =>
    withdrawContribution(scope, params.contributionId),
  ),
  route(contract.returnContribution, (scope, { params }) => returnContribution(scope, params.contributionId)),
  route(contract.takeContribution, (scope, { params, body }) =>
    takeContribution(scope, params.contributionId, body),
  ),
  route(contract.untakeContribution, (scope, { params }) => untakeContribution(scope, params.contributionId)),
  route(contract.declineContribution, (scope, { params, body }) =>
    declineContribution(scope, params.contributionId, body.words),
  ),
  route(contract.undeclineContribution, (scope, { params }) =>
    undeclineContribution(scope, params.contributionId),
  ),
  route(contract.getContributionFile, (scope, { params, request }) =>
    getContributionFile(scope, params.contributionId, request.range),
  ),
  route(contract.listContributors, (scope, { params }) => listContributors(scope, params.courseId)),
  route(ladder.getLadder, (scope) => getLadder(scope)),
  route(ladder.getMemberLadder, (scope, { params }) => getMemberLadder(scope, params.memberId)),
  route(ladder.setLadderChoices, (scope, { body }) => setLadderChoices(scope, body)),
  route(ladder.leaveProposals, (scope) => leaveProposals(scope)),
  route(ladder.returnToProposals, (scope) => returnToProposals(scope)),
]
