import { expect, test } from 'vitest'
import * as material from '#course/material.contract.ts'
import * as needs from '#need/contract.ts'
import * as people from '#people/contract.ts'
import * as invitations from '#people/invitation.contract.ts'
import { addressOf, type CallInput, type ProblemBody } from '#platform/http/call'
import type { Endpoint } from '#platform/http/endpoint'
import { languageOf } from '#platform/i18n/language'
import * as recognition from '#recognition/contract.ts'
import type { Person } from './organization.ts'
import { openWorld } from './world.ts'

/** Who reads French is refused in French, whatever refuses; programs compare the code, which is the same. */
const world = openWorld()

const somebody = '0197c1a2-0000-7000-8000-000000000000'

/** Sends one request as an English and as a French reader; answers both problems. */
async function refusedTwice(path: string, init: RequestInit = {}): Promise<ProblemBody[]> {
  const answers = ['en-GB,en;q=0.9', 'fr-FR,fr;q=0.9,en;q=0.5'].map(async (language) => {
    const headers = { ...(init.headers as Record<string, string>), 'accept-language': language }
    const response = await world.cairn.app.request(path, { ...init, headers })
    expect(response.ok, path).toBe(false)
    return (await response.json()) as ProblemBody
  })
  return Promise.all(answers)
}

const asks = <E extends Endpoint>(who: Person | null, endpoint: E, input: CallInput<E> = {}) =>
  refusedTwice(addressOf(endpoint, input), {
    method: endpoint.method,
    headers: {
      ...(who && { cookie: who.cookie }),
      'idempotency-key': crypto.randomUUID(),
      'content-type': 'application/json',
    },
    ...(endpoint.method !== 'GET' && { body: JSON.stringify(input.body ?? {}) }),
  })

/** The same problem, said twice: no sentence of the one is in the other. */
function expectBoth([english, french]: ProblemBody[], status: number, code: string): void {
  expect(english).toMatchObject({ status, code })
  expect(french).toMatchObject({ status, code })
  for (const part of ['title', 'detail'] as const) expect(french?.[part]).not.toBe(english?.[part])
  const [here = [], there = []] = [english?.faults, french?.faults]
  expect(there.map(({ detail: _, ...fault }) => fault)).toEqual(here.map(({ detail: _, ...fault }) => fault))
  for (const [index, { detail }] of there.entries()) expect(detail).not.toBe(here[index]?.detail)
}

test('who may not, what is not there and what stands against it are told in the language that was asked for', async () => {
  const org = await world.organization()
  const [admin, lea] = [await org.admin(), await org.person('Lea Learner')]
  expectBoth(await asks(null, people.getSession), 401, 'access.sign-in-needed')
  const invite = {
    name: 'N',
    email: 'n@x.example',
    groupId: org.root,
    role: 'learner',
    locale: 'fr',
  } as const
  expectBoth(await asks(lea, invitations.inviteMember, { body: invite }), 403, 'access.role-needed')
  expectBoth(await asks(lea, needs.getNeed, { params: { needId: somebody } }), 404, 'need.not-found')
  const root = { params: { groupId: org.root }, body: { parentId: org.root } }
  const refused = await asks(admin, people.moveGroup, root)
  expectBoth(refused, 409, 'group.root-stays')
  expect(refused[1]?.detail).toBe(
    'L’organisation entière reste où elle est\u00a0: on ne peut ni la déplacer ni l’archiver.',
  )
  const token = `${org.id}.${'a'.repeat(43)}`
  expectBoth(await asks(null, invitations.readInvitation, { params: { token } }), 410, 'invitation.withdrawn')
})

test('each field that is wrong says why in that language', async () => {
  const org = await world.organization()
  const lea = await org.person('Lea Learner')
  const body = { title: ' ', details: 'x'.repeat(4001), groupId: 'here', colour: 'red' } as never
  const refused = await asks(lea, needs.raiseNeed, { body })
  expectBoth(refused, 422, 'input.invalid')
  expect(
    Object.fromEntries((refused[1]?.faults ?? []).map(({ pointer, detail }) => [pointer, detail])),
  ).toEqual({
    '/title': 'Écrivez quelque chose ici.',
    '/details': 'Écrivez 4\u202f000 caractères au plus.',
    '/groupId': 'Cela ne mène à rien\u00a0: ce n’est pas un identifiant.',
    '/colour': 'Ce champ n’est pas connu ici.',
  })
  expectBoth(await asks(lea, needs.raiseNeed), 422, 'input.invalid')
  const filter = { query: { filter: 'lost', limit: 'many' } as never }
  expectBoth(await asks(lea, needs.listNeeds, filter), 422, 'input.invalid')
  const thanks = { toIds: [lea.id], reason: 'For being there', courseId: null, needId: null }
  const [, own] = await asks(lea, recognition.giveKudos, { body: thanks })
  expect(own?.faults).toMatchObject([
    {
      pointer: '/toIds',
      code: 'kudos.yourself',
      detail: expect.stringMatching(/^Remerciez quelqu’un d’autre/),
    },
  ])
})

test('what is wrong with the request itself, and too many tries, too', async () => {
  const org = await world.organization()
  const { cookie } = await org.person('Lea Learner')
  const headers = { cookie, 'idempotency-key': crypto.randomUUID(), 'content-type': 'application/json' }
  const post = (more: object, body: string) =>
    refusedTwice('/api/needs', { method: 'POST', headers: { ...headers, ...more }, body })
  expectBoth(await post({}, '{'), 400, 'input.json')
  expectBoth(await post({ 'content-type': 'text/plain' }, '{}'), 415, 'input.media-type')
  expectBoth(await post({ 'content-length': '99999999' }, '{}'), 413, 'input.too-large')
  expectBoth(await post({ 'idempotency-key': '?' }, '{}'), 422, 'input.invalid')
  expectBoth(await post({ origin: 'https://elsewhere.example' }, '{}'), 403, 'access.foreign-origin')
  expectBoth(await refusedTwice('/api/nowhere'), 404, 'http.no-such-address')
  expectBoth(await refusedTwice('/api/needs', { method: 'PUT' }), 405, 'http.method')
  const credentials = { email: 'nobody@x.example', password: 'no such long phrase' }
  expectBoth(await asks(null, people.signIn, { body: credentials }), 401, 'session.wrong-credentials')
  for (let tries = 0; tries < 4; tries += 1) await asks(null, people.signIn, { body: credentials })
  const refused = await asks(null, people.signIn, { body: credentials })
  expectBoth(refused, 429, 'session.too-many-tries')
  expect(refused[1]?.detail).toBe('Trop d’essais. Attendez 15 minutes, puis réessayez.')
})

test('what of their Markdown could not be kept is told to a member in their language', async () => {
  const org = await world.organization()
  const lea = await org.person('Léa Martin', 'leader')
  await lea.does(people.changeMember, { params: { memberId: lea.id }, body: { locale: 'fr' } })
  const text = '# Un\n\n[là](nulle-part.md)\n\n<b>gras</b>\n\n![](x.png)'
  const { report } = await lea.does(material.importMarkdown, { body: { files: [{ path: 'a.md', text }] } })
  expect(report.map(({ code, detail }) => [code, detail])).toContainEqual([
    'link.dropped',
    'Le lien vers nulle-part.md ne mène nulle part ici\u00a0; son texte a été gardé.',
  ])
  for (const { detail } of report) expect(detail).not.toMatch(/\b(the|was|not|its)\b/i)
})

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['fr', 'fr'],
  ['FR-ca, en;q=0.8', 'fr'],
  ['en, fr;q=0.8', 'en'],
  ['en;q=0.2, fr ; q=0.8', 'fr'],
  ['de, es;q=0.9, fr;q=0.1', 'fr'],
  ['fr;q=0, de', 'en'],
  ['de,*', 'en'],
])('of the languages that %j names, %s is spoken', (header, locale) => {
  expect(languageOf(header)).toBe(locale)
})
