import { beforeAll, describe, expect, test } from 'vitest'
import { addApiKey } from '#people/api-key.contract.ts'
import { signOut } from '#people/contract.ts'
import type { ProblemBody } from '#platform/http/call'
import type { Endpoint } from '#platform/http/endpoint'
import { fieldsOf, isIdentifier } from './anything.ts'
import { endpoints, isWrite, paramsFor, queryFor, type Setting, settingIn } from './every-endpoint.ts'
import { sendingOf } from './every-write.ts'
import { send } from './organization.ts'
import { rowsOf } from './rows.ts'
import { openWorld } from './world.ts'

/**
 * Every endpoint, walked as everyone who must not come in, and every read as those who are in but not in this. What is
 * refused to them is a list nobody has to keep. Who may not write is told by authorization-writes.test.ts.
 */
const world = openWorld()
const [first, second] = [{} as Setting, {} as Setting]

beforeAll(async () => {
  Object.assign(first, await settingIn(world))
  Object.assign(second, await settingIn(world, { name: 'Second' }))
  await world.settle()
})

const call = (endpoint: Endpoint, by: Parameters<typeof send>[1], query = {}) => {
  const input = isWrite(endpoint)
    ? sendingOf(endpoint.name, first.things)
    : { params: paramsFor(endpoint, first.things), query: { ...queryFor(endpoint), ...query } }
  return send(world.cairn, by, endpoint, input as never)
}
const named = (list: readonly Endpoint[]) => list.map((endpoint) => [endpoint.name, endpoint] as const)
const closed = endpoints.filter(({ access }) => access !== 'anyone')
const reads = closed.filter((endpoint) => !isWrite(endpoint) && endpoint.name !== 'watchChanges')
const namesThings = ({ path }: Endpoint) => /:\w+Id/.test(path)

test('every endpoint says who may call it, and has a name of its own', () => {
  expect(endpoints.filter(({ access }) => access === undefined)).toEqual([])
  expect(new Set(endpoints.map(({ name }) => name)).size).toBe(endpoints.length)
})

test('every write whose body must say something has an example of it, which its own schema takes', () => {
  const writes = endpoints.filter((endpoint) => isWrite(endpoint) && endpoint.raw !== 'request')
  const wrong = writes.filter(({ body, example = {} }) => !body.safeParse(example).success)
  expect(wrong.map(({ name }) => name)).toEqual([])
})

describe('a stranger', () => {
  test.each(named(closed))('is not let in by %s', async (_, endpoint) => {
    const before = await rowsOf(world, first.org.id)
    expect((await call(endpoint, '')).status).toBe(401)
    const forged = `cairn_session=${first.org.id}.${'a'.repeat(43)}`
    expect((await call(endpoint, forged)).status).toBe(401)
    expect(await rowsOf(world, first.org.id)).toEqual(before)
  })
})

describe('a session that was ended', () => {
  let ended = ''
  let before = {}
  beforeAll(async () => {
    const admin = await first.org.admin()
    ended = admin.cookie
    await admin.does(signOut)
    before = await rowsOf(world, first.org.id)
  })
  test.each(named(closed))('is not let in by %s', async (_, endpoint) => {
    expect((await call(endpoint, ended)).status).toBe(401)
    expect(await rowsOf(world, first.org.id)).toEqual(before)
  })
})

describe('a program with an API key', () => {
  let key = ''
  let before = {}
  beforeAll(async () => {
    const admin = await first.org.admin()
    key = (await admin.does(addApiKey, { body: { name: 'Export', opens: 'imports', days: 30 } })).key
    before = await rowsOf(world, first.org.id)
  })
  const others = closed.filter(({ byKey }) => byKey !== 'imports')
  test.each(named(others))('is not let in by %s', async (_, endpoint) => {
    const answer = await call(endpoint, { authorization: `Bearer ${key}` })
    expect([answer.status, ((await answer.json()) as ProblemBody).code]).toEqual([
      403,
      'access.key-not-for-this',
    ])
    expect(await rowsOf(world, first.org.id)).toEqual(before)
  })
})

describe('another organization', () => {
  const isOfFirst = (said: string) =>
    said.includes('secret') ||
    Object.values(first.things).some((value) => value.length === 36 && said.includes(value))

  test.each(named(reads))('learns nothing by %s', async (_, endpoint) => {
    const before = [await rowsOf(world, first.org.id), await rowsOf(world, second.org.id)]
    const stranger = await (await world.organization('Third')).admin()
    const asked = await call(endpoint, stranger.cookie)
    if (namesThings(endpoint)) expect(asked.status).toBe(404)
    else expect(asked.status).toBe(200)
    expect(isOfFirst(await asked.text())).toBe(false)
    expect([await rowsOf(world, first.org.id), await rowsOf(world, second.org.id)]).toEqual(before)
  })

  /** What a filter of a list is called where it is not called as in a path. */
  const filters: Record<string, string> = {
    authorId: 'memberId',
    toId: 'memberId',
    fromId: 'reviewerId',
    exceptId: 'needId',
    mayEnter: 'groupId',
  }
  const filtered = reads.flatMap((endpoint) =>
    fieldsOf(endpoint.query)
      .filter(([, json]) => isIdentifier(json))
      .map(([field]) => [endpoint.name, field, endpoint] as const),
  )
  test.each(filtered)('learns nothing by the filter of %s for %s', async (_, field, endpoint) => {
    const thing = first.things[filters[field] ?? field]
    expect(thing).toMatch(/^[0-9a-f-]{36}$/)
    const sending = { params: paramsFor(endpoint, second.things), query: queryFor(endpoint) }
    const own = await send(world.cairn, second.admin.cookie, endpoint, sending as never)
    expect(own.status).toBe(200)
    const query = { ...sending.query, [field]: thing }
    const asked = await send(world.cairn, second.admin.cookie, endpoint, { ...sending, query } as never)
    expect([200, 404]).toContain(asked.status)
    const said = await asked.text()
    for (const value of Object.values(first.things).filter(({ length }) => length === 36))
      expect(said).not.toContain(value)
  })
})

describe('a private group', () => {
  const open = [
    ...['getMember', 'listEvidence', 'getProfile', 'listLeftCourses', 'getMemberLadder'],
    ...['getBadge', 'listMemberBadges', 'listAwardableBadges', 'getCommendation'],
  ]
  // Only who administers the whole organization, or sees the radar of one of somebody's groups, may.
  const closedTo = [
    'listApiKeys',
    'listImports',
    'listRejections',
    'listContests',
    'getExpertise',
    'listHelpSubjects',
    'getWorkingTime',
    'getDetectionPreview',
    'getWorkingTime',
    'listBadgeAwards',
    'getIssuer',
    ...['listPayrollExports', 'getPayrollExport', 'getPayrollFile'],
    'listStock',
    'listRefusedAddresses',
    ...['listRules', 'getRule', 'listRuleVersions', 'simulateRule', 'listRuleGifts'],
    ...['getRingSearch', 'listRingFlags', 'listNeverThanked'],
  ]

  test('is told of to those who are in it, by half of what they read', async () => {
    const telling: string[] = []
    for (const endpoint of reads) {
      const who = endpoint.access === 'signed-in' ? first.author : first.admin
      if ((await (await call(endpoint, who.cookie)).text()).includes('secret')) telling.push(endpoint.name)
    }
    expect(telling).toEqual(
      expect.arrayContaining(['getFeed', 'listNeeds', 'search', 'getDraft', 'listKudos']),
    )
    expect(telling.length).toBeGreaterThan(20)
  })

  test.each(named(reads))(
    'shows nothing by %s to who holds every role in another group',
    async (_, endpoint) => {
      const asked = await call(endpoint, first.outsider.cookie)
      if (closedTo.includes(endpoint.name)) expect(asked.status).toBe(403)
      else if (namesThings(endpoint) && !open.includes(endpoint.name)) expect(asked.status).toBe(404)
      else expect(asked.status).toBe(200)
      expect(await asked.text()).not.toContain('secret')
    },
  )
})

describe('what is its author’s and reviewers’ alone', () => {
  const ofAdmins = [
    'listApiKeys',
    'listImports',
    'listRejections',
    'listContests',
    'getDetectionPreview',
    'getTemplateDraft',
    'listBadgeAwards',
    'getIssuer',
    ...['listPayrollExports', 'getPayrollExport', 'getPayrollFile'],
    'listStock',
    'listRefusedAddresses',
    ...['listRules', 'getRule', 'listRuleVersions', 'simulateRule', 'listRuleGifts'],
    ...['getRingSearch', 'listRingFlags', 'listNeverThanked'],
  ]
  const ofLeading = [
    ...['getRadar', 'getNetwork', 'getNetworkOfGroups', 'getKnowledgeMap', 'listSurveys'],
    ...['listReviewQueue', 'getReviewFigures', 'listAgreement'],
    ...['getFairness', 'getRecognitionEffect', 'listSponsors', 'listAcademyMembers'],
  ]
  const theirs = [
    'getDraft',
    'getInsight',
    'getCourseHealth',
    'getReviewThanks',
    ...['getCredential', 'getBadgeLink', 'getRedemption'],
    'listHealthOwners',
    'getReview',
    'getUpload',
    'getVersion',
    'listCourseReviews',
    'listEntries',
    'listLearners',
    'listPictureContrasts',
    'listVersions',
    'suggestReviewers',
    ...ofLeading,
    'getExpertise',
    'listHelpSubjects',
    'getWorkingTime',
    ...ofAdmins,
  ]
  const statusFor = async (endpoint: Endpoint, cookie: string) => (await call(endpoint, cookie)).status
  test.each(named(reads))('is not shown to another learner by %s', async (name, endpoint) => {
    const isOpen = !Array.isArray(endpoint.access) && !theirs.includes(name)
    const isOfAdmins = endpoint.access !== 'signed-in' || ofAdmins.includes(name) || ofLeading.includes(name)
    const may = isOfAdmins ? first.admin : first.author
    if (name !== 'getFile') expect(await statusFor(endpoint, may.cookie)).toBe(200)
    const status = await statusFor(endpoint, first.insider.cookie)
    if (name === 'getFile') expect(status).toBe(404)
    else expect([name, status]).toEqual([name, isOpen ? 200 : expect.toSatisfy(isClosed)])
  })
})

const isClosed = (status: number) => status === 403 || status === 404
