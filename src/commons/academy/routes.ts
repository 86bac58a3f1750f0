import { type Route, route } from '#platform/http/route'
import * as contract from './contract.ts'
import { closeAcademy, openAcademy } from './opening.ts'
import { listAcademyMembers } from './others.ts'
import { makePractice } from './practice.ts'
import { getAcademy } from './read.ts'

export const routes: Route[] = [
  route(contract.getAcademy, (scope) => getAcademy(scope)),
  route(contract.openAcademy, (scope, { body }) => openAcademy(scope, body.languages)),
  route(contract.closeAcademy, (scope) => closeAcademy(scope)),
  route(contract.makePractice, (scope) => makePractice(scope)),
  route(contract.listAcademyMembers, (scope, { query }) => listAcademyMembers(scope, query)),
]
