import { beforeAll, describe, expect, test } from 'vitest'
import * as impact from '#impact/contract.ts'
import { listGroups } from '#people/contract.ts'
import type { CallInput } from '#platform/http/call'
import { type Person, personWith, send } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import * as demo from './contract.ts'

/** Each number that the demo shows is as long as the list that it leads to, or the middle of it. */
const world = openWorld({ demo: true })
let manager: Person

async function enter(as: demo.DemoRole): Promise<Person> {
  const response = await send(world.cairn, '', demo.enterDemo, { body: { as } })
  const { member } = (await response.json()) as { member: Omit<Person, 'cookie'> }
  return personWith(world.cairn, {
    ...member,
    cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '',
  })
}

beforeAll(async () => {
  manager = await enter('manager')
})

type Query = CallInput<typeof impact.listJourneys>['query']

/** A list from its first page to its last, in pages too small to hold it. */
async function whole(stage: (typeof impact.stages)[number], query: Query) {
  const items = []
  for (let after: string | null | undefined; after !== null; ) {
    const page = await manager.does(impact.listJourneys, {
      params: { stage },
      query: { limit: 20, ...query, ...(after && { after }) },
    })
    items.push(...page.items)
    after = page.next
  }
  return items
}

/** The middle of the list's days: of two in the middle, halfway between them. */
function medianOf(items: { days: number | null }[]): number | null {
  const days = items.map((one) => one.days ?? Number.NaN).sort((a, b) => a - b)
  const [low, high] = [days[Math.ceil(days.length / 2) - 1], days[Math.floor(days.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0)
const rounded = (days: number | null) => days && Math.round(days * 1000)

describe.each([30, 90, 365])('of the loop of %i days', (days) => {
  test.each(['everyone', 'one group'])('of %s each number counts the list behind it', async (whose) => {
    const { items: groups } = await manager.does(listGroups)
    const [, group] = groups.toSorted((a, b) => b.members - a.members)
    const query = { days, ...(whose === 'one group' && { groupId: group?.id }) }
    const loop = await manager.does(impact.getLoop, { query })
    expect(loop.stages.map(({ stage }) => stage)).toEqual(impact.stages)
    for (const { stage, count, before, detail, medianDays } of loop.stages) {
      const now = await whole(stage, query)
      expect([stage, now.length]).toEqual([stage, count])
      expect([stage, sum(now.map(({ amount }) => amount))]).toEqual([stage, detail])
      const earlier = await whole(stage, { ...query, when: 'before' })
      expect([stage, 'before', earlier.length]).toEqual([stage, 'before', before])
      const both = [...now, ...earlier].map(({ id }) => id)
      expect(new Set(both).size).toBe(both.length)
      const timed = await whole(stage, { ...query, timed: 'step' })
      expect([stage, rounded(medianOf(timed))]).toEqual([stage, rounded(medianDays)])
    }
    expect(loop.stages[0]?.count).toBeGreaterThan(0)
    if (days < 365) expect(loop.stages[0]?.before).toBeGreaterThan(0)
    const all = (when: 'now' | 'before') => whole('validation', { ...query, when, timed: 'whole' })
    expect(rounded(medianOf(await all('now')))).toBe(rounded(loop.medianNeedToCourseDays))
    expect(rounded(medianOf(await all('before')))).toBe(rounded(loop.medianNeedToCourseDaysBefore))
  })
})

test('a list of what a number counts refuses a period that it does not know', async () => {
  const query = { when: 'someday' as 'now' }
  const refusal = await manager.isRefused(impact.listJourneys, { params: { stage: 'need' }, query })
  expect([refusal.status, refusal.faults?.[0]?.pointer]).toEqual([422, '/when'])
})
