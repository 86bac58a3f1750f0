import { type Route, route } from '#platform/http/route'
import * as draws from '../draw.contract.ts'
import * as redemptions from '../redemption.contract.ts'
import * as contract from '../reward.contract.ts'
import { archiveReward, changeReward, designReward, restoreReward } from './designs.ts'
import { getDraw, getDrawRecord, listDraws } from './draws.ts'
import { enterDraw, leaveDraw, openDraw, withdrawDraw } from './entering.ts'
import {
  approveRedemption,
  cancelRedemption,
  declineRedemption,
  fulfilRedemption,
  refundRedemption,
} from './moves.ts'
import { redeemReward } from './redeem.ts'
import { getRedemption, listMyRedemptions, listRedemptions } from './redemptions.ts'
import { getReward, listRewards } from './rewards.ts'
import { changeStock, listStock } from './stock.ts'

export const rewardRoutes: Route[] = [
  route(contract.listRewards, (scope, { query }) => listRewards(scope, query)),
  route(contract.getReward, (scope, { params }) => getReward(scope, params.rewardId)),
  route(contract.designReward, (scope, { body }) => designReward(scope, body)),
  route(contract.changeReward, (scope, { params, body }) => changeReward(scope, params.rewardId, body)),
  route(contract.archiveReward, (scope, { params }) => archiveReward(scope, params.rewardId)),
  route(contract.restoreReward, (scope, { params }) => restoreReward(scope, params.rewardId)),
  route(contract.listStock, (scope, { params, query }) => listStock(scope, params.rewardId, query)),
  route(contract.changeStock, (scope, { params, body }) => changeStock(scope, params.rewardId, body)),
  route(redemptions.redeemReward, (scope, { params, body }) => redeemReward(scope, { ...params, ...body })),
  route(redemptions.listMyRedemptions, (scope, { query }) => listMyRedemptions(scope, query)),
  route(redemptions.listRedemptions, (scope, { query }) => listRedemptions(scope, query)),
  route(redemptions.getRedemption, (scope, { params }) => getRedemption(scope, params.redemptionId)),
  route(redemptions.approveRedemption, (scope, { params, body }) =>
    approveRedemption(scope, params.redemptionId, body.words),
  ),
  route(redemptions.declineRedemption, (scope, { params, body }) =>
    declineRedemption(scope, params.redemptionId, body.reason),
  ),
  route(redemptions.fulfilRedemption, (scope, { params, body }) =>
    fulfilRedemption(scope, params.redemptionId, body.words),
  ),
  route(redemptions.cancelRedemption, (scope, { params }) => cancelRedemption(scope, params.redemptionId)),
  route(redemptions.refundRedemption, (scope, { params, body }) =>
    refundRedemption(scope, params.redemptionId, body.reason),
  ),
  route(draws.openDraw, (scope, { params, body }) => openDraw(scope, params.rewardId, body)),
  route(draws.listDraws, (scope, { params, query }) => listDraws(scope, params.rewardId, query)),
  route(draws.getDraw, (scope, { params }) => getDraw(scope, params.drawId)),
  route(draws.getDrawRecord, (scope, { params }) => getDrawRecord(scope, params.drawId)),
  route(draws.enterDraw, (scope, { params, body }) => enterDraw(scope, params.drawId, body.nonce)),
  route(draws.leaveDraw, (scope, { params }) => leaveDraw(scope, params.drawId)),
  route(draws.withdrawDraw, (scope, { params, body }) => withdrawDraw(scope, params.drawId, body.reason)),
]
