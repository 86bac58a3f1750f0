import { type Route, route } from '#platform/http/route'
import { listMyAnswers } from './answers/again.ts'
import { answerByLetter, getCampaignLetter, openByLetter } from './answers/by-letter.ts'
import { answerCampaign, getCampaignCall, nominateForCampaign, open } from './answers/calls.ts'
import { countAudience } from './audience/count.ts'
import * as contract from './campaign.contract.ts'
import { changeCampaign, makeCampaign } from './make.ts'
import { previewCampaign, testCampaign } from './preview/preview.ts'
import { listReadyCampaigns } from './ready/ready.ts'
import * as listing from './ready.contract.ts'
import { listCampaignPeople } from './report/people.ts'
import { getCampaignReport } from './report/report.ts'
import * as report from './report.contract.ts'
import { getCampaign, listCampaigns } from './rows.ts'
import {
  addChatChannel,
  getCampaignSettings,
  removeChatChannel,
  setCampaignSettings,
} from './settings/settings.ts'
import * as settings from './settings.contract.ts'
import * as taking from './taking-part.contract.ts'
import * as turn from './turn.ts'

export const routes: Route[] = [
  route(contract.listCampaigns, (scope, { query }) => listCampaigns(scope, query)),
  route(contract.getCampaign, (scope, { params }) => getCampaign(scope, params.campaignId)),
  route(contract.makeCampaign, (scope, { body }) => makeCampaign(scope, body)),
  route(contract.changeCampaign, (scope, { params, body }) => changeCampaign(scope, params.campaignId, body)),
  route(contract.countAudience, (scope, { params }) => countAudience(scope, params.campaignId)),
  route(contract.previewCampaign, (scope, { params, query }) =>
    previewCampaign(scope, params.campaignId, query),
  ),
  route(contract.testCampaign, (scope, { params, body }) => testCampaign(scope, params.campaignId, body)),
  route(contract.askForLaunch, (scope, { params }) => turn.askForLaunch(scope, params.campaignId)),
  route(contract.sendCampaignBack, (scope, { params, body }) =>
    turn.sendCampaignBack(scope, params.campaignId, body.words),
  ),
  route(contract.launchCampaign, (scope, { params }) => turn.launchCampaign(scope, params.campaignId)),
  route(contract.pauseCampaign, (scope, { params }) => turn.pauseCampaign(scope, params.campaignId)),
  route(contract.resumeCampaign, (scope, { params }) => turn.resumeCampaign(scope, params.campaignId)),
  route(contract.endCampaign, (scope, { params }) => turn.endCampaign(scope, params.campaignId)),
  route(contract.keepAsReady, (scope, { params }) => turn.setKept(scope, params.campaignId, true)),
  route(contract.keepNoLonger, (scope, { params }) => turn.setKept(scope, params.campaignId, false)),
  route(contract.archiveCampaign, (scope, { params }) => turn.setArchived(scope, params.campaignId, true)),
  route(contract.restoreCampaign, (scope, { params }) => turn.setArchived(scope, params.campaignId, false)),
  route(listing.listReadyCampaigns, (scope) => listReadyCampaigns(scope)),
  route(report.getCampaignReport, (scope, { params }) => getCampaignReport(scope, params.campaignId)),
  route(report.listCampaignPeople, (scope, { params, query }) =>
    listCampaignPeople(scope, params.campaignId, query),
  ),
  route(settings.getCampaignSettings, (scope) => getCampaignSettings(scope)),
  route(settings.setCampaignSettings, (scope, { body }) => setCampaignSettings(scope, body)),
  route(settings.addChatChannel, (scope, { body }) => addChatChannel(scope, body)),
  route(settings.removeChatChannel, (scope, { params }) => removeChatChannel(scope, params.channelId)),
  route(taking.listMyAnswers, (scope) => listMyAnswers(scope)),
  route(taking.getCampaignCall, (scope, { params }) => getCampaignCall(scope, params.campaignId)),
  route(taking.answerCampaign, (scope, { params, body }) => answerCampaign(scope, params.campaignId, body)),
  route(taking.openCampaign, (scope, { params, body }) =>
    open(scope, params.campaignId, scope.actor.id, body),
  ),
  route(taking.nominateForCampaign, (scope, { params, body }) =>
    nominateForCampaign(scope, params.campaignId, body),
  ),
  route(taking.getCampaignLetter, (scope, { params }) => getCampaignLetter(scope, params.sealed)),
  route(taking.answerByLetter, (scope, { params, body }) =>
    answerByLetter(scope, params.sealed, body.answer),
  ),
  route(taking.openByLetter, (scope, { params, request }) =>
    openByLetter(scope, params.sealed, request.agent),
  ),
]
