import { type Route, route } from '#platform/http/route'
import * as contract from './contract.ts'
import { askForDemo, enterDemo, getDemo } from './door.ts'

export const demoRoutes: Route[] = [
  route(contract.getDemo, (scope) => getDemo(scope)),
  route(contract.askForDemo, (scope) => askForDemo(scope)),
  route(contract.enterDemo, (scope, { body, request }) => enterDemo(scope, body.as, request)),
]
