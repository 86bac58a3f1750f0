import { beforeAll, describe, expect, test } from 'vitest'
import { routes } from '#app/modules.ts'
import * as courses from '#course/contract.ts'
import * as material from '#course/material.contract.ts'
import * as learning from '#learning/contract.ts'
import * as talk from '#learning/talk.contract.ts'
import * as needs from '#need/contract.ts'
import { signOut } from '#people/contract.ts'
import * as invitations from '#people/invitation.contract.ts'
import type { Endpoint } from '#platform/http/endpoint'
import * as recognition from '#recognition/contract.ts'
import * as reviews from '#validation/contract.ts'
import type { Organization, Person } from './organization.ts'
import { send } from './organization.ts'
import { openWorld } from './world.ts'

/** Every endpoint, walked as everyone who must not come in. What is refused to them is a list nobody has to keep. */
const world = openWorld()
const endpoints = routes.map(({ endpoint }) => endpoint)

interface Setting {
  org: Organization
  admin: Person
  learner: Person
  /** A value for each parameter that occurs in a path, all of the first organization. */
  params: Record<string, string>
}
const first = {} as Setting
const second = {} as { admin: Person }

beforeAll(async () => {
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
  const { course } = await author.does(courses.createCourse, {
    body: { title: 'A secret course', groupId: group },
  })
  const at = { params: { courseId: course.id } }
  const file = await author.does(material.startUpload, { ...at, body: { name: 'secret.png', size: 10 } })
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
  const invited = {
    email: 'new@secret.example',
    name: 'New',
    groupId: group,
    role: 'learner',
    locale: 'en',
  } as const
  const invitation = await admin.does(invitations.inviteMember, { body: invited })
  const kudos = await admin.does(recognition.giveKudos, {
    body: { toId: author.id, courseId: course.id, reason: 'A secret reason to thank' },
  })
  const params = {
    groupId: group,
    memberId: author.id,
    role: 'leader',
    needId: need.id,
    courseId: course.id,
    fileId: file.id,
    offset: '0',
    number: '1',
    reviewId: review.id,
    findingId: finding.id,
    stepId,
    commentId: comment.id,
    kudosId: kudos.id,
    invitationId: invitation.id,
    token: `${org.id}.${'a'.repeat(43)}`,
    kind: 'like',
    stage: 'need',
  }
  Object.assign(first, { org, admin, learner, params })
  const other = await world.organization('Second')
  second.admin = await other.admin()
  await world.settle()
})

function fill(endpoint: Endpoint): Record<string, string> {
  const names = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  const unknown = names.filter((name) => first.params[name] === undefined)
  if (unknown.length > 0)
    throw new Error(`${endpoint.name}: say in this test what ${unknown.join(', ')} may be.`)
  return Object.fromEntries(names.map((name) => [name, first.params[name] ?? '']))
}

const call = (endpoint: Endpoint, cookie: string) => {
  const query =
    endpoint.name === 'search'
      ? { q: 'secret' }
      : endpoint.name === 'findSimilarNeeds'
        ? { title: 'A secret need' }
        : {}
  const body = endpoint.raw === 'request' ? new Blob(['x']) : (endpoint.example ?? {})
  return send(world.cairn, cookie, endpoint, { params: fill(endpoint), query, body } as never)
}
const closed = endpoints.filter(({ access }) => access !== 'anyone')

describe('a stranger', () => {
  test.each(closed.map((endpoint) => [endpoint.name, endpoint] as const))(
    'is not let in by %s',
    async (_, endpoint) => {
      expect((await call(endpoint, '')).status).toBe(401)
      const forged = `cairn_session=${first.org.id}.${'a'.repeat(43)}`
      expect((await call(endpoint, forged)).status).toBe(401)
    },
  )
})

describe('a session that was ended', () => {
  beforeAll(() => first.learner.does(signOut))
  test.each(closed.map((endpoint) => [endpoint.name, endpoint] as const))(
    'is not let in by %s',
    async (_, endpoint) => {
      expect((await call(endpoint, first.learner.cookie)).status).toBe(401)
    },
  )
})

describe('another organization', () => {
  const leaving = ['signOut', 'signOutEverywhere', 'watchChanges']
  const walked = closed.filter(({ name }) => !leaving.includes(name))
  test.each(walked.map((endpoint) => [endpoint.name, endpoint] as const))(
    'learns and changes nothing by %s',
    async (_, endpoint) => {
      const response = await call(endpoint, second.admin.cookie)
      const said = await response.text()
      expect(response.status).toBeLessThan(500)
      expect(said).not.toContain('secret')
      for (const id of Object.values(first.params).filter((value) => value.length === 36))
        expect(said).not.toContain(id)
      const takesId = /:(groupId|memberId|needId|courseId|fileId|reviewId|findingId|commentId|kudosId)/.test(
        endpoint.path,
      )
      if (takesId) expect([403, 404, 409, 422]).toContain(response.status)
    },
  )
})

describe('someone without the role', () => {
  const guarded = closed.filter(({ access }) => Array.isArray(access))
  test.each(guarded.map((endpoint) => [endpoint.name, endpoint] as const))(
    'is refused by %s',
    async (_, endpoint) => {
      const person = await first.org.person(`Plain ${endpoint.name}`)
      expect((await call(endpoint, person.cookie)).status).toBe(403)
    },
  )

  test('cannot see a private group’s course, need, talk or people’s roles by their ids', async () => {
    const outsider = await first.org.person('Out Sider', 'learner', await first.org.group('Sales'))
    const reads = closed.filter(
      ({ method, path }) => method === 'GET' && /:(needId|courseId|fileId|reviewId)/.test(path),
    )
    for (const endpoint of reads) {
      const response = await call(endpoint, outsider.cookie)
      expect([endpoint.name, response.status]).toEqual([endpoint.name, 404])
    }
    const lists = closed.filter(
      ({ method, path, name }) => method === 'GET' && !path.includes(':') && name !== 'watchChanges',
    )
    for (const endpoint of lists)
      expect(await (await call(endpoint, outsider.cookie)).text()).not.toContain('secret')
  })
})

test('every endpoint says who may call it, and has a name of its own', () => {
  expect(endpoints.filter(({ access }) => access === undefined)).toEqual([])
  expect(new Set(endpoints.map(({ name }) => name)).size).toBe(endpoints.length)
})
