import { sql } from 'kysely'
import type { Fact } from '#facts'
import { holdAlone } from '#platform/db/locks'
import type { Quiet, Scope } from '#platform/scope'
import type { Part, RuleEvent } from '../engine/event.ts'
import { type RoleName, rolesOf } from '../language.ts'
import { type Draft, heard, namedIn, resolve } from './resolve.ts'
import { findSubjects } from './subjects.ts'

/** So many facts are brought in together. */
const batch = 500

const factsOf = (scope: Quiet) =>
  scope.db
    .selectFrom('facts')
    .select(['id', 'type', 'actorId', 'at', 'data'])
    .where('orgId', '=', scope.org)
    .where('type', 'in', heard)
    .orderBy('id')

/**
 * Brings in what happened since, in its order, up to a fact, and that fact where it comes late; of more than a batch, the
 * first batch. One at a time does so for an organization, until its transaction ends. Gives the new events, and whether
 * there is more.
 */
export async function bringIn(
  scope: Scope,
  upTo: string | null,
): Promise<{ events: RuleEvent[]; isMore: boolean }> {
  await holdAlone(scope, `rules of ${scope.org}`)
  const last = await findLast(scope)
  let since = factsOf(scope)
  if (last.factId) since = since.where('id', '>', last.factId)
  if (upTo) since = since.where('id', '<=', upTo)
  const isLate = upTo !== null && last.factId !== null && upTo <= last.factId
  const facts = await (isLate ? factsOf(scope).where('id', '=', upTo).where(isNew) : since)
    .limit(batch)
    .execute()
  const events = await keep(scope, facts as Fact[], last.number)
  const reached = isLate ? last.factId : facts.at(-1)?.id
  if (reached) await remember(scope, reached, events.at(-1)?.number ?? last.number)
  return { events, isMore: facts.length === batch }
}

/** SQL: a fact is not brought in yet. */
const isNew = sql<boolean>`not exists (select from rule_events e where e.org_id = facts.org_id and e.fact_id = facts.id)`

async function findLast({ org, db }: Quiet): Promise<{ factId: string | null; number: number }> {
  const row = await db
    .selectFrom('ruleProgress')
    .select(['factId', 'number'])
    .where('orgId', '=', org)
    .executeTakeFirst()
  return { factId: row?.factId ?? null, number: Number(row?.number ?? 0) }
}

/** Remembers how far everything is brought in, also what was nothing to rules, and the last number. */
async function remember({ org, db }: Quiet, factId: string, number: number): Promise<void> {
  await db
    .insertInto('ruleProgress')
    .values({ orgId: org, factId, number })
    .onConflict((known) => known.column('orgId').doUpdateSet({ factId, number }))
    .execute()
}

async function keep(scope: Scope, facts: Fact[], last: number): Promise<RuleEvent[]> {
  if (facts.length === 0) return []
  const subjects = await findSubjects(scope, namedIn(facts))
  const drafts = facts.flatMap((fact) => resolve(fact, subjects) ?? [])
  const groups = await groupsOf(scope, [
    ...new Set(drafts.flatMap(({ people }) => people.map(({ id }) => id))),
  ])
  const events = drafts.map((draft, at) => ({
    factId: draft.factId,
    event: eventOf(draft, last + at + 1, groups),
  }))
  if (events.length > 0) await write(scope, events)
  return events.map(({ event }) => event)
}

type Belonging = Pick<Part, 'groups' | 'left'>

/** The groups of people, with all above them; who has left is in none. */
async function groupsOf({ org, db }: Quiet, ids: string[]): Promise<Map<string, Belonging>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; groups: string[]; hasLeft: boolean }>`
    select m.id, array(select distinct above from roles r join groups g on g.org_id = r.org_id and g.id = r.group_id,
      unnest(g.path) above where r.org_id = m.org_id and r.member_id = m.id and g.archived_at is null order by above) as groups,
      m.left_at is not null as has_left
    from members m where m.org_id = ${org} and m.id = any(${ids}::uuid[])`.execute(db)
  return new Map(
    rows.map(({ id, groups, hasLeft }) => [id, hasLeft ? { groups: [], left: true } : { groups }]),
  )
}

function eventOf(draft: Draft, number: number, belonging: Map<string, Belonging>): RuleEvent {
  const { factId: _, subject, people: drafted, ...rest } = draft
  const people = drafted.flatMap((part) => {
    const of = belonging.get(part.id)
    return of ? [{ ...part, ...of }] : []
  })
  const counted = people.find(({ role, left }) => role === countedRole(rest.kind) && !left)
  return {
    ...rest,
    number,
    ...{ path: subject.path, topicId: subject.topicId },
    tags: subject.tags.map((tag) => tag.toLowerCase()),
    memberId: counted?.id ?? null,
    memberGroups: counted?.groups ?? [],
    people,
  }
}

/** Whom something counts for. */
const countedRole = (kind: RuleEvent['kind']): RoleName =>
  kind === 'course-judged' ? 'learner' : rolesOf[kind][0]

const write = (scope: Quiet, events: { factId: string; event: RuleEvent }[]) =>
  scope.db
    .insertInto('ruleEvents')
    .values(
      events.map(({ factId, event }) => ({
        ...{ ...event, orgId: scope.org, factId, people: JSON.stringify(event.people) },
      })),
    )
    .execute()
