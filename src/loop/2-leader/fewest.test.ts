import { expect, test } from 'vitest'
import { raiseNeed } from '#need/contract.ts'
import type { CallInput } from '#platform/http/call'
import type { Endpoint } from '#platform/http/endpoint'
import { reportMiss } from '#search/contract.ts'
import type { Person } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import { suggestExperts } from './contract.ts'
import { endorse, getProfile, listExperts, setProfile } from './expert.contract.ts'
import { setFewestTold } from './fewest.contract.ts'
import { startImport, takeImportPart } from './import.contract.ts'
import { getKnowledgeMap, listHandovers, openHandover } from './map.contract.ts'
import { getNetwork, getNetworkOfGroups } from './network.contract.ts'
import { type Purpose, setPurpose } from './purpose.contract.ts'
import { computeRadar, getExpertise, getRadar, type Helper } from './radar.contract.ts'
import { answerSurvey, listSurveys, openSurvey } from './survey.contract.ts'
import { addTopic, listTopics } from './topic.contract.ts'
import { getDetectionPreview, getDetectionSettings, previewDetection } from './weights.contract.ts'

const world = openWorld()
const column = { helper: 'helper', helped: 'helped', at: 'at', topic: 'topic', kindColumn: 'kind', key: 'id' }

/** A company that tells everything it may, of two groups of six. */
async function company() {
  const org = await world.organization()
  const admin = await org.admin()
  for (const purpose of ['detection', 'imports', 'network', 'survey'] as Purpose[]) {
    const seenBy = purpose === 'imports' ? ('admins' as const) : ('managers' as const)
    const body = { isOn: true, legalNote: 'Agreement of May', keepDays: 365, seenBy }
    await admin.does(setPurpose, { params: { purpose }, body })
  }
  const groups = [await org.group('Lab'), await org.group('Field')]
  const people: Person[] = []
  for (const [at, name] of 'Ann Ben Cem Dom Eva Fay Gil Hal Ian Jan Kay Lou'.split(' ').entries())
    people.push(await org.person(name, 'learner', groups[at < 6 ? 0 : 1]))
  const { id: topicId } = await admin.does(addTopic, { body: { name: 'Torque', words: [] } })
  const help = async (lines: readonly (readonly [Person, Person, string, string])[]) => {
    const at = new Date(world.now().getTime() - 86_400_000).toISOString()
    const rows = lines.map(
      ([helper, helped, topic, kind]) =>
        `${crypto.randomUUID()},${helper.email},${helped.email},${at},${topic},${kind}`,
    )
    const bytes = new TextEncoder().encode(`id,helper,helped,at,topic,kind\n${rows.join('\n')}\n`)
    const mapping = { format: 'csv' as const, ...column }
    const { id } = await admin.does(startImport, { body: { source: 'Forum', size: bytes.length, mapping } })
    await admin.does(takeImportPart, { params: { importId: id, offset: 0 }, body: new Blob([bytes]) })
    await world.settle()
    await admin.does(computeRadar)
    await world.settle()
  }
  const raise = async (fewest: number) => admin.does(setFewestTold, { body: { people: fewest } })
  return { org, admin, people, topicId, help, raise }
}

type Company = Awaited<ReturnType<typeof company>>

/** The first six help each of the others with torque, and are thanked for something else by two of them. */
const ofSix = (people: readonly Person[]) =>
  people.slice(0, 6).flatMap((helper) => {
    const others = people.slice(6)
    return [
      ...others.map((helped) => [helper, helped, 'torque', 'answered'] as const),
      ...others.slice(0, 2).map((helped) => [helper, helped, '', 'thanked'] as const),
    ]
  })

/** Says what may be said, asks and answers, looks in vain: each six times. */
async function goOn({ admin, people, topicId, org }: Company) {
  const [ann, ...others] = people as [Person, ...Person[]]
  const body = {
    helpsWith: 'Torque',
    topicIds: [topicId],
    languages: ['en' as const],
    availability: 'open' as const,
  }
  await ann.does(setProfile, { body: { ...body, until: null } })
  for (const one of others.slice(0, 6)) {
    await one.does(endorse, { params: { memberId: ann.id, topicId } })
    for (const words of ['torque wrench', 'knurling']) await one.does(reportMiss, { body: { words } })
  }
  const survey = await admin.does(openSurvey, { body: { groupId: org.root, days: 14, firstAsked: 'all' } })
  for (const one of people.slice(0, 6))
    await one.does(answerSurvey, { params: { surveyId: survey.id }, body: { namings: [] } })
  const need = { title: 'Which torque wrench?', details: '', groupId: org.root }
  const { id: needId } = await admin.does(raiseNeed, { body: need })
  await world.settle()
  return { needId }
}

const figuresOf = (helpers: readonly Omit<Helper, 'member' | 'isLeader'>[]) =>
  helpers.flatMap(({ people, recent, former, parts }) => [
    ...[people, recent, former],
    ...parts.flatMap((part) => (part.kind === 'published' ? [part.people] : [part.people, part.acts])),
  ])

/** Every figure about people that somebody else reads, by the endpoint that tells it; null and 0 are none. */
async function figures({ admin, people, topicId }: Company, needId: string) {
  const read = <E extends Endpoint>(endpoint: E, input?: CallInput<E>) => admin.does(endpoint, input)
  const ann = { params: { memberId: (people[0] as Person).id } }
  const [map, radar, topical, network] = [
    await read(getKnowledgeMap),
    await read(getRadar),
    await read(getRadar, { query: { topicId } }),
    await read(getNetwork),
  ]
  const flows = (await read(getNetworkOfGroups)).flows
  const { expertise, subjects } = await read(getExpertise, ann)
  const profiles = [(await read(getProfile, ann)).profile, ...(await read(listExperts)).items]
  const suggested = (await read(suggestExperts, { params: { needId } })).items
  const told: Record<string, (number | null)[]> = {
    listTopics: (await read(listTopics)).items.map(({ experts }) => experts),
    getKnowledgeMap: [
      ...map.items.flatMap(({ searches, experts }) => [searches, experts]),
      ...map.unfound.map(({ people: those }) => those),
    ],
    getRadar: figuresOf([...radar.items, ...radar.rising, ...topical.items]),
    getExpertise: [...(expertise ? figuresOf([expertise]) : []), ...subjects.map(({ acts }) => acts)],
    // Ann helped six and was endorsed by five more; the other helpers helped six and endorsed Ann; the rest were helped.
    getNetwork: network.people.names.map((name) =>
      name === 'Ann' ? 11 : 'Ben Cem Dom Eva Fay'.includes(name) ? 7 : 6,
    ),
    getNetworkOfGroups: flows.least,
    listSurveys: (await read(listSurveys)).items.flatMap(({ waves, answered }) => [...waves, answered]),
    getProfile: profiles.flatMap((profile) => profile?.topics.map(({ endorsements }) => endorsements) ?? []),
    suggestExperts: [suggested.filter(({ reasons }) => reasons.some(({ kind }) => kind === 'helped')).length],
  }
  return told
}

test('raised, no endpoint tells a figure about fewer people from that moment on; lowered, all of them are there again', async () => {
  const made = await company()
  await made.help(ofSix(made.people))
  const { needId } = await goOn(made)
  const before = await figures(made, needId)
  for (const [endpoint, told] of Object.entries(before))
    expect([endpoint, told.some((figure) => figure !== null && figure >= 5)]).toEqual([endpoint, true])
  for (const fewest of [4, 5, 6, 7, 12, 20]) {
    await made.raise(fewest)
    const told = await figures(made, needId)
    for (const [endpoint, all] of Object.entries(told))
      if (endpoint !== 'suggestExperts')
        expect([endpoint, all.filter((figure) => figure && figure < fewest)]).toEqual([endpoint, []])
    // Everybody helped six different people, but for the survey, in which all thirteen were asked.
    if (fewest > 6)
      for (const endpoint of [
        'getNetworkOfGroups',
        'listTopics',
        'getKnowledgeMap',
        'getRadar',
        'getExpertise',
        'getProfile',
        'suggestExperts',
      ])
        expect([endpoint, (told[endpoint] ?? []).filter(Boolean)]).toEqual([endpoint, []])
  }
  await made.raise(3)
  expect(await figures(made, needId)).toEqual(before)
})

test('a part of a score that is of too few is told by no difference either; the member themselves reads all of it', async () => {
  const made = await company()
  await made.help(ofSix(made.people))
  const [ann] = made.people as [Person]
  const partsFor = async (who: Person) => {
    const { expertise } = await who.does(getExpertise, { params: { memberId: ann.id } })
    return {
      acts: expertise?.acts,
      parts: expertise?.parts.map(({ kind, acts, people }) => [kind, acts, people]),
    }
  }
  expect(await partsFor(ann)).toEqual({
    acts: 8,
    parts: expect.arrayContaining([
      ['thanked', 2, 2],
      ['answered', 6, 6],
    ]),
  })
  // Of eight acts, six told would leave the two.
  expect((await partsFor(made.admin)).parts).toEqual(
    expect.arrayContaining([
      ['thanked', 0, 0],
      ['answered', 0, 0],
    ]),
  )
})

test('what was foreseen by what held before is forgotten, and a group of fewer is not asked', async () => {
  const { org, admin, people, help, raise } = await company()
  await help(ofSix(people))
  const { settings } = await admin.does(getDetectionSettings)
  await admin.does(previewDetection, { body: { ...settings, percent: 25 } })
  await world.settle()
  const { preview } = await admin.does(getDetectionPreview)
  expect(preview?.found?.coming.length).toBeGreaterThan(0)
  await raise(14)
  expect(await admin.does(getDetectionPreview)).toEqual({ preview: null })
  await admin.does(previewDetection, { body: { ...settings, percent: 25 } })
  await world.settle()
  expect((await admin.does(getDetectionPreview)).preview?.found).toMatchObject({ staying: 0, coming: [] })
  const body = { groupId: org.root, days: 14, firstAsked: 'all' as const }
  expect(await admin.isRefused(openSurvey, { body })).toMatchObject({ code: 'survey.too-few' })
  await raise(13)
  expect((await admin.does(openSurvey, { body })).waves).toEqual([13])
})

test('nobody is proposed to take over who helped fewer', async () => {
  const { admin, people, topicId, help, raise } = await company()
  await help(ofSix(people))
  const [ann] = people as [Person]
  await admin.does(openHandover, { body: { memberId: ann.id, topicId } })
  const proposed = async () => (await admin.does(listHandovers)).items[0]?.proposals.length
  expect(await proposed()).toBe(3)
  await raise(7)
  expect(await proposed()).toBe(0)
})
