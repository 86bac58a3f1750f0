import { type Route, route } from '#platform/http/route'
import { takeBounce } from './bounce.ts'
import { chooseLetters, getLetterChoices } from './choices.ts'
import * as contract from './contract.ts'
import { listRefusedAddresses, tryAddressAgain } from './refused.ts'
import { getSubscription, openUnsubscription, subscribeAgain, unsubscribe } from './unsubscribe.ts'

export const routes: Route[] = [
  route(contract.getLetterChoices, (scope) => getLetterChoices(scope)),
  route(contract.chooseLetters, (scope, { params, body }) =>
    chooseLetters(scope, params.topic, body.isWanted),
  ),
  route(contract.openUnsubscription, async (scope, { params }) => openUnsubscription(scope, params.letter)),
  route(contract.unsubscribe, (scope, { params }) => unsubscribe(scope, params.letter)),
  route(contract.getSubscription, (scope, { params }) => getSubscription(scope, params.letter)),
  route(contract.subscribeAgain, (scope, { params }) => subscribeAgain(scope, params.letter)),
  route(contract.takeBounce, (scope, { request }) => takeBounce(scope, request.bytes ?? new Uint8Array())),
  route(contract.listRefusedAddresses, (scope, { query }) => listRefusedAddresses(scope, query)),
  route(contract.tryAddressAgain, (scope, { params }) => tryAddressAgain(scope, params.refusedId)),
]
