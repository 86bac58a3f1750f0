import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import { fewestTold, readFewest } from '../fewest.ts'
import { isOnNow } from '../purposes.ts'
import { enterMember, takingPartIn } from './audience.ts'
import { columnsOf, type ExpertiseRow, helperOf, namesOfTopics } from './rows.ts'
import { subjectsThat } from './subjects.ts'

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
    subjectsThat(scope, memberId, { limit: 50 }),
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
