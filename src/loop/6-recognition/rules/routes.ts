import { type Route, route } from '#platform/http/route'
import * as given from '../given.contract.ts'
import * as contract from '../rule.contract.ts'
import { listEarningRules } from './earning.ts'
import { listRuleGifts } from './gifts.ts'
import { archiveRule, changeRule, getRule, listRules, makeRule, restoreRule } from './rules.ts'
import { simulateRule } from './simulate.ts'
import { switchRuleOff, switchRuleOn } from './switch.ts'
import { takeBackGift, takeBackRule } from './take-back.ts'
import { listRuleVersions } from './versions.ts'

export const ruleRoutes: Route[] = [
  route(contract.listRules, (scope, { query }) => listRules(scope, query)),
  route(contract.getRule, (scope, { params }) => getRule(scope, params.ruleId)),
  route(contract.makeRule, (scope, { body }) => makeRule(scope, body)),
  route(contract.changeRule, (scope, { params, body }) => changeRule(scope, params.ruleId, body)),
  route(contract.archiveRule, (scope, { params }) => archiveRule(scope, params.ruleId)),
  route(contract.restoreRule, (scope, { params }) => restoreRule(scope, params.ruleId)),
  route(contract.switchRuleOn, (scope, { params, body }) => switchRuleOn(scope, params.ruleId, body)),
  route(contract.switchRuleOff, (scope, { params }) => switchRuleOff(scope, params.ruleId)),
  route(given.listRuleVersions, (scope, { params, query }) => listRuleVersions(scope, params.ruleId, query)),
  route(given.simulateRule, (scope, { params, query }) => simulateRule(scope, params, query)),
  route(given.listRuleGifts, (scope, { params, query }) => listRuleGifts(scope, params.ruleId, query)),
  route(given.takeBackGift, (scope, { params, body }) => takeBackGift(scope, params.giftId, body)),
  route(given.takeBackRule, (scope, { params, body }) => takeBackRule(scope, params.ruleId, body)),
  route(given.listEarningRules, (scope) => listEarningRules(scope)),
]
