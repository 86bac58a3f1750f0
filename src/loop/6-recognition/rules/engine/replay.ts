import { decide, mayGive } from './decide.ts'
import type { Gift, RuleEvent, RuleVersion } from './event.ts'
import { tallyFor } from './tally.ts'
import { noneUsed } from './used.ts'

export interface Replayed {
  given: { event: RuleEvent; gift: Gift }[]
  /** How often it would have given more but for its limits. */
  capped: number
}

/** What a rule would have given for what happened from a moment on, had it been switched on then and never before. */
export function replay(
  rule: RuleVersion,
  events: Iterable<RuleEvent>,
  { from, timeZone }: { from: string; timeZone: string },
): Replayed {
  const used = noneUsed()
  const tally = tallyFor(rule)
  const begin = Date.parse(from)
  const given: Replayed['given'] = []
  let capped = 0
  for (const event of events) {
    tally.add(event)
    if (Date.parse(event.at) < begin || !mayGive(rule, event, used)) continue
    const decided = decide(rule, event, { counts: tally.at(event), used, timeZone })
    given.push(...decided.gifts.map((gift) => ({ event, gift })))
    capped += decided.capped
  }
  return { given, capped }
}
