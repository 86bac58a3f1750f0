import { sql } from 'kysely'
import type { Fact } from '#facts'
import { type Scope, tell } from '#platform/scope'
import { type Reaction, reaction } from '#record'
import { addEntry } from './entries.ts'

/** One statement holds so many names. */
const atOnce = 1000

/**
 * Tells those who were asked when this happened, each once, in the name of who opened the survey: whoever is asked because
 * somebody named them does not hear who, nor that it was so.
 */
async function tellAsked(scope: Scope, fact: Fact, surveyId: string): Promise<void> {
  const { rows } = await sql<{ memberId: string; groupId: string; openedBy: string }>`
    select i.member_id, s.group_id, s.opened_by from survey_invitations i
    join surveys s on s.org_id = i.org_id and s.id = i.survey_id
    where i.org_id = ${scope.org} and i.survey_id = ${surveyId} and i.asked_at = ${fact.at}::timestamptz
      and not exists (select from feed_entries f join feed_audience a on a.org_id = f.org_id and a.entry_id = f.id
        where f.org_id = s.org_id and f.group_id = s.group_id and f.kind = 'survey.asked'
          and f.data ->> 'surveyId' = ${surveyId}::text and a.member_id = i.member_id)
    order by i.member_id`.execute(scope.db)
  for (let start = 0; start < rows.length; start += atOnce) {
    const some = rows.slice(start, start + atOnce)
    const [{ groupId, openedBy: actorId } = { groupId: '', openedBy: '' }] = some
    const audience = some.map(({ memberId }) => ({ memberId, reason: 'asked-you' as const }))
    await addEntry(
      scope,
      { ...fact, actorId },
      { kind: 'survey.asked', groupId, data: { surveyId } },
      audience,
    )
  }
}

/** Deletes what asked members for answers up to the scope's moment: all of them, or one. */
async function forgetAsked(scope: Scope, memberId?: string): Promise<void> {
  const entries = sql`select f.id from feed_entries f where f.org_id = ${scope.org} and f.kind = 'survey.asked'
    and f.at <= ${scope.now.toISOString()}::timestamptz`
  await sql`delete from feed_audience a where a.org_id = ${scope.org} and a.entry_id in (${entries})
    ${memberId ? sql`and a.member_id = ${memberId}` : sql``}`.execute(scope.db)
  if (!memberId)
    await sql`delete from feed_entries e where e.org_id = ${scope.org} and e.id in (${entries})`.execute(
      scope.db,
    )
  tell(scope, { topics: ['feed'], ...(memberId && { to: [memberId] }) })
}

/** Whoever is asked who helps them hears of it; and nothing is left of that where surveys are switched off. */
export const surveys: Reaction[] = [
  reaction('survey.opened', 'feed.survey-opened', (scope, fact) =>
    tellAsked(scope, fact, fact.data.surveyId),
  ),
  reaction('survey.answered', 'feed.survey-goes-on', (scope, fact) =>
    tellAsked(scope, fact, fact.data.surveyId),
  ),
  reaction('purpose.set', 'feed.surveys-forgotten', async (scope, { data }) => {
    if (!data.isOn && (data.purpose === 'survey' || data.purpose === 'detection')) await forgetAsked(scope)
  }),
  reaction('detection.left', 'feed.survey-left', (scope, { data }) => forgetAsked(scope, data.memberId)),
]
