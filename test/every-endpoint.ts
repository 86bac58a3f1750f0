import { routes } from '#app/modules.ts'
import * as courses from '#course/contract.ts'
import * as material from '#course/material.contract.ts'
import * as learning from '#learning/contract.ts'
import * as talk from '#learning/talk.contract.ts'
import * as needs from '#need/contract.ts'
import * as invitations from '#people/invitation.contract.ts'
import type { Endpoint } from '#platform/http/endpoint'
import * as recognition from '#recognition/contract.ts'
import * as reviews from '#validation/contract.ts'
import { documentOf, write } from './course.ts'
import type { Organization, Person } from './organization.ts'
import type { World } from './world.ts'

export const endpoints = routes.map(({ endpoint }) => endpoint)

/** An organization with one of everything in a private group, and what to call each endpoint with. */
export interface Setting {
  org: Organization
  admin: Person
  learner: Person
  /** A value for each parameter that occurs in a path, all of this organization. */
  params: Record<string, string>
}

/** One need, course, file, review, finding, comment, invitation and kudos; each has “secret” in its text. */
export async function settingIn(world: World): Promise<Setting> {
  const org = await world.organization('First')
  const group = await org.group('Secret lab', { private: true })
  const [admin, learner, author] = [
    await org.admin(),
    await org.person('Lea Learner'),
    await org.person('Ann Author', 'leader', group),
  ]
  const need = await author.does(needs.raiseNeed, {
    body: { title: 'A secret need', details: '', groupId: group },
  })
  const course = await courseBy(author, admin, group)
  const { courseId } = course
  const invited = {
    email: 'new@secret.example',
    name: 'New',
    groupId: group,
    role: 'learner',
    locale: 'en',
  } as const
  const invitation = await admin.does(invitations.inviteMember, { body: invited })
  const kudos = await admin.does(recognition.giveKudos, {
    body: { toId: author.id, courseId, reason: 'A secret reason to thank' },
  })
  const fixed = { role: 'leader', offset: '0', number: '1', kind: 'like', stage: 'need' }
  const ids = { groupId: group, memberId: author.id, needId: need.id, kudosId: kudos.id }
  const token = `${org.id}.${'a'.repeat(43)}`
  const params = { ...fixed, ...ids, ...course, invitationId: invitation.id, token }
  return { org, admin, learner, params }
}

/** A course with a file, reviewed, published, begun and commented on; the ids of all of it. */
async function courseBy(author: Person, admin: Person, groupId: string) {
  const { course } = await author.does(courses.createCourse, { body: { title: 'A secret course', groupId } })
  const at = { params: { courseId: course.id } }
  const file = await author.does(material.startUpload, { ...at, body: { name: 'secret.png', size: 10 } })
  await write(author, course.id, documentOf({ s1: [] }))
  const { document } = await author.does(courses.getDraft, at)
  const review = await author.does(reviews.askForReview, { ...at, body: { reviewerIds: [admin.id] } })
  const seen = { params: { reviewId: review.id } }
  const blockId = document.content[0]?.content[0]?.attrs.id ?? ''
  const finding = await admin.does(reviews.makeFinding, {
    ...seen,
    body: { blockId, severity: 'note', body: 'A secret finding' },
  })
  await admin.does(reviews.giveVerdict, { ...seen, body: { verdict: 'approve' } })
  const { stepId } = await author.does(learning.startCourse, at)
  const comment = await author.does(talk.commentOnCourse, { ...at, body: { body: 'A secret comment' } })
  return {
    courseId: course.id,
    fileId: file.id,
    reviewId: review.id,
    findingId: finding.id,
    stepId,
    commentId: comment.id,
  }
}

/** A value for each parameter of an endpoint's path. */
export function paramsFor(endpoint: Endpoint, params: Setting['params']): Record<string, string> {
  const names = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  const unknown = names.filter((name) => params[name] === undefined)
  if (unknown.length > 0)
    throw new Error(`${endpoint.name}: say in this setting what ${unknown.join(', ')} may be.`)
  return Object.fromEntries(names.map((name) => [name, params[name] ?? '']))
}

/** A query that the endpoint takes. */
export function queryFor({ name }: Endpoint): Record<string, string> {
  if (name === 'search') return { q: 'secret' }
  return name === 'findSimilarNeeds' ? { title: 'A secret need' } : {}
}
