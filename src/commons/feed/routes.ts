import { type Route, route } from '#platform/http/route'
import * as contract from './contract.ts'
import { countUnread, getFeed, markRead } from './feed.ts'

export const routes: Route[] = [
  route(contract.getFeed, (scope, { query }) => getFeed(scope, query)),
  route(contract.countUnread, (scope) => countUnread(scope)),
  route(contract.markRead, (scope, { body }) => markRead(scope, body.upTo)),
]
