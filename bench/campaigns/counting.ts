import * as campaigns from '#campaigns/campaign.contract.ts'
import type { Audience, Condition } from '#campaigns/language.ts'
import { bodyOf, campaignOf, step } from '#test/campaign.ts'
import type { Person } from '#test/organization.ts'
import { quantile } from '../review/measures.ts'
import { type Counted, size } from './report.ts'

const all = (conditions: Condition[], groupIds: string[] = []): Audience => ({
  ...{ groupIds, match: 'all', conditions },
})

/** Audiences of all kinds of conditions, from none to many at once. */
const audiences = (groupIds: string[]): { what: string; audience: Audience }[] => [
  { what: 'everybody', audience: all([]) },
  { what: 'ten groups', audience: all([], groupIds) },
  { what: 'who leads nowhere', audience: all([{ is: 'role', roles: ['leader'], not: true }]) },
  { what: 'who was here within 30 days', audience: all([{ is: 'active', days: 30, not: false }]) },
  {
    what: 'who completed a course within a year',
    audience: all([{ is: 'completed', days: 365, not: false }]),
  },
  {
    what: 'who published nothing and helped nobody within a year',
    audience: all([
      { is: 'published', days: 365, not: true },
      { is: 'helped', days: 365, not: true },
    ]),
  },
  {
    what: 'volunteers, nominees, and who helped somebody within 90 days',
    audience: {
      ...all([
        { is: 'volunteer', not: false },
        { is: 'nominee', not: false },
        { is: 'helped', days: 90, not: false },
      ]),
      match: 'any',
    },
  },
  {
    what: 'engineers who read French, were here within 30 days, and completed nothing for 90',
    audience: all([
      { is: 'title', has: 'engineer', not: false },
      { is: 'language', locale: 'fr', not: false },
      { is: 'active', days: 30, not: false },
      { is: 'completed', days: 90, not: true },
    ]),
  },
]

/** Counts each audience many times, as whole requests. */
export async function count(admin: Person, groupId: string, groupIds: string[]): Promise<Counted[]> {
  const counted: Counted[] = []
  for (const { what, audience } of audiences(groupIds)) {
    const { id } = await campaignOf(admin, groupId, bodyOf([step('why')], { audience }), what.slice(0, 80))
    const params = { campaignId: id }
    const took: number[] = []
    let people = 0
    for (let turn = -5; turn < size.counts; turn += 1) {
      const start = performance.now()
      people = (await admin.does(campaigns.countAudience, { params })).count
      if (turn >= 0) took.push(performance.now() - start)
    }
    took.sort((a, b) => a - b)
    counted.push({ what, people, median: quantile(took, 0.5), p99: quantile(took, 0.99) })
  }
  return counted
}
