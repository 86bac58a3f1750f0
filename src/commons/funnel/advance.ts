import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '#platform/scope'

/** SQL condition on the facts `f`: which of them are counted; a reaction counts one, counting anew all. */
export type Which = RawBuilder<boolean>

const id = (field: string) => sql`(f.data ->> ${sql.lit(field)})::uuid`
const said = (field: string, value: string) => sql<boolean>`f.data ->> ${sql.lit(field)} = ${sql.lit(value)}`
const always = sql<boolean>`true`

/** SQL: the course of a fact `f` is neither somebody's practice nor one of the academy. */
const isOwn = sql<boolean>`not exists (select from academy_courses a
    where a.org_id = f.org_id and a.course_id = ${id('courseId')})
  and not exists (select from academy_members a where a.org_id = f.org_id and a.practice_id = ${id('courseId')})`

/** SQL: a course came out for the first time, and somebody here wrote it. */
const isFirst = sql<boolean>`(f.data ->> 'first')::boolean
  and not coalesce((f.data ->> 'isReadyMade')::boolean, false) and ${isOwn}`

/** The facts that bring somebody to a stage: who, and which of these facts do. The earliest counts. */
const firsts = {
  nominated: { type: 'nomination.made', at: 'nominated_at', who: id('memberId'), isOne: always },
  accepted: {
    ...{ type: 'nomination.answered', at: 'accepted_at', who: id('memberId') },
    isOne: said('answer', 'accepted'),
  },
  granted: { type: 'role.granted', at: 'accepted_at', who: id('memberId'), isOne: said('role', 'leader') },
  trained: { type: 'academy.trained', at: 'trained_at', who: id('memberId'), isOne: always },
  drafted: {
    ...{ type: 'course.created', at: 'drafted_at', who: sql`f.actor_id` },
    isOne: sql<boolean>`f.actor_id is not null and ${isOwn}`,
  },
  validated: { type: 'course.published', at: 'validated_at', who: id('authorId'), isOne: isFirst },
} as const
export type First = keyof typeof firsts

/** Brings those whom the facts tell of to a stage, at the earliest moment. */
export async function advance({ db, org }: Scope, first: First, which: Which): Promise<void> {
  const { type, at, who, isOne } = firsts[first]
  const column = sql.ref(at)
  await sql`insert into leader_journeys as j (org_id, member_id, ${column})
    select f.org_id, ${who}, min(f.at) from facts f
    where f.org_id = ${org} and f.type = ${type} and ${which} and ${isOne} group by 1, 2 order by 2
    on conflict (org_id, member_id) do update set ${column} = least(j.${column}, excluded.${column})`.execute(
    db,
  )
}

/** Keeps what people answered last when they were proposed as leaders. */
export async function noteNominationAnswers({ db, org }: Scope, which: Which): Promise<void> {
  await sql`insert into leader_journeys as j (org_id, member_id, nomination_said, nomination_said_at)
    select distinct on (2) f.org_id, ${id('memberId')}, f.data ->> 'answer', f.at from facts f
    where f.org_id = ${org} and f.type = 'nomination.answered' and ${which} order by 2, f.at desc, f.id desc
    on conflict (org_id, member_id) do update
      set nomination_said = excluded.nomination_said, nomination_said_at = excluded.nomination_said_at
      where j.nomination_said_at is null or excluded.nomination_said_at > j.nomination_said_at`.execute(db)
}

/** Keeps who wrote a course that came out; of one course only where that is not known yet. */
export async function noteAuthors({ db, org }: Scope, courseId: string | null): Promise<void> {
  const unknown = sql`f.data ->> 'courseId' = ${courseId}::text
    and not exists (select from journey_marks k where k.org_id = ${org} and k.source_id = ${courseId}::uuid)`
  await sql`insert into journey_marks (org_id, source_id, kind, member_id, came_at)
    select f.org_id, ${id('courseId')}, 'course', ${id('authorId')}, f.at from facts f
    where f.org_id = ${org} and f.type = 'course.published' and ${courseId === null ? always : unknown} and ${isFirst}
    order by 2 on conflict do nothing`.execute(db)
}

/** Somebody else finished a course: its author, as who brought it out first, is learned from. */
export async function noteLearned(scope: Scope, which: Which, courseId: string | null): Promise<void> {
  await noteAuthors(scope, courseId)
  await sql`insert into leader_journeys as j (org_id, member_id, learned_at)
    select f.org_id, k.member_id, min(f.at) from facts f
    cross join lateral (select m.member_id from journey_marks m
      where m.org_id = ${scope.org} and m.source_id = ${id('courseId')} and m.kind = 'course' limit 1) k
    where f.org_id = ${scope.org} and f.type = 'course.completed' and ${which} and k.member_id <> ${id('memberId')} group by 1, 2 order by 2
    on conflict (org_id, member_id) do update set learned_at = least(j.learned_at, excluded.learned_at)`.execute(
    scope.db,
  )
}

/** Keeps thanks, and which of them were taken back. What is between two people only counts for nothing here. */
export const noteThanks = (scope: Scope, which: Which): Promise<void> =>
  noteMarks(scope, which, {
    ...{
      kind: 'kudos',
      source: id('kudosId'),
      who: id('toId'),
      came: 'kudos.given',
      went: 'kudos.withdrawn',
    },
    isOne: sql<boolean>`not coalesce((f.data ->> 'isPrivate')::boolean, false)`,
  })

/** Keeps who volunteered, and who does no more. */
export async function noteVolunteers(scope: Scope, which: Which): Promise<void> {
  await noteMarks(scope, which, {
    ...{ kind: 'volunteer', source: id('volunteerId'), who: id('memberId') },
    ...{ came: 'volunteer.came', went: 'volunteer.withdrew', isOne: always },
  })
  await recountInterest(scope, sql<boolean>`f.type in ('volunteer.came', 'volunteer.withdrew') and ${which}`)
}

interface Marked {
  kind: 'kudos' | 'volunteer'
  source: RawBuilder<unknown>
  who: RawBuilder<unknown>
  came: string
  went: string
  isOne: RawBuilder<boolean>
}

async function noteMarks(
  { db, org }: Scope,
  which: Which,
  { kind, source, who, came, went, isOne }: Marked,
): Promise<void> {
  await sql`insert into journey_marks as k (org_id, source_id, kind, member_id, came_at, went_at)
    select f.org_id, ${source}, ${kind}, ${who}, max(f.at) filter (where f.type = ${came} and ${isOne}),
      max(f.at) filter (where f.type = ${went})
    from facts f where f.org_id = ${org} and f.type in (${came}, ${went}) and ${which} group by 1, 2, 4 order by 2
    on conflict (org_id, source_id) do update
      set came_at = greatest(k.came_at, excluded.came_at), went_at = greatest(k.went_at, excluded.went_at)`.execute(
    db,
  )
}

/** SQL condition: a mark `k` was not taken back since. */
export const stands = sql<boolean>`k.came_at is not null and (k.went_at is null or k.went_at < k.came_at)`

/** Counts again since when those whom the facts tell of are interested, as far as they still are. */
export async function recountInterest({ db, org }: Scope, which: Which): Promise<void> {
  const who = sql`select ${id('memberId')} from facts f where f.org_id = ${org} and ${which}`
  await sql`insert into leader_journeys (org_id, member_id)
    select distinct ${org}::uuid, w.id from (${who}) as w (id) order by 2 on conflict do nothing`.execute(db)
  // Whoever counts the same person at the same time waits here, and then sees what the other one kept.
  await sql`select from leader_journeys j where j.org_id = ${org} and j.member_id in (${who})
    order by j.member_id for update`.execute(db)
  await sql`update leader_journeys j set interested_at = least(
      (select min(c.answered_at) from campaign_journeys c
        where c.org_id = j.org_id and c.member_id = j.member_id and c.answer = 'interested' and c.is_for_leaders),
      (select min(k.came_at) from journey_marks k
        where k.org_id = j.org_id and k.member_id = j.member_id and k.kind = 'volunteer' and ${stands}))
    where j.org_id = ${org} and j.member_id in (${who})`.execute(db)
}
