import { sql } from 'kysely'
import { groupVisible } from '#people'
import type { Scope } from '#platform/scope'
import { fewestTold, readFewest } from '../fewest.ts'
import { isOnNow } from '../purposes.ts'
import type { SignalKind } from '../signals/kinds.ts'
import { enterMember, takingPartIn } from './audience.ts'
import { columnsOf, type ExpertiseRow, helperOf, namesOfTopics } from './rows.ts'

interface SubjectRow {
  kind: SignalKind
  subject: 'course' | 'need'
  subjectId: string
  words: string
  acts: number
  at: string
}

/** Help for nobody in particular that was given to one course: by a blind review, of which only they may know that it was they. */
const isVeiled = sql<boolean>`(helped_id is null and kind in ('reviewed', 'accepted', 'thanked', 'commended'))`

/** What somebody's score is made of, and what they did it on: for themselves, and for those to whom it is shown. */
export async function getExpertise(scope: Scope, memberId: string) {
  await enterMember(scope, memberId)
  const score = sql<ExpertiseRow & { greatest: number }>`
    select ${columnsOf('e')},
      (select max(score) from expertise where org_id = ${scope.org}) as greatest
    from expertise e join members m on m.org_id = e.org_id and m.id = e.member_id
    where e.org_id = ${scope.org} and e.member_id = ${memberId} and ${isOnNow(scope, 'detection')}
      and ${takingPartIn(scope, scope.org)}`
  const [{ rows }, subjects, fewest, influences] = await Promise.all([
    score.execute(scope.db),
    subjectsOf(scope, memberId),
    readFewest(scope),
    influencesOf(scope, memberId),
  ])
  const [row] = rows
  const isOwn = memberId === scope.actor.id
  if (!isOwn && (row?.people ?? 0) < fewest.told) return { expertise: null, influences: [], subjects: [] }
  if (!row) return { expertise: null, influences: [], subjects }
  const {
    member: _,
    isLeader: __,
    ...expertise
  } = helperOf(row, row.greatest, await namesOfTopics(scope, rows), fewest.told, isOwn)
  const told = isOwn ? subjects : subjects.map((subject) => ({ ...subject, acts: null }))
  return { expertise, influences, subjects: told }
}

/** Of each topic; whoever is not the member reads those on which they helped enough people. */
async function influencesOf(scope: Scope, memberId: string) {
  const { rows } = await sql<{ id: string; name: string; influence: number }>`
    select t.id, t.name, e.influence from topic_expertise e
    join topics t on t.org_id = e.org_id and t.id = e.topic_id
    where e.org_id = ${scope.org} and e.member_id = ${memberId} and e.influence > 0
      and (e.member_id = ${scope.actor.id} or e.people >= ${fewestTold(scope)})
    order by e.influence desc, t.id limit 2000`.execute(scope.db)
  return rows.map(({ id, name, influence }) => ({ topic: { id, name }, influence }))
}

async function subjectsOf(scope: Scope, memberId: string): Promise<SubjectRow[]> {
  const { rows } = await sql<SubjectRow>`
    select s.kind, s.subject, s.subject_id, coalesce(c.words, n.title) as words, s.acts, s.at
    from (select kind, subject, subject_id, count(*)::int as acts, max(at) as at from signals
      where org_id = ${scope.org} and helper_id = ${memberId} and subject_id is not null
        and kind <> 'outdated' and (not ${isVeiled} or helper_id = ${scope.actor.id}) and ${isOnNow(scope, 'detection')}
      group by kind, subject, subject_id) s
    left join evidence_courses c on c.org_id = ${scope.org} and s.subject = 'course' and c.course_id = s.subject_id
    left join needs n on n.org_id = ${scope.org} and s.subject = 'need' and n.id = s.subject_id
    join groups g on g.org_id = ${scope.org} and g.id = coalesce(c.group_id, n.group_id)
    where ${groupVisible(scope, 'g')}
    order by s.at desc, s.subject_id, s.kind limit 50`.execute(scope.db)
  return rows
}
