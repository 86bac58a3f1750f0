import { type Purpose, setPurpose } from '#leader/purpose.contract.ts'
import * as survey from '#leader/survey.contract.ts'
import type { Person } from '../organization.ts'
import type { World } from '../world.ts'

export const names = [
  ...['Ann Abel', 'Ben Bauer', 'Cem Cinar', 'Dom Diaz'],
  ...['Eva Ek', 'Fay Font', 'Gus Gale', 'Hal Holm'],
]
export type Eight = [Person, Person, Person, Person, Person, Person, Person, Person]

/** A lab of eight whom Lena may ask, in an organization that has switched surveys on. */
export async function eightOf(world: World) {
  const org = await world.organization()
  const lab = await org.group('Torque')
  const lena = await org.person('Lena Vogt', 'manager', org.root)
  const people: Person[] = []
  for (const name of names) people.push(await org.person(name, 'learner', lab))
  const admin = await org.admin()
  const decide = (purpose: Purpose, isOn: boolean) => {
    const seenBy = purpose === 'imports' ? ('admins' as const) : ('managers' as const)
    const body = { isOn, legalNote: 'Agreement of May', keepDays: 90, seenBy }
    return admin.does(setPurpose, { params: { purpose }, body })
  }
  await decide('survey', true)
  const open = (groupId = lab, more: object = {}) =>
    lena.does(survey.openSurvey, { body: { groupId, ...more } })
  /** What is kept of answers. */
  const kept = () =>
    world.stored<{ key: string; helperId: string; helpedId: string; topic: string | null; at: string }>(
      org.id,
      `select key, helper_id, helped_id, topic, at from signals where source = 'survey' order by at, key`,
    )
  const rowsOf = async (table: string) => (await world.stored(org.id, `select from ${table}`)).length
  return { org, lab, lena, people: people as Eight, admin, decide, open, kept, rowsOf }
}

export const at = ({ id }: { id: string }) => ({ params: { surveyId: id } })

/** Says who helps somebody, each with what. */
export const answer = (who: Person, one: { id: string }, ...named: [Person, string?][]) => {
  const namings = named.map(([{ id: memberId }, topic = '']) => ({ memberId, topic }))
  return who.does(survey.answerSurvey, { ...at(one), body: { namings } })
}

/** In how many surveys somebody is asked. */
export const asked = async (who: Person) => (await who.does(survey.listMySurveys)).items.length
