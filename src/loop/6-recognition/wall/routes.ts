import { type Route, route } from '#platform/http/route'
import * as contract from '../wall.contract.ts'
import { getCelebration, postCelebration, withdrawCelebration } from './celebration.ts'
import { getYearInReview } from './year.ts'

export const wallRoutes: Route[] = [
  route(contract.getCelebration, (scope, { params }) => getCelebration(scope, params.month)),
  route(contract.postCelebration, (scope, { params, body }) =>
    postCelebration(scope, params.month, body.words),
  ),
  route(contract.withdrawCelebration, (scope, { params }) => withdrawCelebration(scope, params.month)),
  route(contract.getYearInReview, (scope, { params }) => getYearInReview(scope, params.year)),
]
