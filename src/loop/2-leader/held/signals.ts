import { sql } from 'kysely'
import { groupVisible, person } from '#people'
import type { Scope } from '#platform/scope'
import type { HeldSignal } from '../held.contract.ts'
import { fromSurveys } from '../signals/sources.ts'
import { momentPage, readBehind } from './moment-page.ts'

interface Row {
  kind: HeldSignal['kind']
  source: string
  mine: boolean
  other: HeldSignal['other']
  subject: 'course' | 'need' | null
  subjectId: string | null
  words: string | null
  topic: string | null
  at: string
}

/** SQL: when it was. Of a naming only the day: at the moment of it somebody could have been seen answering. */
const toldAt = sql`case when s.kind = 'named' then date_trunc('day', s.at at time zone 'UTC') at time zone 'UTC'
  else s.at end`

/**
 * Every act of help that is held on the actor, the latest first. Who found a course useful or outdated is not told, as it
 * is nowhere else, and neither is who named them in a survey. Whom they named themselves stands on the page of the survey,
 * until it ends: what is missing here would tell who takes no part. A page goes on behind a moment and so many acts of that moment: their keys name people.
 */
export async function listMySignals(scope: Scope, query: { limit: number; after?: string | undefined }) {
  const behind = readBehind(query.after)
  const { rows } = await sql<Row>`
    select s.kind, s.source, s.helper_id = ${scope.actor.id} as mine, s.topic, ${toldAt} as at,
      case when m.id is not null and not (s.helper_id = ${scope.actor.id} and s.kind in ('useful', 'outdated', 'named'))
        then ${person('m')} end as other,
      s.subject, s.subject_id, case when g.id is not null then coalesce(c.words, n.title) end as words
    from signals s
    left join members m on m.org_id = s.org_id
      and m.id = case when s.helper_id = ${scope.actor.id} then s.helped_id else s.helper_id end
    left join evidence_courses c on c.org_id = s.org_id and s.subject = 'course' and c.course_id = s.subject_id
    left join needs n on n.org_id = s.org_id and s.subject = 'need' and n.id = s.subject_id
    left join groups g on g.org_id = s.org_id and g.id = coalesce(c.group_id, n.group_id) and ${groupVisible(scope, 'g')}
    where s.org_id = ${scope.org} and (s.helper_id = ${scope.actor.id} or s.helped_id = ${scope.actor.id} and s.source <> ${fromSurveys})
      ${behind.before === null ? sql`` : sql`and ${toldAt} <= ${behind.before}::timestamptz`}
    order by ${toldAt} desc, s.source desc, s.key desc limit ${query.limit + 1} offset ${behind.seen}`.execute(
    scope.db,
  )
  const { items, next } = momentPage(rows, query.limit, behind)
  return { items: items.map(present), next }
}

const present = ({ subject, subjectId, words, ...rest }: Row): HeldSignal => ({
  ...rest,
  about: subject && subjectId && words !== null ? { subject, subjectId, words } : null,
})
