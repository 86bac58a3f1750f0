import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { publishCourse } from '#course'
import * as courses from '#course/contract.ts'
import * as versions from '#course/versions.contract.ts'
import * as talk from '#learning/talk.contract.ts'
import * as people from '#people/contract.ts'
import type { Endpoint } from '#platform/http/endpoint'
import { endpoints } from './every-endpoint.ts'
import type { Organization, Person } from './organization.ts'
import { openWorld } from './world.ts'

/** What HTTP itself can get wrong: refused as every refusal is, and with nothing done. */
const world = openWorld()
let org: Organization
let admin: Person
beforeAll(async () => {
  org = await world.organization()
  admin = await org.admin()
})

const ask = (method: string, path: string, init: RequestInit = {}) =>
  world.cairn.app.request(`http://cairn.test${path}`, {
    ...init,
    method,
    headers: { cookie: admin.cookie, 'idempotency-key': crypto.randomUUID(), ...init.headers },
  })
const json = { 'content-type': 'application/json' }

async function problemOf(response: Response): Promise<[number, string | null, string]> {
  const text = await response.text()
  const { code = '' } = text ? (JSON.parse(text) as { code?: string }) : {}
  return [response.status, response.headers.get('content-type'), code]
}
const problem = 'application/problem+json'

describe('an address', () => {
  test('that is none says so in words of the API', async () => {
    for (const method of ['GET', 'POST', 'DELETE', 'OPTIONS'])
      expect(await problemOf(await ask(method, '/api/nothing/here'))).toEqual([
        404,
        problem,
        'http.no-such-address',
      ])
  })

  test('asked in a way it does not know says which ways it knows', async () => {
    const refused = await ask('DELETE', '/api/needs')
    expect(refused.headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS')
    expect(await problemOf(refused)).toEqual([405, problem, 'http.method'])
    const asked = await ask('OPTIONS', `/api/members/${admin.id}`)
    expect([asked.status, asked.headers.get('allow')]).toEqual([204, 'GET, HEAD, PATCH, OPTIONS'])
    expect(asked.headers.get('access-control-allow-origin')).toBeNull()
  })

  test('answers HEAD as it answers GET, without a body and without holding on to anything', async () => {
    const [read, head] = [await ask('GET', '/api/session'), await ask('HEAD', '/api/session')]
    expect([head.status, await head.text()]).toEqual([read.status, ''])
    const left: string[] = []
    const { live } = world.cairn.runtime.install
    const { subscribe } = live
    live.subscribe = (listener) => {
      const leave = subscribe(listener)
      return () => {
        left.push(listener.member)
        leave()
      }
    }
    expect((await ask('HEAD', '/api/live')).status).toBe(200)
    live.subscribe = subscribe
    expect(left).toEqual([admin.id])
  })
})

describe('a body', () => {
  const raise = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = json) =>
    ask('POST', '/api/needs', { body, headers })

  test('in broken UTF-8 is refused, not mended', async () => {
    const bytes = new Uint8Array([...Buffer.from('{"title":"a'), 0xff, 0xfe, ...Buffer.from('"}')])
    expect(await problemOf(await raise(bytes))).toEqual([400, problem, 'input.encoding'])
  })

  test('of another type is refused, whatever that type begins with', async () => {
    for (const type of [
      'application/jsonp',
      'application/json-patch+json',
      'text/json',
      'application/json; charset=latin1',
    ])
      expect([type, ...(await problemOf(await raise('{}', { 'content-type': type })))]).toEqual([
        type,
        415,
        problem,
        'input.media-type',
      ])
    const body = JSON.stringify({ title: 'Zero it', details: '', groupId: org.root })
    for (const type of ['application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"'])
      expect((await raise(body, { 'content-type': type })).status).toBe(201)
  })
})

test('a whole number larger than any that is kept is refused with a pointer to it', async () => {
  const dana = await org.person('Dana Reyes')
  const made = await dana.does(courses.createCourse, {
    body: { title: 'Zero it', objective: 'You zero a gauge in the cold.', groupId: org.root },
  })
  const params = { courseId: made.course.id }
  const { title, objective, tags, language } = made.course
  const save = { title, objective, tags, language, document: made.document }
  for (const huge of [2 ** 31, 2 ** 53 - 1]) {
    const refusals = [
      await dana.isRefused(courses.saveDraft, { params, body: { ...save, revision: huge } }),
      await dana.isRefused(versions.restoreVersion, { params, body: { number: huge } }),
      await dana.isRefused(versions.getVersion, { params: { ...params, number: huge } }),
      await dana.isRefused(versions.getVersion, { params: { ...params, number: 1 }, query: { since: huge } }),
    ]
    expect(refusals.map(({ status, faults }) => [status, faults?.[0]?.pointer])).toEqual([
      [422, '/revision'],
      [422, '/number'],
      [422, '/number'],
      [422, '/since'],
    ])
  }
})

describe('a key', () => {
  const body = { parentId: '', name: 'Once', colour: 'pine', glyph: 'users', private: false } as const

  test('serves one request only: not one that differs in its query, its path or its sender', async () => {
    const dana = await org.person('Dana Reyes Two')
    const { course, document } = await dana.does(courses.createCourse, {
      body: { title: 'Zero it', objective: 'You zero a gauge in the cold.', groupId: org.root },
    })
    await org.as((scope) => publishCourse(scope, course.id, null))
    const params = { courseId: course.id, kind: 'like' as const }
    const anchor = document.content[0]?.content[0]?.attrs.id ?? ''
    const key = 'one-key-for-two'
    await dana.does(talk.reactToCourse, { params, query: { anchor: '' }, key })
    expect((await dana.isRefused(talk.reactToCourse, { params, query: { anchor }, key })).code).toBe(
      'idempotency.key-reused',
    )
    const other = { ...params, kind: 'useful' as const }
    expect((await dana.isRefused(talk.reactToCourse, { params: other, key })).code).toBe(
      'idempotency.key-reused',
    )
    await admin.does(talk.reactToCourse, { params: other, query: { anchor }, key })
    const { items } = await dana.does(talk.listCourseReactions, { params: { courseId: course.id } })
    expect(items.map(({ kind, count, mine }) => [kind, count, mine]).sort()).toEqual([
      ['like', 1, true],
      ['useful', 1, false],
    ])
  })

  test('of a write that was refused is free again: mended, the same write goes through', async () => {
    const key = 'refused-at-first'
    const wrong = { ...body, parentId: crypto.randomUUID() }
    expect((await admin.isRefused(people.addGroup, { body: wrong, key })).status).toBe(404)
    await admin.does(people.addGroup, { body: { ...body, parentId: org.root }, key })
  })

  test('sent ten times at once does its write once and answers the same each time', async () => {
    const raise = () =>
      admin.does(people.addGroup, { body: { ...body, parentId: org.root, name: 'Ten' }, key: 'ten-at-once' })
    const answers = await Promise.all(Array.from({ length: 10 }, raise))
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
    const { items } = await admin.does(people.listGroups)
    expect(items.filter(({ name }) => name === 'Ten')).toHaveLength(1)
  })

  test('does nothing for somebody whose session has ended since', async () => {
    const person = await org.person('Lena Vogt')
    const change = { params: { memberId: person.id }, body: { title: 'Technician' }, key: 'before-and-after' }
    await person.does(people.changeMember, change)
    await person.does(people.signOut)
    expect((await person.isRefused(people.changeMember, change)).status).toBe(401)
  })
})

test('whatever the API answers is read as what it says it is, framed by nobody and run by nothing', async () => {
  const answers = [
    await ask('GET', '/api/session'),
    await ask('GET', '/api/nothing'),
    await ask('POST', '/api/needs', { body: '{', headers: json }),
    await ask('GET', '/api/openapi.json'),
  ]
  for (const { headers } of answers) {
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('referrer-policy')).toBe('same-origin')
  }
})

describe('a list', () => {
  const lists = endpoints.filter(
    ({ method, name, raw }) => method === 'GET' && !raw && /^(list|find|suggest|search)/.test(name),
  )
  const isPaged = ({ query }: Endpoint) => 'limit' in ((query as { shape?: object }).shape ?? {})
  const most = ({ returns }: Endpoint): number | undefined =>
    (z.toJSONSchema(returns, { io: 'output' }) as { properties?: { items?: { maxItems?: number } } })
      .properties?.items?.maxItems

  test('reads no more than a hundred at once and says how to go on, or says how long it is at most', () => {
    const whole = {
      // Whoever chooses a place in the tree needs all of it: docs/decisions/0019-lists-that-are-whole.md
      listGroups: 1000,
      // Everybody’s, to choose from.
      listTopics: 2000,
      // There are no more.
      listPurposes: 5,
      // Nobody is asked so often.
      ...{ listMyNominations: 100, listMySurveys: 20, listDueCourses: 20 },
      // As many as come with Cairn, and as many as a group judges by.
      ...{ listPractice: 50, listAgreement: 200 },
      listTemplates: 150,
      findSimilarCourses: 3,
      listMyContests: 100,
      // The best of what there is, of which nobody wants a second page.
      findSimilarNeeds: 5,
      suggestExperts: 5,
      suggestReviewers: 20,
      listHealthOwners: 50,
      // The palest: once they are changed the next ones are told.
      listPictureContrasts: 200,
      search: 20,
      // What is newest; all of it stands on the pages that each line leads to.
      listEvidence: 10,
      listPeopleLikeMe: 10,
      ...{ listAwardableBadges: 100, listMyClaims: 20 },
      ...{ listAccounts: 200, listEarningRules: 60 },
      ...{ listMyAsked: 20, listUnthanked: 10, listContributors: 50 },
      ...{ listWaitingQuestions: 5, listSponsors: 50 },
      ...{ listMyAnswers: 100, listReadyCampaigns: 200, listReadyIdeas: 50 },
    }
    const others = lists.filter((list) => !isPaged(list))
    expect(Object.fromEntries(others.map((list) => [list.name, most(list)]))).toEqual(whole)
  })

  test.each(lists.filter(isPaged))(
    '$name takes a hundred at most and says where the next page begins',
    (list) => {
      const { limit } = (list.query as z.ZodObject).shape as { limit: z.ZodType }
      expect([limit.safeParse(100).success, limit.safeParse(101).success]).toEqual([true, false])
      expect(Object.keys((list.returns as z.ZodObject).shape).sort()).toEqual(['items', 'next'])
    },
  )
})
