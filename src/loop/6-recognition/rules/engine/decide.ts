import type { RuleBody } from '../language.ts'
import { isAbout, meets } from './about.ts'
import type { Counts, Gift, Part, RuleEvent, RuleVersion } from './event.ts'
import { periodOf } from './period.ts'
import { badgeFor, givenFor, turnOf, type Used, use } from './used.ts'

/** Whether something may make a rule act, before anything is counted. */
export function concerns({ body }: RuleVersion, event: RuleEvent): boolean {
  const { when } = body
  if (!isAbout(body, event)) return false
  if (when.is === 'course') return ['course-completed', 'course-judged'].includes(event.kind)
  return event.kind === when.event && (when.is === 'event' || event.memberId !== null)
}

/** Whether a count is reached. */
export function isReached({ when }: RuleBody, counts: Counts): boolean {
  if (when.is === 'event') return true
  if (when.is === 'member') return counts.times >= when.times
  const { people, useful } = when
  const isUseful =
    useful === null ||
    (counts.voices >= useful.voices && counts.useful * 100 >= useful.percent * counts.voices)
  return counts.people >= people && isUseful
}

/** What it is given for once: the thing itself, the course that reached a count, or whoever did. */
function keyOf({ when }: RuleBody, event: RuleEvent): string {
  if (when.is === 'event') return event.key
  return when.is === 'course' ? `course ${event.courseId}` : 'count'
}

/**
 * Those who have a part in it that a rule gives something for, each once, for the first part that it names. Whoever made
 * this version is given nothing by it; and nobody for a part that nobody may know of by a rule that is for some people only:
 * from what it gives one could tell who it was.
 */
function partsOf({ body, madeBy }: RuleVersion, event: RuleEvent): Part[] {
  const people: Part[] =
    body.when.is !== 'member'
      ? event.people
      : event.people
          .filter(({ id }) => id === event.memberId)
          .slice(0, 1)
          .map((part) => ({ ...part, role: 'member' }))
  const { gives, badge, bonus } = body
  const roles = [...gives, ...(badge ? [badge] : []), ...(bonus ? [bonus] : [])].map(({ to }) => to)
  const inOrder = roles.flatMap((role) => people.filter((part) => part.role === role))
  const first = new Map(inOrder.toReversed().map((part) => [part.id, part]))
  return (
    [...new Set(inOrder.map(({ id }) => id))]
      .flatMap((id) => first.get(id) ?? [])
      .filter(({ id, groups }) => id !== madeBy && meets(body.audience, groups))
      .filter(({ unnamed }) => !unnamed || body.audience.length === 0)
      // Who has left is given nothing; that a bonus was not proposed to them is told.
      .filter(({ left, role }) => !left || bonus?.to === role)
  )
}

/** The badge that somebody gets: not for a part that nobody may know of, and not twice. */
function badgeOf({ badge }: RuleBody, part: Part, used: Used): Gift['badge'] {
  if (badge?.to !== part.role || part.unnamed || part.left) return null
  const { badgeId, level } = badge
  return used.badges.has(badgeFor(badge, part.id)) ? null : { badgeId, level }
}

/** The bonus for somebody, or what speaks against proposing it. Whoever decides on one reads whom it is for. */
function bonusOf({ bonus }: RuleBody, { role, groups, unnamed, left }: Part): Gift['bonus'] {
  if (bonus?.to !== role) return null
  const { unit, amount, groupId } = bonus
  const isInside = groups.includes(groupId)
  return {
    ...{ unit, amount, groupId },
    against: unnamed ? 'unnamed' : left ? 'left' : isInside ? null : 'outside',
  }
}

/** Whether a rule may still give somebody something for what happened, whatever is counted. */
export const mayGive = (rule: RuleVersion, event: RuleEvent, used: Used): boolean =>
  concerns(rule, event) &&
  partsOf(rule, event).some(({ id }) => !used.given.has(givenFor(keyOf(rule.body, event), id)))

/** What somebody gets for their part; null where that is nothing. */
function giftOf(body: RuleBody, part: Part, { key, used }: { key: string; used: Used }): Gift | null {
  const { id: memberId, role, unnamed, left } = part
  const points = (!left && body.gives.find(({ to }) => to === role)?.points) || 0
  const [badge, bonus] = [badgeOf(body, part, used), bonusOf(body, part)]
  if (points === 0 && badge === null && bonus === null) return null
  return { ...{ key, memberId, role, points, badge, bonus }, isUnnamed: !!unnamed }
}

/** What a decision rests on beside the rule and what happened. */
export interface Known {
  counts: Counts
  used: Used
  timeZone: string
}

/**
 * What a rule gives for something that happened, and how often it would have given more but for its limits. Takes note in
 * `used` of what it gives. The same is given to nobody twice.
 */
export function decide(rule: RuleVersion, event: RuleEvent, known: Known): { gifts: Gift[]; capped: number } {
  const { body } = rule
  const { used, timeZone } = known
  if (!concerns(rule, event) || !isReached(body, known.counts)) return { gifts: [], capped: 0 }
  const key = keyOf(body, event)
  const when = { at: event.at, timeZone }
  const gifts: Gift[] = []
  let capped = 0
  for (const part of partsOf(rule, event)) {
    if (used.given.has(givenFor(key, part.id))) continue
    const gift = giftOf(body, part, { key, used })
    if (gift === null) continue
    if (isOver(rule, gift, known, event.at)) capped += 1
    else {
      use(used, rule, gift, when)
      gifts.push(gift)
    }
  }
  return { gifts, capped }
}

/** Whether a gift would be one too many, for its member or for the month. */
function isOver(rule: RuleVersion, gift: Gift, { used, timeZone }: Known, at: string): boolean {
  const { member, month } = rule.body.caps
  const turn = turnOf(rule, gift.memberId, at, timeZone)
  if (member && turn !== null && (used.times.get(turn) ?? 0) >= member.times) return true
  const spent = used.months.get(periodOf(at, 'month', timeZone)) ?? 0
  return month !== null && spent + gift.points > month
}
