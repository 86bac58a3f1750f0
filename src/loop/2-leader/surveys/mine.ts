import { type RawBuilder, sql } from 'kysely'
import { person } from '#people'
import { notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import { fewestTold } from '../fewest.ts'
import type { AskedSurvey, MySurvey } from '../survey.contract.ts'
import { isOpen, isStanding } from './standing.ts'

/** What somebody wrote of one who helps them. */
export interface Said {
  memberId: string
  topic: string
}

/** An invitation as its member reads it, with what only verbs need to know. */
export interface Asked extends AskedSurvey {
  isOpen: boolean
  declinedAt: string | null
  fewest: number
  wave: number
  said: Said[] | null
}

async function askedThat(scope: Scope, which: RawBuilder<boolean>, limit: number): Promise<Asked[]> {
  const { rows } = await sql<Asked>`
    select s.id, json_build_object('id', g.id, 'name', g.name) as "group",
      ${person('o')} as opened_by,
      s.ends_at, i.answered_at, i.declined_at, i.wave, i.said, ${isOpen(scope)} as is_open, ${fewestTold(scope)} as fewest
    from survey_invitations i
    join surveys s on s.org_id = i.org_id and s.id = i.survey_id
    join groups g on g.org_id = s.org_id and g.id = s.group_id
    join members o on o.org_id = s.org_id and o.id = s.opened_by
    where i.org_id = ${scope.org} and i.member_id = ${scope.actor.id} and ${isStanding} and ${which}
    order by s.ends_at, s.id limit ${limit}`.execute(scope.db)
  return rows
}

/** The open surveys in which the actor is asked and has not declined. */
export async function listMySurveys(scope: Scope): Promise<{ items: AskedSurvey[] }> {
  const rows = await askedThat(scope, sql<boolean>`${isOpen(scope)} and i.declined_at is null`, 20)
  return {
    items: rows.map(({ id, group, openedBy, endsAt, answeredAt }) => ({
      ...{ id, group, openedBy, endsAt, answeredAt },
    })),
  }
}

/** A survey in which the actor is asked; throws 404 for any other. */
export async function findAsked(scope: Scope, id: string): Promise<Asked> {
  const [row] = await askedThat(scope, sql<boolean>`s.id = ${id}`, 1)
  if (!row) throw notFound('survey')
  return row
}

/** A survey as the actor answers it. Once it has ended nobody reads any more what was said, not even who said it. */
export async function getMySurvey(scope: Scope, surveyId: string): Promise<MySurvey> {
  const { wave: _, said, ...asked } = await findAsked(scope, surveyId)
  if (!asked.isOpen) return { ...asked, namings: [], colleagues: [] }
  const [namings, colleagues] = await Promise.all([
    namedIn(scope, said ?? []),
    drawColleagues(scope, surveyId),
  ])
  return { ...asked, namings, colleagues }
}

async function namedIn(scope: Scope, said: readonly Said[]): Promise<MySurvey['namings']> {
  const { rows } = await sql<MySurvey['colleagues'][number]>`select id, name, title from members
    where org_id = ${scope.org} and id = any(${said.map(({ memberId }) => memberId)}::uuid[])`.execute(
    scope.db,
  )
  const known = new Map(rows.map((row) => [row.id, row]))
  return said.flatMap(({ memberId, topic }) => {
    const member = known.get(memberId)
    return member ? [{ member, topic }] : []
  })
}

/**
 * Some of those who share a group with the actor, in an order that is drawn for each survey and member and stays: whoever
 * is known best stands nowhere in particular. Two in three are drawn at most, so that it cannot be told why somebody,
 * such as one who takes no part, is not among them.
 */
async function drawColleagues({ org, actor, db }: Scope, surveyId: string) {
  const { rows } = await sql<MySurvey['colleagues'][number]>`
    with colleagues as (
      select m.id, m.name, m.title, exists (select from detection_absences a
        where a.org_id = m.org_id and a.member_id = m.id and a.until is null) as is_absent,
        md5(${`${surveyId} ${actor.id}`} || m.id) as lot
      from members m where m.org_id = ${org} and m.id <> ${actor.id} and m.left_at is null
        and exists (select from roles r join roles mine on mine.org_id = r.org_id and mine.group_id = r.group_id
          where r.org_id = m.org_id and r.member_id = m.id and mine.member_id = ${actor.id}))
    select id, name, title from colleagues where not is_absent
    order by lot limit (select least(12, ceil(count(*) * 2 / 3.0))::int from colleagues)`.execute(db)
  return rows
}
