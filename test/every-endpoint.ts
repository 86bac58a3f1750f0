import { routes } from '#app/modules.ts'
import { publishCourse } from '#course'
import * as courses from '#course/contract.ts'
import * as material from '#course/material.contract.ts'
import { handOverCourses } from '#course/succession.contract.ts'
import { askExperts } from '#leader/asking.contract.ts'
import { setProfile } from '#leader/expert.contract.ts'
import { contestHeld } from '#leader/held.contract.ts'
import { startImport } from '#leader/import.contract.ts'
import { openHandover } from '#leader/map.contract.ts'
import * as nominations from '#leader/nomination.contract.ts'
import { setPurpose } from '#leader/purpose.contract.ts'
import * as surveys from '#leader/survey.contract.ts'
import * as topics from '#leader/topic.contract.ts'
import * as learning from '#learning/contract.ts'
import { listHealthItems } from '#learning/health.contract.ts'
import * as talk from '#learning/talk.contract.ts'
import * as needs from '#need/contract.ts'
import { addApiKey } from '#people/api-key.contract.ts'
import { endMembership } from '#people/contract.ts'
import * as invitations from '#people/invitation.contract.ts'
import type { Endpoint } from '#platform/http/endpoint'
import * as reviews from '#validation/contract.ts'
import { commonsIn } from './commons.ts'
import { blockId, documentOf, truth, words, write } from './course.ts'
import { lettersIn } from './letter.ts'
import type { Organization, Person } from './organization.ts'
import { templateIn } from './own-template.ts'
import { recognizing } from './recognizing.ts'
import { flagIn } from './ring-flag.ts'
import type { World } from './world.ts'

export const endpoints = routes.map(({ endpoint }) => endpoint)
export const isWrite = ({ method }: Endpoint): boolean => method !== 'GET'

/** What there is in a setting, by the name that a path's parameter or a body's field has for it. */
export type Things = Record<string, string>

/** An organization with one of everything in a private group, and the people around it. */
export interface Setting {
  org: Organization
  /** Of the whole organization; asked to review. */
  admin: Person
  /** Wrote the course, raised the needs, commented; leads in the private group. */
  author: Person
  /** Learns in the private group, and was given nothing more. */
  insider: Person
  /** Leads and reviews in the private group, too, but was asked nothing. */
  peer: Person
  /** Holds every role there is, in another group. */
  outsider: Person
  things: Things
}

/** In a private group two needs, a course, file, review, finding, comment, invitation and kudos; each has “secret” in its text. */
export async function settingIn(
  world: World,
  { name = 'First', private: isPrivate = true } = {},
): Promise<Setting> {
  const org = await world.organization(name)
  const [groupId, otherGroupId] = [
    await org.group('Secret lab', { private: isPrivate }),
    await org.group('Sales'),
  ]
  const people = await peopleIn(org, groupId, otherGroupId)
  const { admin, author, insider } = people
  const need = (title: string) => author.does(needs.raiseNeed, { body: { title, details: '', groupId } })
  const [{ id: needId }, { id: otherNeedId }] = [await need('A secret need'), await need('Other secret need')]
  // First, so that the latest news is each one’s own.
  const leading = await leadingIn({ org, admin, author, insider }, groupId, needId)
  const course = await courseBy(author, admin, groupId)
  const later = await afterPublication(world, { org, admin, author }, groupId, course.courseId)
  const template = await templateIn({ admin, author }, groupId)
  const invited = { email: 'new@secret.example', name: 'New', groupId } as const
  const invitation = { ...invited, role: 'learner', locale: 'en' } as const
  const { id: invitationId } = await admin.does(invitations.inviteMember, { body: invitation })
  const { id: keyId } = await admin.does(addApiKey, {
    body: { name: 'A secret key', opens: 'imports', days: 30 },
  })
  const recognized = await recognizing({ org, ...people }, { ...course, groupId })
  const flagged = await flagIn(org, [author.id, insider.id])
  const common = await commonsIn(world, { org, admin, author, insider }, { groupId, ...course })
  const persons = { memberId: author.id, reviewerId: admin.id }
  const ofLinks = { token: `${org.id}.${'a'.repeat(43)}`, issuerId: org.id }
  const ids = { groupId, otherGroupId, needId, otherNeedId, invitationId, keyId }
  const things = {
    ...fixed,
    ...ids,
    ...persons,
    ...recognized,
    ...leading,
    ...course,
    ...later,
    ...template,
    ...flagged,
    ...common,
    ...ofLinks,
    ...(await lettersIn({ org, admin, insider })),
  }
  return { org, ...people, things }
}

/** What a path's parameter may be where it names nothing of the setting. */
const fixed = {
  ...{ role: 'leader', offset: '0', number: '1', list: '1' },
  ...{ kind: 'like', stage: 'need', purpose: 'detection', rule: 'captions' },
  ...{ topic: 'answers' },
  ...{ key: 'clarity', criterion: 'accuracy', original: 'how-to' },
  ...{ month: '2020-01', year: '2020' },
  ...{ practice: 'wrench-check', place: 'names0000000' },
}

async function peopleIn(org: Organization, groupId: string, otherGroupId: string) {
  const [admin, author, insider, peer, outsider] = [
    await org.admin(),
    await org.person('Ann Author', 'leader', groupId),
    await org.person('Ines Insider', 'learner', groupId),
    await org.person('Pia Peer', 'leader', groupId),
    await org.person('Otto Outsider', 'admin', otherGroupId),
  ]
  await org.grant(peer.id, groupId, 'reviewer')
  for (const role of ['learner', 'leader', 'reviewer', 'manager'] as const)
    await org.grant(outsider.id, otherGroupId, role)
  return { admin, author, insider, peer, outsider }
}

/** Two topics; the insider, who was asked to lead, and somebody who was not; a survey in which all five are asked. */
async function leadingIn(
  { org, admin, author, insider }: Pick<Setting, 'org' | 'admin' | 'author' | 'insider'>,
  groupId: string,
  needId: string,
) {
  const topic = (name: string) => admin.does(topics.addTopic, { body: { name, words: [] } })
  const [{ id: topicId }, { id: otherTopicId }] = [await topic('Torque'), await topic('Force')]
  const body = { memberId: insider.id, groupId, reason: 'A secret reason to lead' }
  const { id: nominationId } = await author.does(nominations.nominate, { body })
  const params = { nominationId }
  await admin.does(nominations.confirmNomination, { params, body: { reason: 'Another secret reason' } })
  const { id: candidateId } = await org.person('Carla Candidate', 'learner', groupId)
  await org.person('Fay Fifth', 'learner', groupId)
  const contested = await author.does(contestHeld, { body: { body: 'A secret complaint' } })
  await author.does(askExperts, { params: { needId }, body: { firstId: insider.id } })
  const helps = {
    helpsWith: 'Zeroing a torque transducer',
    languages: ['en' as const],
    availability: 'open' as const,
  }
  await author.does(setProfile, { body: { ...helps, topicIds: [topicId], until: null } })
  const { id: handoverId } = await author.does(openHandover, { body: { memberId: author.id, topicId } })
  const importId = await importIn(admin)
  const more = { contestId: contested.id, importId, surveyId: await surveyIn(admin, groupId) }
  return { topicId, otherTopicId, nominationId, candidateId, handoverId, ...more }
}

const decision = { isOn: true, legalNote: 'Agreement of May', keepDays: 90 }

/** A survey in a group that nobody has answered yet. */
async function surveyIn(admin: Person, groupId: string): Promise<string> {
  const seenBy = 'managers' as const
  await admin.does(setPurpose, { params: { purpose: 'survey' }, body: { ...decision, seenBy } })
  return (await admin.does(surveys.openSurvey, { body: { groupId } })).id
}

/** An import that waits for its first part. */
async function importIn(admin: Person): Promise<string> {
  const seenBy = 'admins' as const
  await admin.does(setPurpose, { params: { purpose: 'imports' }, body: { ...decision, seenBy } })
  const mapping = { format: 'csv', helper: 'x', at: 'x' } as const
  return (await admin.does(startImport, { body: { source: 'A secret source', size: 1, mapping } })).id
}

/** What a course of a setting says; with one question, in a step of its own. */
export const secretDocument = () => documentOf({ s1: [words('p1', 'A secret line')], s2: [truth('q1')] })

/** A course with a file, reviewed, published, begun and commented on; the ids of all of it. */
async function courseBy(author: Person, admin: Person, groupId: string) {
  const { course } = await author.does(courses.createCourse, {
    body: { title: 'A secret course', objective: 'You keep a secret for a year.', groupId },
  })
  const at = { params: { courseId: course.id } }
  const file = await author.does(material.startUpload, { ...at, body: { name: 'secret.png', size: 10 } })
  await write(author, course.id, secretDocument())
  const review = await author.does(reviews.askForReview, { ...at, body: { reviewerIds: [admin.id] } })
  const seen = { params: { reviewId: review.id } }
  const finding = await admin.does(reviews.makeFinding, {
    ...seen,
    body: { blockId: blockId('p1'), severity: 'note', body: 'A secret finding' },
  })
  await admin.does(reviews.giveVerdict, { ...seen, body: { verdict: 'approve' } })
  const { stepId } = await author.does(learning.getProgress, at)
  const comment = await author.does(talk.commentOnCourse, { ...at, body: { body: 'A secret comment' } })
  const answers = { body: 'A secret answer', parentId: comment.id }
  const answer = await admin.does(talk.commentOnCourse, { ...at, body: answers })
  const { revision } = await author.does(courses.getDraft, at)
  return {
    courseId: course.id,
    fileId: file.id,
    reviewId: review.id,
    findingId: finding.id,
    stepId,
    commentId: comment.id,
    answerId: answer.id,
    revision: String(revision),
  }
}

/** Another course, into which one may be merged; the first one is to be verified; what somebody left was handed over. */
async function afterPublication(
  world: World,
  { org, admin, author }: Pick<Setting, 'org' | 'admin' | 'author'>,
  groupId: string,
  courseId: string,
) {
  const begun = async (who: Person, title: string) => {
    const body = { title, objective: 'You keep another one for a year.', groupId }
    return (await who.does(courses.createCourse, { body })).course.id
  }
  const otherCourseId = await begun(author, 'How to tell nobody')
  await org.as((scope) => publishCourse(scope, otherCourseId, null))
  const day = world.now().toISOString().slice(0, 10)
  await author.does(courses.setVerifyBy, { params: { courseId }, body: { day } })
  await world.cairn.tasks.health?.({ org: org.id })
  const [item] = (await author.does(listHealthItems, {})).items
  const leaver = await org.person('Lee Leaver', 'leader', groupId)
  await begun(leaver, 'A secret draft')
  await admin.does(endMembership, { params: { memberId: leaver.id } })
  const body = { memberId: leaver.id, successorId: author.id }
  const { id: successionId } = await admin.does(handOverCourses, { body })
  return { otherCourseId, itemId: item?.id ?? '', successionId }
}

/** A value for each parameter of an endpoint's path. */
export function paramsFor(endpoint: Endpoint, things: Things): Record<string, string> {
  const names = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  const unknown = names.filter((name) => things[name] === undefined)
  if (unknown.length > 0)
    throw new Error(`${endpoint.name}: say in this setting what ${unknown.join(', ')} may be.`)
  return Object.fromEntries(names.map((name) => [name, things[name] ?? '']))
}

/** A query that the endpoint takes. */
export function queryFor({ name }: Endpoint): Record<string, string> {
  if (name === 'search') return { q: 'secret' }
  if (name === 'listNominations' || name === 'listHandovers') return { state: 'all' }
  if (name === 'listHelpSubjects') return { kind: 'published' }
  if (name === 'findSimilarCourses') return { title: 'A secret course' }
  return name === 'findSimilarNeeds' ? { title: 'A secret need' } : {}
}
