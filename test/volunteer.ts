import { getFeed } from '#feed/contract.ts'
import { getVolunteering, listVolunteers, volunteerNow } from '#volunteers/contract.ts'
import { documentOf, published, words } from './course.ts'
import type { Organization, Person } from './organization.ts'
import type { World } from './world.ts'

/** A leader of a group with a published course. */
export async function leaderIn(org: Organization, name: string, groupId: string): Promise<Person> {
  const who = await org.person(name, 'leader', groupId)
  await published(org, who, documentOf({ s1: [words('w1', 'Warm it up.')] }))
  return who
}

/** A plant with a lab, in which Dana leads and has taught; Mei only learns. */
export async function plantIn(world: World) {
  const org = await world.organization()
  const lab = await org.group('Torque')
  const [dana, mei] = [await leaderIn(org, 'Dana Reyes', lab), await org.person('Mei Tanaka', 'learner', lab)]
  return { org, lab, dana, mei, admin: await org.admin() }
}

export const at = (volunteerId: string) => ({ params: { volunteerId } })
export const come = (who: Person, groupId: string | null = null) =>
  who.does(volunteerNow, { body: { groupId } })

/** What somebody was told of volunteers, the latest first. */
export const volunteerNews = async (who: Person) =>
  (await who.does(getFeed, { query: { only: 'personal' } })).items
    .map(({ kind }) => kind)
    .filter((kind) => kind.startsWith('volunteer.'))

/** Whom somebody sees waiting for a greeting, or all volunteers that they see. */
export const waiting = async (who: Person, show: 'waiting' | 'all' = 'waiting') =>
  (await who.does(listVolunteers, { query: { show } })).items.map(({ member }) => member.name)

export const sponsorOf = async (who: Person) =>
  (await who.does(getVolunteering)).items[0]?.sponsor?.name ?? null

/** The author and a candidate of a setting volunteer in its group; there is one more who may greet them. */
export async function volunteersIn({ org, author }: { org: Organization; author: Person }, groupId: string) {
  const { id: sponsorId } = await org.person('Sam Sponsor', 'admin', groupId)
  const someone = await org.person('Vic Volunteer', 'learner', groupId)
  return {
    sponsorId,
    ownVolunteerId: (await come(author, groupId)).id,
    volunteerId: (await come(someone, groupId)).id,
  }
}
