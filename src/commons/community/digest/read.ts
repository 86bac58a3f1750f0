import { openedGroups } from '#people'
import type { Scope } from '#platform/scope'
import { plusDays } from '#platform/time-zone'
import type { Digest } from '../digest.contract.ts'
import { deedsBetween, sectionsFor } from './deeds.ts'
import { mondayOf, spanOf, weeksAt, zoneOf } from './week.ts'

/** What leaders did in the last week that is over, or in that of a day, as far as the reader may see it. */
export async function getDigest(scope: Scope, day: string | undefined): Promise<Digest> {
  const timeZone = await zoneOf(scope)
  const week = day ? mondayOf(day) : weeksAt(scope.now, timeZone).last
  const done = await deedsBetween(scope, spanOf(week, timeZone))
  return { week, until: plusDays(week, 6), sections: sectionsFor(done, openedGroups(scope.actor)) }
}
