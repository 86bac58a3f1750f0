import { type Route, route } from '#platform/http/route'
import { answerAsked, askExperts, getAsking, listMyAsked } from './asking/asking.ts'
import * as asking from './asking.contract.ts'
import { claimNeed, getClaim, listMyClaims, releaseNeed } from './claim.ts'
import * as contract from './contract.ts'
import { getDetectionPreview, previewDetection } from './detection/previews.ts'
import { getDetectionSettings, setDetectionSettings } from './detection/settings.ts'
import * as expert from './expert.contract.ts'
import { listExperts } from './experts/directory.ts'
import { endorse, unendorse } from './experts/endorsements.ts'
import { listPeopleLikeMe } from './experts/like-me.ts'
import { getProfile, removeProfile, setProfile } from './experts/profiles.ts'
import { suggestExperts } from './experts/suggest.ts'
import * as fewest from './fewest.contract.ts'
import { getFewestTold, setFewestTold } from './fewest-told.ts'
import { closeHandover, listHandovers, openHandover, reopenHandover } from './handover/handovers.ts'
import { answerContest, contestHeld, listContests, listMyContests } from './held/contests.ts'
import { listMyEndorsements } from './held/endorsements.ts'
import { listMyEvidence } from './held/evidence.ts'
import { listMyHandovers } from './held/handovers.ts'
import { listMyInvitations } from './held/invitations.ts'
import { listMyAskings } from './held/needs.ts'
import { listMySignals } from './held/signals.ts'
import * as held from './held.contract.ts'
import * as lists from './held-lists.contract.ts'
import * as history from './history.contract.ts'
import { countNominated, listDetectionHistory } from './history.ts'
import * as imports from './import.contract.ts'
import { listImports, listRejections, startImport, withdrawImport } from './imports/imports.ts'
import { previewImport } from './imports/preview.ts'
import { takePart } from './imports/take.ts'
import { getKnowledgeMap } from './map/map.ts'
import * as map from './map.contract.ts'
import { getNetworkOfGroups } from './network/groups.ts'
import { getNetwork } from './network/people.ts'
import * as network from './network.contract.ts'
import { answerNomination, decideNomination, nominate, reopenNomination } from './nomination/decisions.ts'
import { listMyNominations, listNominations } from './nomination/nominations.ts'
import * as nomination from './nomination.contract.ts'
import { getMyDetection, leaveDetection, returnToDetection } from './part.ts'
import * as purpose from './purpose.contract.ts'
import { listPurposes, setPurpose } from './purposes.ts'
import { getExpertise } from './radar/expertise.ts'
import { computeRadar, getRadar } from './radar/radar.ts'
import { listHelpSubjects } from './radar/subjects.ts'
import * as radar from './radar.contract.ts'
import * as survey from './survey.contract.ts'
import { answerSurvey, declineSurvey } from './surveys/answers.ts'
import { getMySurvey, listMySurveys } from './surveys/mine.ts'
import { closeSurvey, listSurveys, openSurvey } from './surveys/surveys.ts'
import * as topic from './topic.contract.ts'
import { proposeTopics } from './topics/proposals.ts'
import * as topics from './topics/topics.ts'
import { listEvidence } from './traces.ts'
import * as weights from './weights.contract.ts'

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
  route(history.listDetectionHistory, (scope, { query }) => listDetectionHistory(scope, query)),
  route(history.countNominated, (scope) => countNominated(scope)),
  route(fewest.getFewestTold, (scope) => getFewestTold(scope)),
  route(fewest.setFewestTold, (scope, { body }) => setFewestTold(scope, body.people)),
  route(radar.getRadar, (scope, { query }) => getRadar(scope, query)),
  route(radar.computeRadar, (scope) => computeRadar(scope)),
  route(radar.getExpertise, (scope, { params }) => getExpertise(scope, params.memberId)),
  route(radar.listHelpSubjects, (scope, { params, query }) =>
    listHelpSubjects(scope, params.memberId, query),
  ),
  route(weights.getDetectionSettings, (scope) => getDetectionSettings(scope)),
  route(weights.setDetectionSettings, (scope, { body }) => setDetectionSettings(scope, body)),
  route(weights.previewDetection, (scope, { body }) => previewDetection(scope, body)),
  route(weights.getDetectionPreview, (scope) => getDetectionPreview(scope)),
  route(map.getKnowledgeMap, (scope, { query }) => getKnowledgeMap(scope, query.groupId)),
  route(map.listHandovers, (scope, { query }) => listHandovers(scope, query)),
  route(map.openHandover, (scope, { body }) => openHandover(scope, body)),
  route(map.closeHandover, (scope, { params, body }) => closeHandover(scope, params.handoverId, body)),
  route(map.reopenHandover, (scope, { params }) => reopenHandover(scope, params.handoverId)),
  route(network.getNetworkOfGroups, (scope, { query }) => getNetworkOfGroups(scope, query)),
  route(network.getNetwork, (scope, { query }) => getNetwork(scope, query)),
  route(nomination.nominate, (scope, { body }) => nominate(scope, body)),
  route(nomination.listNominations, (scope, { query }) => listNominations(scope, query)),
  route(nomination.listMyNominations, (scope) => listMyNominations(scope)),
  route(nomination.confirmNomination, (scope, { params, body }) =>
    decideNomination(scope, params.nominationId, 'confirmed', body.reason),
  ),
  route(nomination.dismissNomination, (scope, { params, body }) =>
    decideNomination(scope, params.nominationId, 'dismissed', body.reason),
  ),
  route(nomination.reopenNomination, (scope, { params }) => reopenNomination(scope, params.nominationId)),
  route(nomination.answerNomination, (scope, { params, body }) =>
    answerNomination(scope, params.nominationId, body),
  ),
  route(held.listMySignals, (scope, { query }) => listMySignals(scope, query)),
  route(lists.listMyEvidence, (scope, { query }) => listMyEvidence(scope, query)),
  route(lists.listMyAskings, (scope, { query }) => listMyAskings(scope, query)),
  route(lists.listMyEndorsements, (scope, { query }) => listMyEndorsements(scope, query)),
  route(lists.listMyHandovers, (scope, { query }) => listMyHandovers(scope, query)),
  route(lists.listMyInvitations, (scope, { query }) => listMyInvitations(scope, query)),
  route(held.contestHeld, (scope, { body }) => contestHeld(scope, body.body)),
  route(held.listMyContests, (scope) => listMyContests(scope)),
  route(held.listContests, (scope, { query }) => listContests(scope, query)),
  route(held.answerContest, (scope, { params, body }) => answerContest(scope, params.contestId, body.answer)),
  route(imports.previewImport, (scope, { query, request }) =>
    previewImport(scope, request.bytes ?? new Uint8Array(), query.mapping),
  ),
  route(imports.startImport, (scope, { body }) => startImport(scope, body)),
  route(imports.takeImportPart, (scope, { params, request }) =>
    takePart(scope, params.importId, params.offset, request.bytes ?? new Uint8Array()),
  ),
  route(imports.listImports, (scope, { query }) => listImports(scope, query)),
  route(imports.listRejections, (scope, { params, query }) => listRejections(scope, params.importId, query)),
  route(imports.withdrawImport, (scope, { params }) => withdrawImport(scope, params.importId)),
  route(survey.listSurveys, (scope, { query }) => listSurveys(scope, query)),
  route(survey.openSurvey, (scope, { body }) => openSurvey(scope, body)),
  route(survey.closeSurvey, (scope, { params }) => closeSurvey(scope, params.surveyId)),
  route(survey.listMySurveys, (scope) => listMySurveys(scope)),
  route(survey.getMySurvey, (scope, { params }) => getMySurvey(scope, params.surveyId)),
  route(survey.answerSurvey, (scope, { params, body }) => answerSurvey(scope, params.surveyId, body.namings)),
  route(survey.declineSurvey, (scope, { params }) => declineSurvey(scope, params.surveyId)),
  route(topic.listTopics, (scope) => topics.listTopics(scope)),
  route(topic.proposeTopics, (scope) => proposeTopics(scope)),
  route(topic.addTopic, (scope, { body }) => topics.addTopic(scope, body)),
  route(topic.changeTopic, (scope, { params, body }) => topics.changeTopic(scope, params.topicId, body)),
  route(topic.removeTopic, (scope, { params }) => topics.removeTopic(scope, params.topicId)),
  route(topic.mergeTopic, (scope, { params, body }) => topics.mergeTopic(scope, params.topicId, body.into)),
  route(topic.unmergeTopic, (scope, { params }) => topics.unmergeTopic(scope, params.topicId)),
  route(asking.getAsking, (scope, { params }) => getAsking(scope, params.needId)),
  route(asking.askExperts, (scope, { params, body }) => askExperts(scope, params.needId, body.firstId)),
  route(asking.answerAsked, (scope, { params, body }) => answerAsked(scope, params.needId, body.answer)),
  route(asking.listMyAsked, (scope) => listMyAsked(scope)),
  route(expert.getProfile, (scope, { params }) => getProfile(scope, params.memberId)),
  route(expert.setProfile, (scope, { body }) => setProfile(scope, body)),
  route(expert.removeProfile, (scope) => removeProfile(scope)),
  route(expert.endorse, (scope, { params }) => endorse(scope, params)),
  route(expert.unendorse, (scope, { params }) => unendorse(scope, params)),
  route(expert.listExperts, (scope, { query }) => listExperts(scope, query)),
  route(expert.listPeopleLikeMe, (scope) => listPeopleLikeMe(scope)),
  route(contract.suggestExperts, (scope, { params }) => suggestExperts(scope, params.needId)),
]
