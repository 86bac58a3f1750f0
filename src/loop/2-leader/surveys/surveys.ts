import { type RawBuilder, sql } from 'kysely'
import { findGroup, groupVisible, holds, person, roles } from '#people'
import { holdAlone } from '#platform/db/locks'
import { pageOf, readCursor } from '#platform/db/paging'
import { conflict, forbidden, notFound } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { lockAbsences } from '../absences.ts'
import { askForDetection } from '../detection/task.ts'
import { fewestTold, readFewest } from '../fewest.ts'
import type { Survey } from '../survey.contract.ts'
import { askFirst } from './asking.ts'
import type { FirstAsked } from './limits.ts'
import { type Counted, present } from './present.ts'
import { isOpen, isStanding, refuseUnlessOn } from './standing.ts'

interface Row extends Counted {
  path: string[]
}

async function rowsThat(scope: Scope, which: RawBuilder<boolean>, limit: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select s.id, json_build_object('id', g.id, 'name', g.name) as "group", g.path,
      ${person('o')} as opened_by,
      s.opened_at, s.ends_at, s.closed_at, ${isOpen(scope)} as is_open, ${fewestTold(scope)} as fewest,
      (select count(*)::int from survey_invitations i
        where i.org_id = s.org_id and i.survey_id = s.id and i.answered_at is not null) as answered,
      (select json_agg(w.asked order by w.wave) from (select i.wave, count(*)::int as asked from survey_invitations i
        where i.org_id = s.org_id and i.survey_id = s.id group by i.wave) w) as waves
    from surveys s
    join groups g on g.org_id = s.org_id and g.id = s.group_id
    join members o on o.org_id = s.org_id and o.id = s.opened_by
    where s.org_id = ${scope.org} and ${isStanding} and ${groupVisible(scope, 'g')} and ${which}
    order by s.id desc limit ${limit}`.execute(scope.db)
  return rows
}

/** A survey of a group that the actor answers for; throws 404 where they may not look, 403 where they may not do this. */
async function findSurvey(scope: Scope, id: string): Promise<Survey> {
  const [row] = await rowsThat(scope, sql<boolean>`s.id = ${id}`, 1)
  if (!row) throw notFound('survey')
  if (!holds(scope.actor, row.path, 'manager')) throw forbidden('survey.not-yours')
  const { path: _, ...survey } = row
  return present(survey)
}

/** The surveys of the groups that the actor answers for, the latest first. */
export async function listSurveys(scope: Scope, query: { limit: number; after?: string | undefined }) {
  const after = readCursor(query.after, 'id')
  const answersFor = roles.groupsHeld(scope.actor, 'manager')
  if (answersFor.length === 0) throw forbidden('survey.not-yours')
  const before = after ? sql`and s.id < ${after[0]}::uuid` : sql``
  const rows = await rowsThat(scope, sql<boolean>`g.path && ${answersFor}::uuid[] ${before}`, query.limit + 1)
  return pageOf(
    rows.map(({ path: _, ...survey }) => present(survey)),
    query.limit,
    ({ id }) => [id],
  )
}

/** Throws 409 while a survey is open in a group, above or below it: nobody is asked the same twice. */
async function refuseOther(scope: Scope, { id, path }: { id: string; path: string[] }): Promise<void> {
  await holdAlone(scope, `surveys ${scope.org}`)
  const { rows } = await sql`select from surveys s join groups g on g.org_id = s.org_id and g.id = s.group_id
    where s.org_id = ${scope.org} and ${isStanding} and ${isOpen(scope)}
      and (g.id = any(${path}::uuid[]) or g.path @> array[${id}]::uuid[]) limit 1`.execute(scope.db)
  if (rows.length > 0) throw conflict('survey.open-already')
}

interface Opening {
  groupId: string
  days: number
  firstAsked: FirstAsked
}

/** Asks the people of a group who helps them: whoever manages or administers it may. */
export async function openSurvey(scope: Scope, { groupId, days, firstAsked }: Opening): Promise<Survey> {
  const group = await findGroup(scope, groupId)
  if (!holds(scope.actor, group.path, 'manager')) throw forbidden('survey.not-yours')
  await refuseUnlessOn(scope)
  await refuseOther(scope, group)
  await lockAbsences(scope)
  const id = newIdIn(scope)
  const endsAt = new Date(scope.now.getTime() + days * 86_400_000)
  await scope.db
    .insertInto('surveys')
    .values({ orgId: scope.org, id, groupId, openedBy: scope.actor.id, openedAt: scope.now, endsAt })
    .execute()
  const { shown: fewest } = await readFewest(scope)
  const asked = await askFirst(scope, { surveyId: id, groupId, fewest, firstAsked })
  if (asked.length === 0) throw conflict('survey.too-few', { fewest })
  await record(scope, 'survey.opened', { surveyId: id, groupId, endsAt: endsAt.toISOString() })
  tell(scope, { topics: ['surveys'] })
  return findSurvey(scope, id)
}

/** Ends a survey before its day: what was answered counts, and what people wrote can be read by nobody any more. */
export async function closeSurvey(scope: Scope, id: string): Promise<Survey> {
  const { group } = await findSurvey(scope, id)
  const closed =
    await sql`update surveys s set closed_at = ${scope.now.toISOString()}, closed_by = ${scope.actor.id}
    where s.org_id = ${scope.org} and s.id = ${id} and ${isOpen(scope)}`.execute(scope.db)
  if (!closed.numAffectedRows) throw conflict('survey.closed')
  await sql`update survey_invitations set said = null
    where org_id = ${scope.org} and survey_id = ${id} and said is not null`.execute(scope.db)
  await record(scope, 'survey.closed', { surveyId: id, groupId: group.id })
  askForDetection(scope)
  tell(scope, { topics: ['surveys'] })
  return findSurvey(scope, id)
}
