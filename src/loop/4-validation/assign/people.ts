import { sql } from 'kysely'
import { experts } from '#leader'
import { whoMayEnter } from '#people'
import { nobody, type Scope } from '#platform/scope'
import type { NamedPolicy } from '../policy/policies.ts'
import type { Candidate, Person } from '../queue/choose.ts'
import type { Approver } from '../queue/policy.ts'

/** What a course is, for finding who could review it. */
export interface CourseAbout {
  courseId: string
  groupId: string
  authorId: string
  title: string
  objective: string
  tags: readonly string[]
  needId: string | null
}

/** Of how much must speak for somebody that they count as an expert: one's own word does, being of the same group does not. */
const leastOfExpert = 0.5
/** So much speaks for somebody who has made half of what could be known of them. */
const half = 4

/**
 * How much everybody of whom something speaks knows of a course, 0 to 1. What speaks for somebody fades from day to day:
 * whoever was `asked` stays an expert for longer, so that their turn does not end by that.
 */
async function readExpertise(
  scope: Scope,
  course: CourseAbout,
  asked: readonly string[],
): Promise<Map<string, number>> {
  const { title, objective, tags, groupId, authorId, needId, courseId } = course
  const details = [objective, ...tags].join(' ')
  const about = { id: needId ?? courseId, title, details, groupId, raisedBy: authorId }
  // What is known in the course's own group counts, whoever asks: the answer must not depend on who pressed the button.
  const own = { on: groupId, role: 'manager', private: true }
  const asGroup = { ...scope, actor: { ...nobody, grants: [own] } }
  const near = await experts.rankNear(asGroup, about, sql<boolean>`true`)
  const least = (id: string) => (asked.includes(id) ? leastOfExpert / 2 : leastOfExpert)
  const known = [...near].filter(([id, { score }]) => score >= least(id))
  return new Map(known.map(([id, { score }]) => [id, score / (score + half)]))
}

interface Holder {
  id: string
  role: 'reviewer' | 'leader' | 'manager' | 'admin'
  /** How many groups above the course's own they hold it. */
  above: number
}

/** Those who review, lead or manage a group or one above it, the nearest first. */
async function readHolders({ org, db }: Scope, groupId: string): Promise<Holder[]> {
  const { rows } = await sql<Holder>`
    select m.id, r.role, cardinality(g.path) - cardinality(o.path) as above from groups g
    join roles r on r.org_id = g.org_id and r.group_id = any(g.path) and r.role in ('reviewer', 'leader', 'manager', 'admin')
    join groups o on o.org_id = r.org_id and o.id = r.group_id
    join members m on m.org_id = r.org_id and m.id = r.member_id and m.left_at is null
    where g.org_id = ${org} and g.id = ${groupId} order by above, m.id limit 500`.execute(db)
  return rows
}

/** Members of a group, whatever they do there: some of them where they are very many, and who was `asked` in any case. */
async function readMembers(
  { org, db }: Scope,
  groupId: string,
  asked: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select m.id from roles r join members m on m.org_id = r.org_id and m.id = r.member_id and m.left_at is null
    where r.org_id = ${org} and r.group_id = ${groupId}
    group by m.id order by m.id = any(${[...asked]}::uuid[]) desc limit 300`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

type PersonRow = Person & { isReciprocal: boolean }

/** What is known of some members' time: what they read now, read, and let run out lately; and whether the author checked them. */
async function readPeople(scope: Scope, ids: readonly string[], authorId: string): Promise<PersonRow[]> {
  const since = new Date(scope.now.getTime() - 90 * 86_400_000)
  const { rows } = await sql<PersonRow>`
    with author_checked as (
      select distinct c.author_id as id from reviewers w join reviews r on r.org_id = w.org_id and r.id = w.review_id
      join courses c on c.org_id = r.org_id and c.id = r.course_id
      where w.org_id = ${scope.org} and w.member_id = ${authorId} and w.given_at > ${since} and w.given_at <= ${scope.now})
    select m.id, ${experts.availabilityAt(scope.now)} as availability, l.open, l.recent, l.given, l.silent,
      exists (select from author_checked a where a.id = m.id) as is_reciprocal
    from members m left join expert_profiles p on p.org_id = m.org_id and p.member_id = m.id
    cross join lateral (
      select count(*) filter (where w.given_at is null and w.ended_at is null and r.closed_at is null)::int as open,
        count(*) filter (where w.asked_at > ${since})::int as recent,
        count(*) filter (where w.given_at > ${since})::int as given,
        count(*) filter (where w.ended_why = 'expired' and w.ended_at > ${since} and w.given_at is null)::int as silent
      from reviewers w join reviews r on r.org_id = w.org_id and r.id = w.review_id
      where w.org_id = m.org_id and w.member_id = m.id
        and (w.asked_at > ${since} or (w.given_at is null and w.ended_at is null))) l
    where m.org_id = ${scope.org} and m.id = any(${[...ids]}::uuid[]) and m.left_at is null order by m.id`.execute(
    scope.db,
  )
  return rows
}

export interface People {
  candidates: Candidate[]
  isReciprocal: (id: string) => boolean
}

/** Administrators are asked where nobody nearer is: they answer for everything. */
const roleWays = { reviewer: 'reviewers', leader: 'leaders', manager: 'managers', admin: null } as const

/** In which ways everybody may be fit for a course, by id. */
function waysOf(holders: readonly Holder[], known: Map<string, number>, named: readonly string[]) {
  const ways = new Map<string, Set<Approver>>()
  const add = (id: string, way: Approver) => ways.set(id, (ways.get(id) ?? new Set()).add(way))
  for (const { id, role } of holders) {
    const way = roleWays[role]
    if (way) add(id, way)
  }
  for (const id of known.keys()) add(id, 'experts')
  for (const id of named) add(id, 'named')
  return ways
}

/**
 * Who could review a course, with what the engine asks of them; never its author, nor who may not enter its group. Those
 * who know it or hold a role there, and who was `asked`; told to look wide, the members of its group too, whatever they do.
 */
export async function peopleAround(
  scope: Scope,
  course: CourseAbout,
  policy: NamedPolicy,
  asked: readonly string[] = [],
): Promise<(look?: 'wide') => Promise<People>> {
  const known = await readExpertise(scope, course, asked)
  const holders = await readHolders(scope, course.groupId)
  const ways = waysOf(holders, known, policy.named)
  const leading = holders.filter(({ role }) => role !== 'reviewer')
  const leads = (id: string) => leading.find((one) => one.id === id)?.above ?? null
  const near = [...ways.keys(), ...leading.map(({ id }) => id), ...asked]
  return async (look) => {
    const isWide = look === 'wide' || policy.approvers.includes('anyone')
    const members = isWide ? await readMembers(scope, course.groupId, asked) : new Set<string>()
    const ids = [...new Set([...near, ...members])].filter((id) => id !== course.authorId)
    const welcome = await whoMayEnter(scope, course.groupId, ids)
    const rows = await readPeople(scope, [...welcome], course.authorId)
    const checked = new Set(rows.filter((row) => row.isReciprocal).map(({ id }) => id))
    const candidates = rows.map(({ isReciprocal: _, ...person }) => ({
      person,
      as: [...(ways.get(person.id) ?? []), ...(members.has(person.id) ? (['anyone'] as const) : [])],
      leads: leads(person.id),
      expertise: known.get(person.id) ?? 0,
    }))
    return { candidates, isReciprocal: (id) => checked.has(id) }
  }
}
