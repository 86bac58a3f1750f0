import { answerTime, askForTime, listProtectedTimes } from '#protected-time/contract.ts'
import type { Organization, Person } from './organization.ts'
import type { World } from './world.ts'

/** Four hours a month for half a year from a day on, whenever they fit. */
export const asking = (groupId: string, fromDay: string) => ({
  ...{ groupId, hours: 4, rhythm: 'flexible' as const, timeZone: 'Europe/Paris', fromDay },
  untilDay: new Date(Date.parse(fromDay) + 180 * 86_400_000).toISOString().slice(0, 10),
  why: 'A secret reason to need time',
})

/** In a group: time that was agreed to, some that waits for an answer, and for the author a proposal to accept. */
export async function timeIn(
  { org, admin, author }: { org: Organization; admin: Person; author: Person },
  groupId: string,
  now: Date,
) {
  const fromDay = new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10)
  const ask = async (who: Person) => (await who.does(askForTime, { body: asking(groupId, fromDay) })).id
  const [tess, tim] = [
    await org.person('Tess Timely', 'leader', groupId),
    await org.person('Tim Tested', 'leader', groupId),
  ]
  const [timeId, askedTimeId, proposedTimeId] = [await ask(tess), await ask(tim), await ask(author)]
  await admin.does(answerTime, { params: { timeId }, body: { answer: 'agree' } })
  const body = { answer: 'propose' as const, hours: 2, words: 'A secret word' }
  await admin.does(answerTime, { params: { timeId: proposedTimeId }, body })
  return { timeId, askedTimeId, proposedTimeId, fromDay, timeMonth: fromDay.slice(0, 7) }
}

export const at = (timeId: string) => ({ params: { timeId } })
export const mine = async (who: Person) => (await who.does(listProtectedTimes)).items
export const answering = async (who: Person) =>
  (await who.does(listProtectedTimes, { query: { side: 'answering' } })).items
export const answer = (who: Person, id: string, body: object) =>
  who.does(answerTime, { ...at(id), body: { answer: 'agree', ...body } as never })

/** A lab below a plant, with who manages each, and two leaders in the lab. */
export async function labIn(world: World) {
  const org = await world.organization()
  const plant = await org.group('Plant')
  const group = await org.group('Lab', { parent: plant })
  const [admin, olga, mira, dana, kofi] = [
    await org.admin(),
    await org.person('Olga Brandt', 'manager', plant),
    await org.person('Mira Holt', 'manager', group),
    await org.person('Dana Reyes', 'leader', group),
    await org.person('Kofi Mensah', 'leader', group),
  ]
  const today = () => world.now().toISOString().slice(0, 10)
  const ask = async (more: object = {}, who = dana) =>
    (await who.does(askForTime, { body: { ...asking(group, today()), ...more } })).id
  return { org, plant, group, admin, olga, mira, dana, kofi, ask }
}
