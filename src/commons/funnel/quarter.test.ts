import { beforeAll, expect, test } from 'vitest'
import { reactions as all } from '#app/modules.ts'
import type { Fact } from '#facts'
import { setFewestTold } from '#leader/fewest.contract.ts'
import { seeded } from '#platform/seeded'
import { bodyOf, campaignOf, step } from '#test/campaign.ts'
import type { Organization, Person } from '#test/organization.ts'
import { begin, day, type Quarter, type Scripted, scriptQuarter, writeQuarter } from '#test/quarter.ts'
import { recompute } from '#test/recomputed-funnel.ts'
import { openWorld } from '#test/world.ts'
import { getLeaderFunnel, listFunnelPeople, listFunnelStopped } from './contract.ts'
import { rebuildFunnel } from './rebuild.ts'
import { isNamedStop, named, stops, whys } from './stages.ts'

/** A scripted quarter of 2,000 members, counted by the product, and once more from its facts by other code. */
const world = openWorld()
const random = seeded(20_260_302)
const own = all.filter(({ name }) => name.startsWith('funnel.'))
let org: Organization
let quarter: Quarter
let admin: Person
let mira: Person
let plant = ''
let labs: string[] = []
let campaigns: string[] = []

beforeAll(async () => {
  org = await world.organization()
  admin = await org.admin()
  plant = await org.group('Plant')
  labs = [await org.group('Lab', { parent: plant }), await org.group('Hall', { parent: plant })]
  const small = await org.group('Small office')
  await admin.does(setFewestTold, { body: { people: 5 } })
  mira = await org.person('Mira Holt', 'manager', plant)
  campaigns = []
  for (const name of ['Call for leaders', 'Share what you know', 'Last call'])
    campaigns.push((await campaignOf(admin, org.root, bodyOf([step('why')]), name)).id)
  const groups = [
    ...Array(20).fill(await org.group('Office')),
    ...Array(20).fill(labs).flat(),
    plant,
    org.root,
    small,
  ]
  quarter = scriptQuarter({ people: 2000, groups, campaigns, random })
  await writeQuarter(org, quarter)
  await deliver(shuffled(quarter.facts))
}, 600_000)

/** The same facts in another order. */
function shuffled(facts: readonly Fact[]): Fact[] {
  const order = [...facts]
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    ;[order[last], order[other]] = [order[other] as Fact, order[last] as Fact]
  }
  return order
}

/** Runs what the funnel does at each fact, some hundred in a transaction. */
async function deliver(facts: readonly Fact[]): Promise<void> {
  const byType = Map.groupBy(own, ({ on }) => on)
  for (let from = 0; from < facts.length; from += 300)
    await org.as(async (scope) => {
      for (const fact of facts.slice(from, from + 300))
        for (const reaction of byType.get(fact.type) ?? [])
          await reaction.run({ ...scope, now: new Date(fact.at) }, fact)
    })
}

const kept = () =>
  Promise.all([
    world.stored<object>(org.id, 'select * from leader_journeys order by member_id'),
    world.stored<object>(org.id, 'select * from campaign_journeys order by campaign_id, member_id'),
    world.stored<object>(org.id, 'select * from journey_marks order by source_id'),
  ])

const above = (group: string): string[] => [group, ...(labs.includes(group) ? [plant] : []), org.root]
const inGroup = (group: string) => (member: Scripted) =>
  member.groups.some((one) => above(one).includes(group))
const after = (days: number) => new Date(begin + days * day).toISOString()

/** Every campaign, variant, group and period, and some of them together. */
function filters() {
  const periods = [{}, { from: after(20) }, { until: after(20) }, { from: after(30), until: after(60) }]
  const groups = [undefined, plant, labs[0], labs[1]]
  const places = [
    {},
    ...campaigns.flatMap((campaignId) =>
      [undefined, '0', '1', '2'].map((variant) => ({ campaignId, variant })),
    ),
  ]
  return [
    ...places.map((place) => ({ ...place, ...periods[0], groupId: undefined })),
    ...groups.flatMap((groupId) =>
      periods.map((period) => ({ ...period, groupId, campaignId: undefined, variant: undefined })),
    ),
    ...groups.map((groupId, at) => ({ ...periods[at], groupId, campaignId: campaigns[0], variant: '1' })),
    {
      from: after(40),
      until: new Date(begin + 40 * day + 3_600_000).toISOString(),
      campaignId: campaigns[1],
      groupId: labs[0],
    },
    { from: after(400) },
  ]
}
type Filter = { campaignId?: string; variant?: string; groupId?: string; from?: string; until?: string }
const plain = (filter: object) =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as Filter

const rounded = <Told extends { stages: { medianDays: number | null }[] }>(told: Told) => ({
  ...told,
  stages: told.stages.map((one) => ({
    ...one,
    medianDays: one.medianDays === null ? null : Math.round(one.medianDays * 1e6) / 1e6,
  })),
})

test('every figure is the same as counted once more from the facts, for every filter', async () => {
  const again = recompute(quarter)
  let shown = 0
  for (const filter of filters()) {
    for (const [who, group] of [
      [admin, filter.groupId ?? org.root],
      [mira, filter.groupId ?? plant],
    ] as const) {
      const { campaigns: _, fewest, ...told } = await who.does(getLeaderFunnel, { query: plain(filter) })
      expect(fewest).toBe(5)
      const isAmong = inGroup(group)
      expect(rounded(told), JSON.stringify(filter)).toEqual(
        rounded(again.figures({ ...plain(filter), isAmong })),
      )
      shown += told.stages.filter(({ count }) => (count ?? 0) > 0).length
    }
  }
  // There was something to count: all ten stages in most of them.
  expect(shown).toBeGreaterThan(500)
})

test('what is told of all of them adds up: each who came in stops somewhere, or came all the way', async () => {
  const { people, stages, stops } = await admin.does(getLeaderFunnel)
  const recognized = stages.find(({ stage }) => stage === 'recognized')?.count ?? 0
  expect(stops.reduce((sum, { count }) => sum + count, recognized)).toBe(people)
  const whys = stops.flatMap(({ why }) => Object.keys(why ?? {}))
  expect(new Set(whys)).toEqual(new Set(['left', 'declined', 'no', 'later', 'before', 'waiting']))
})

/** Everybody on a list, page by page, in the order of their ids. */
async function listed(list: typeof listFunnelPeople | typeof listFunnelStopped, asked: object) {
  const found: string[] = []
  let next: string | null = null
  do {
    const query = { ...asked, limit: 100, ...(next === null ? {} : { after: next }) }
    const page: { items: { id: string }[]; next: string | null } = await admin.does(list, { query })
    found.push(...page.items.map(({ id }) => id))
    next = page.next
  } while (next !== null && found.length < 2000)
  return found.toSorted()
}

const some = () => [{}, { groupId: plant }, { campaignId: campaigns[0], from: after(10) }].map(plain)

test('each figure leads to exactly its people, page by page', async () => {
  const again = recompute(quarter)
  for (const filter of some())
    for (const stage of named) {
      const isAmong = inGroup(filter.groupId ?? org.root)
      const found = await listed(listFunnelPeople, { ...filter, stage })
      expect(found).toEqual(again.named({ ...filter, isAmong }, stage).toSorted())
    }
})

test('each stop leads to exactly its people, and each reason that does not tell what they answered', async () => {
  const again = recompute(quarter)
  for (const filter of some().slice(1))
    for (const stage of stops) {
      const asked = { ...filter, isAmong: inGroup(filter.groupId ?? org.root) }
      expect(await listed(listFunnelStopped, { ...filter, stage })).toEqual(
        again.stopped(asked, stage).toSorted(),
      )
      for (const why of whys) {
        const query = { ...filter, stage, why }
        const theirs = again.stopped(asked, stage, why).toSorted()
        if (isNamedStop(stage, why)) expect(await listed(listFunnelStopped, query)).toEqual(theirs)
        else
          expect((await admin.isRefused(listFunnelStopped, { query })).code).toBe('funnel.answer-is-theirs')
      }
    }
})

test('facts that come twice, or in another order, or all at once from the past, are kept as the same', async () => {
  const before = await kept()
  expect(before[0].length).toBeGreaterThan(1200)
  await deliver(shuffled(quarter.facts.filter(() => random() < 0.3)))
  expect(await kept()).toEqual(before)
  await org.as(rebuildFunnel)
  expect(await kept()).toEqual(before)
})
