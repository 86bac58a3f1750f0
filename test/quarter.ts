import { type Fact, type FactType, facts } from '#facts'
import { newId } from '#platform/ids'
import type { Organization } from './organization.ts'

/** A member of the script: in which groups, and when they left. */
export interface Scripted {
  id: string
  name: string
  groups: string[]
  leftAt: number | null
}

export interface Quarter {
  members: Scripted[]
  facts: Fact[]
}

export const day = 86_400_000
export const begin = Date.parse('2025-10-01T06:00:00Z')
const days = 90

interface Setting {
  people: number
  groups: readonly string[]
  campaigns: readonly string[]
  random: () => number
}

/** What the parts of the script tell with. */
interface Teller {
  chance: (share: number) => boolean
  pick: <T>(list: readonly T[]) => T
  /** How often, at most. */
  upTo: (most: number) => number
  /** A moment from another one on. */
  when: (from?: number) => number
  tell: (type: FactType, at: number, data: object, actorId?: string) => void
}

function tellerOf(random: () => number, told: Fact[]): Teller {
  return {
    chance: (share) => random() < share,
    pick: <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T,
    upTo: (most) => Math.floor(random() * (most + 1)),
    when: (from = begin) => Math.floor(from + random() * (begin + days * day - from)),
    tell: (type, at, data, actorId) =>
      told.push({
        ...{ id: newId(new Date(at)), type, actorId: actorId ?? null, at: new Date(at).toISOString() },
        data: facts[type].parse(data) as Fact['data'],
      }),
  }
}

const anId = () => newId(new Date(begin))

/** A quarter of an organization, as its facts: people are reached, answer, change their minds, are thanked, and leave. */
export function scriptQuarter({ people, groups, campaigns, random }: Setting): Quarter {
  const told: Fact[] = []
  const teller = tellerOf(random, told)
  const { chance, pick, when } = teller
  const members = Array.from({ length: people }, (_, nth): Scripted => {
    const own = [pick(groups), ...(chance(0.2) ? [pick(groups)] : [])]
    return {
      ...{ id: anId(), name: `Member ${pick(['Åsa', 'Zoë', 'eve', 'Bob'])} ${nth}` },
      ...{ groups: [...new Set(own)], leftAt: chance(0.05) ? when() : null },
    }
  })
  const ids = members.map(({ id }) => id)
  const groupId = groups[0] ?? ''
  for (const campaignId of campaigns) speak(teller, campaignId, ids)
  for (const memberId of ids) {
    volunteers(teller, memberId, groupId)
    isProposed(teller, memberId, groupId)
    writes(teller, memberId, groupId, ids)
    isThanked(teller, memberId, ids)
  }
  return { members, facts: told }
}

/** Two steps of a campaign, each to several hundred at a time; some open it, some answer, some twice; some mails come back. */
function speak({ chance, pick, upTo, when, tell }: Teller, campaignId: string, ids: readonly string[]) {
  for (const step of ['why', 'again'])
    for (let batch = 0; batch < 6; batch += 1) {
      const at = when(step === 'why' ? begin : begin + 5 * day)
      const memberIds = ids.filter(() => chance(0.08))
      const variant = upTo(2)
      tell('campaign.reached', at, { campaignId, step, variant, channel: 'feed', memberIds })
      for (const memberId of memberIds) {
        const held = { campaignId, memberId, step, variant }
        if (chance(0.5)) tell('campaign.opened', when(at), held)
        else if (chance(0.06)) tell('campaign.returned', when(at), { campaignId, step, memberId })
        for (let times = chance(0.35) ? 1 + upTo(2) : 0; times > 0; times -= 1) {
          const answer = pick(['interested', 'interested', 'later', 'no'])
          tell('campaign.answered', when(at), { ...held, answer, byLink: false })
        }
      }
    }
}

/** Some come by themselves, some of them go again, and some of those come back. */
function volunteers({ chance, when, tell }: Teller, memberId: string, groupId: string) {
  if (!chance(0.08)) return
  const [volunteerId, at] = [anId(), when()]
  const came = { volunteerId, memberId, groupId, campaignId: null, sponsorId: null }
  tell('volunteer.came', at, came)
  if (chance(0.5)) tell('volunteer.withdrew', at + day, { volunteerId, memberId, groupId })
  if (chance(0.2)) tell('volunteer.came', at + 2 * day, came)
}

/** Some are proposed, and think about it more than once; some are made leaders, or something else; some train. */
function isProposed({ chance, pick, upTo, when, tell }: Teller, memberId: string, groupId: string) {
  for (let times = chance(0.12) ? 1 + upTo(1) : 0; times > 0; times -= 1) {
    const [nominated, at] = [{ nominationId: anId(), memberId, groupId }, when()]
    tell('nomination.made', at, nominated)
    for (let answers = upTo(2); answers > 0; answers -= 1) {
      const answer = pick(['accepted', 'declined', 'later'])
      tell('nomination.answered', when(at), { ...nominated, answer, askedBy: memberId })
    }
  }
  for (const role of ['leader', 'leader', 'manager'])
    if (chance(0.03)) tell('role.granted', when(), { memberId, groupId, role })
  if (chance(0.07)) tell('academy.trained', when(), { memberId })
}

/** Some write courses, some bring them out, again and again; others learn from them, and so do they themselves. */
function writes(
  { chance, pick, upTo, when, tell }: Teller,
  memberId: string,
  groupId: string,
  ids: readonly string[],
) {
  for (let courses = chance(0.15) ? 1 + upTo(1) : 0; courses > 0; courses -= 1) {
    const [courseId, at] = [anId(), when(begin - 10 * day)]
    const course = { courseId, groupId, needId: null, title: 'A course' }
    tell('course.created', at, course, memberId)
    if (chance(0.3)) continue
    const out = when(at)
    const said = { ...course, authorId: memberId, version: 1, first: true, isReadyMade: chance(0.1) }
    tell('course.published', out, said)
    const next = { ...said, version: 2, first: false, authorId: pick(ids) }
    if (chance(0.3)) tell('course.published', when(out), next)
    if (chance(0.3)) tell('course.completed', when(out), { courseId, memberId })
    for (let times = upTo(2); times > 0; times -= 1)
      tell('course.completed', when(out), { courseId, memberId: pick(ids) })
  }
}

/** Some are thanked, some between two only, and some thanks are taken back. */
function isThanked({ chance, pick, upTo, when, tell }: Teller, toId: string, ids: readonly string[]) {
  for (let times = chance(0.5) ? 1 + upTo(2) : 0; times > 0; times -= 1) {
    const [given, at] = [{ kudosId: anId(), fromId: pick(ids), toId }, when()]
    tell('kudos.given', at, { ...given, courseId: null, needId: null, isPrivate: chance(0.1) })
    if (chance(0.2)) tell('kudos.withdrawn', when(at), given)
  }
}

const some = 500

/** Writes the people and the facts of a script down, as they would stand there; nothing reacts to them yet. */
export async function writeQuarter(org: Organization, { members, facts }: Quarter): Promise<void> {
  const orgId = org.id
  await org.as(async ({ db }) => {
    for (let from = 0; from < members.length; from += some) {
      const part = members.slice(from, from + some)
      const rows = part.map(({ id, name, leftAt }) => ({
        ...{
          orgId,
          id,
          name,
          email: `${id}@northwind.example`,
          locale: 'en',
          joinedAt: new Date(begin - day),
        },
        leftAt: leftAt === null ? null : new Date(leftAt),
      }))
      await db.insertInto('members').values(rows).execute()
      const held = part.flatMap(({ id: memberId, groups }) =>
        groups.map((groupId) => ({
          orgId,
          groupId,
          memberId,
          role: 'learner',
          grantedAt: new Date(begin - day),
        })),
      )
      await db.insertInto('roles').values(held).execute()
    }
    for (let from = 0; from < facts.length; from += some) {
      const rows = facts
        .slice(from, from + some)
        .map(({ data, ...fact }) => ({ ...fact, orgId, data: JSON.stringify(data) }))
      await db.insertInto('facts').values(rows).execute()
    }
  })
}
