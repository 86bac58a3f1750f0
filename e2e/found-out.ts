import { createCourse } from '#course/contract.ts'
import { askExperts } from '#leader/asking.contract.ts'
import { claimNeed } from '#leader/contract.ts'
import { setProfile } from '#leader/expert.contract.ts'
import { openHandover } from '#leader/map.contract.ts'
import { computeRadar } from '#leader/radar.contract.ts'
import { addTopic } from '#leader/topic.contract.ts'
import { getDetectionSettings, previewDetection } from '#leader/weights.contract.ts'
import { commentOnCourse } from '#learning/talk.contract.ts'
import { raiseNeed, voiceNeed } from '#need/contract.ts'
import { setBoardSettings } from '#recognition/board.contract.ts'
import { giveKudos } from '#recognition/contract.ts'
import { documentOf, published, write } from '#test/course.ts'
import type { Organization, Person } from '#test/organization.ts'
import { switchOn } from '#test/purpose.ts'
import type { World } from '#test/world.ts'
import { askForReview } from '#validation/contract.ts'
import { setPolicy } from '#validation/policy.contract.ts'

/** Who watches over it, who is found out, who helps even more, who manages the lab, and who asks. */
export interface Cast {
  admin: Person
  dana: Person
  kofi: Person
  lena: Person
  mei: Person
  /** Six of the lab. */
  askers: Person[]
}

async function castOf(org: Organization, lab: string): Promise<Cast> {
  const askers: Person[] = []
  for (const name of ['Ann', 'Ben', 'Cem', 'Dom', 'Eva', 'Fay'])
    askers.push(await org.person(name, 'learner', lab))
  return {
    admin: await org.admin(),
    dana: await org.person('Dana Reyes', 'learner', lab),
    kofi: await org.person('Kofi Mensah'),
    lena: await org.person('Lena Vogt', 'manager', lab),
    mei: await org.person('Mei Tanaka', 'learner', lab),
    askers,
  }
}

/** Everything is switched on that shows who helps whom, and courses of the lab are checked by who knows what they are about. */
async function switchAllOn(admin: Person, lab: string): Promise<void> {
  await switchOn(admin, 'network', 'managers')
  await admin.does(setBoardSettings, { body: { mode: 'people', isAnonymous: false } })
  const usual = { approvals: 1, isBlind: false, days: 5, mostOpen: 3, trustedAfter: null }
  await admin.does(setPolicy, {
    params: { groupId: lab, kind: 'any' },
    body: { ...usual, approvers: ['experts'], mayWiden: false },
  })
}

/** Dana answers what each of some asks on a course. */
export async function answerEach({ dana }: Cast, askers: readonly Person[], courseId: string): Promise<void> {
  for (const one of askers) {
    const params = { courseId }
    const { id: parentId } = await one.does(commentOnCourse, { params, body: { body: 'Which way?' } })
    await dana.does(commentOnCourse, { params, body: { body: 'Left.', parentId } })
  }
}

/** Everybody’s help is counted, and who would be among the first if twenty of a hundred were. */
export async function count(world: World, { admin }: Cast): Promise<void> {
  await world.settle()
  await admin.does(computeRadar)
  await world.settle()
  const { settings } = await admin.does(getDetectionSettings)
  await admin.does(previewDetection, { body: { ...settings, percent: 20 } })
  await world.settle()
}

const needOf = async (mei: Person, groupId: string, title: string) =>
  (await mei.does(raiseNeed, { body: { title, details: '', groupId } })).id

/** Mei asks those who most likely know about a need of hers, and Kofi has a course checked by whom Cairn finds for it. */
export async function askAnew({ mei, kofi }: Cast, groupId: string, title: string) {
  const asked = await needOf(mei, groupId, title)
  await mei.does(askExperts, { params: { needId: asked }, body: { firstId: null } })
  const body = { title, objective: 'You zero a gauge in the cold.', groupId }
  const { course } = await kofi.does(createCourse, { body })
  await write(kofi, course.id, documentOf({ s1: [] }))
  const { id: reviewId } = await kofi.does(askForReview, { params: { courseId: course.id }, body: {} })
  return { asked, reviewId }
}

export type KnownLab = Awaited<ReturnType<typeof knownLab>>

/**
 * A lab in which Dana answers everybody on zero points, wonders about the same as Mei, was thanked, and took something on;
 * Kofi, of no group, is thanked by all, and is leaving.
 */
export async function knownLab(world: World) {
  const org = await world.organization()
  const lab = await org.group('Lab')
  const cast = await castOf(org, lab)
  const { admin, dana, kofi, lena, mei, askers } = cast
  await switchAllOn(admin, lab)
  const { id: topicId } = await admin.does(addTopic, { body: { name: 'Zero points', words: ['zero'] } })
  const courseId = await published(org, kofi, documentOf({ s1: [] }))
  await answerEach(cast, askers, courseId)
  const thank = (by: Person, to: Person) =>
    by.does(giveKudos, { body: { toIds: [to.id], reason: 'For the night shift' } })
  for (const one of [...askers, dana, lena, mei])
    for (let times = 0; times < 2; times += 1) await thank(one, kofi)
  await thank(mei, dana)
  await dana.does(voiceNeed, { params: { needId: await needOf(mei, lab, 'Which zero point drifts?') } })
  await dana.does(claimNeed, { params: { needId: await needOf(mei, lab, 'Zero a dial by hand') } })
  const said = { helpsWith: 'Reading dials', topicIds: [], languages: ['en' as const], until: null }
  await dana.does(setProfile, { body: { ...said, availability: 'open' } })
  await count(world, cast)
  await admin.does(openHandover, { body: { memberId: kofi.id, topicId } })
  const needId = await needOf(mei, lab, 'How is a gauge zeroed?')
  const asking = await askAnew(cast, lab, 'Zero a gauge in the cold?')
  await world.settle()
  return { org, lab, ...cast, cast, topicId, courseId, needId, asking }
}
