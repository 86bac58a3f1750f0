import { beforeAll, expect, test } from 'vitest'
import * as people from '#people/contract.ts'
import * as invitations from '#people/invitation.contract.ts'
import type { Endpoint } from '#platform/http/endpoint'
import { named, type Place, partsOf, pointerTo, withAt } from './anything.ts'
import { endpoints, isWrite, paramsFor, queryFor, type Setting, settingIn } from './every-endpoint.ts'
import { planOf, type Ready, readyIn, sendAs, sendingOf, writes } from './every-write.ts'
import { tokenMailedTo } from './mailbox.ts'
import { type Person, personWith, send } from './organization.ts'
import { rowsOf, textsIn } from './rows.ts'
import { openWorld } from './world.ts'

/** Every text that people write, at every place of every body, looking like a program: kept and told as the text it is. */
const world = openWorld()
let kept: Setting
/** A setting that is as new, in which this write can be done at once. */
const ready = async (name: string): Promise<Ready> => {
  await world.rewind()
  return readyIn(world, name, kept)
}

beforeAll(async () => {
  kept = await settingIn(world)
  await world.settle()
  await world.keep()
})

const nobodyYet = { id: '', name: '', email: '', cookie: '' }

const texts = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; drop table members; --",
  '{0} {name, select, other {x}} #',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: that is the hostile text
  '${process.env.HOME} {{7*7}} %s %n',
  '\u202Eevil\u202C \u200Bzero\u200D width',
  '👩🏽‍🚀🏳️‍🌈 e\u0301 ﷽ 日本語',
  '=HYPERLINK("https://evil.example")',
]

/** The places of a body that take any words, as its schema says. */
const placesOf = (endpoint: Endpoint, body: unknown): Place[] =>
  [...partsOf(body)]
    .filter(([, part]) => typeof part === 'string')
    .map(([place]) => place)
    .filter((place) => {
      const taken = endpoint.body.safeParse(JSON.parse(withAt(body, place, '"Plain Words"')))
      return taken.success
    })

const isWritten = (endpoint: Endpoint) =>
  endpoint.raw !== 'request' && placesOf(endpoint, endpoint.example).length > 0
/** Markdown is told as what it means; what was looked for is kept in small letters, as nobody's, and told of three people. */
const asOther = ['importMarkdown', 'reportMiss']
const written = writes.filter((endpoint) => isWritten(endpoint) && !asOther.includes(endpoint.name))

/** The texts one after the other in as few bundles as all places take: what is done once only takes a setting for each. */
function bundlesFor(endpoint: Endpoint, body: unknown): string[] {
  const doFit = (text: string) =>
    placesOf(endpoint, body).every(
      (place, index) =>
        endpoint.body.safeParse(JSON.parse(withAt(body, place, JSON.stringify(`${text} ${index}`)))).success,
    )
  const bundles: string[] = []
  for (const text of texts) {
    const both = `${bundles.at(-1)} ${text}`
    if (bundles.length > 0 && doFit(both)) bundles[bundles.length - 1] = both
    else bundles.push(text)
  }
  return bundles
}

/** Sends a write with another text at each of its places; what a write cannot do twice is done in a new setting. */
async function sendWith(text: string, endpoint: Endpoint, setting: Ready) {
  const { name } = endpoint
  const sending = sendingOf(name, setting.things)
  const places = placesOf(endpoint, sending.body)
  let body = JSON.stringify(sending.body)
  for (const [index, place] of places.entries())
    body = withAt(JSON.parse(body), place, JSON.stringify(`${text} ${index}`))
  const response = await sendAs(world, setting.doer, name, { ...sending, body: JSON.parse(body) })
  const { makes } = planOf(name)
  if (response.ok && makes) Object.assign(setting.things, makes((await response.json()) as never))
  return { response, sent: places.map((place, index) => [pointerTo(place), `${text} ${index}`] as const) }
}

/** What is done with, and what somebody answers for, is listed apart. */
const apart: Record<string, Record<string, string>> = {
  listHealthItems: { state: 'closed' },
  listVolunteers: { show: 'all' },
  listProtectedTimes: { side: 'answering' },
  listContributions: { state: 'decided' },
}
const queriesFor = (endpoint: Endpoint) => {
  const more = apart[endpoint.name]
  return more ? [{}, more] : [queryFor(endpoint)]
}

/** Everything that somebody may read in a setting. */
async function toldTo(who: Person, { things }: Setting): Promise<string[]> {
  const told: string[] = []
  const reads = endpoints.filter((one) => !isWrite(one) && one.raw === undefined)
  for (const [endpoint, query] of reads.flatMap((one) =>
    queriesFor(one).map((query) => [one, query] as const),
  )) {
    const sending = { params: paramsFor(endpoint, things), query }
    const response = await send(world.cairn, who.cookie, endpoint, sending as never)
    expect([endpoint.name, response.status]).toEqual([endpoint.name, expect.toSatisfy((one) => one < 500)])
    told.push(...textsIn(await response.json()))
  }
  return told
}

test('the texts that people write are found', () => {
  expect(written.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['raiseNeed', 'giveKudos', 'createCourse', 'saveDraft', 'inviteMany', 'addGroup']),
  )
})

/** The title that an invitation gives is told with the member it makes, not before; how a file is read is not told again. */
const isUntold = (name: string, pointer: string) =>
  (name.startsWith('invite') && pointer.endsWith('/title')) ||
  (name === 'startImport' && pointer.startsWith('/mapping'))

test.each(named(written))(
  '%s keeps text that looks hostile, and it is told as it is',
  async (name, endpoint) => {
    let setting = await ready(name)
    const bundles = bundlesFor(endpoint, sendingOf(name, setting.things).body)
    expect(texts.filter((text) => !bundles.join(' ').includes(text))).toEqual([])
    for (const text of bundles) {
      let { response, sent } = await sendWith(text, endpoint, setting)
      if (response.status === 409) {
        setting = await ready(name)
        ;({ response, sent } = await sendWith(text, endpoint, setting))
      }
      expect([text, response.status]).toEqual([text, endpoint.status])
      const kept = new Set(textsIn(await rowsOf(world, setting.org.id)))
      expect(sent.filter(([, one]) => !kept.has(one))).toEqual([])
      if (text !== bundles[0]) continue
      await world.settle()
      let untold = sent.filter(([pointer]) => !isUntold(name, pointer))
      for (const who of new Set([setting.doer, setting.admin, setting.author])) {
        if (untold.length === 0) break
        const told = new Set(await toldTo(who, setting))
        untold = untold.filter(([, one]) => !told.has(one))
      }
      expect(untold).toEqual([])
    }
  },
)

test('whoever accepts an invitation is called what they say, whatever that looks like', async () => {
  const org = await world.organization()
  const [admin, stranger] = [await org.admin(), personWith(world.cairn, nobodyYet)]
  for (const [index, text] of texts.entries()) {
    const email = `new-${index}@northwind.example`
    const invited = {
      email,
      name: text,
      title: text,
      groupId: org.root,
      role: 'learner',
      locale: 'en',
    } as const
    await admin.does(invitations.inviteMember, { body: invited })
    await world.settle()
    const body = { token: await tokenMailedTo(world, email), name: text, password: `${text} and more` }
    const { member } = await stranger.does(invitations.acceptInvitation, { body })
    expect(await admin.does(people.getMember, { params: { memberId: member.id } })).toMatchObject({
      name: text,
      title: text,
    })
    const credentials = { email, password: body.password, organization: org.id }
    expect((await stranger.does(people.signIn, { body: credentials })).member.name).toBe(text)
  }
})

const open = endpoints.filter((one) => isWrite(one) && one.access === 'anyone' && one.name !== 'askForDemo')
test.each(named(open))('%s, open to anyone, runs nothing of what strangers send', async (name, endpoint) => {
  for (const place of placesOf(endpoint, endpoint.example)) {
    for (const text of texts) {
      const body = JSON.parse(withAt(endpoint.example, place, JSON.stringify(text)))
      const { status } = await send(world.cairn, '', endpoint, { body } as never)
      const isQuiet = name === 'askPasswordReset' && status === 204
      // Whatever is brought is looked at: what is no badge is said to be none.
      const isJudged = name === 'checkBadge' && status === 200
      expect([pointerTo(place), text, status]).toEqual([
        pointerTo(place),
        text,
        isQuiet || isJudged ? status : expect.toSatisfy((one: number) => one >= 400 && one < 500),
      ])
    }
  }
})
