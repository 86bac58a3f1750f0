import { type Route, route } from '#platform/http/route'
import * as contract from './contract.ts'
import { greetVolunteer } from './greet.ts'
import { handOverVolunteer, listSponsors } from './hand-over.ts'
import { listWaitingQuestions } from './questions.ts'
import { getVolunteering, listVolunteers } from './read.ts'
import { chooseStep, volunteer, withdraw } from './volunteer.ts'

export const routes: Route[] = [
  route(contract.getVolunteering, (scope) => getVolunteering(scope)),
  route(contract.volunteerNow, (scope, { body }) => volunteer(scope, body)),
  route(contract.withdrawVolunteer, (scope, { params }) => withdraw(scope, params.volunteerId)),
  route(contract.chooseStep, (scope, { params, body }) => chooseStep(scope, params.volunteerId, body.step)),
  route(contract.listWaitingQuestions, (scope) => listWaitingQuestions(scope)),
  route(contract.listVolunteers, (scope, { query }) => listVolunteers(scope, query)),
  route(contract.greetVolunteer, (scope, { params, body }) =>
    greetVolunteer(scope, params.volunteerId, body.words),
  ),
  route(contract.listSponsors, (scope, { params }) => listSponsors(scope, params.volunteerId)),
  route(contract.handOverVolunteer, (scope, { params, body }) =>
    handOverVolunteer(scope, params.volunteerId, body.memberId),
  ),
]
