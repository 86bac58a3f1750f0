import { type RawBuilder, sql } from 'kysely'
import { groupVisible, holds, person, personIfAny, roles } from '#people'
import { jsonMoment } from '#platform/db/json'
import { notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import type { Nomination } from '../nomination.contract.ts'

type Person = Nomination['member']

interface Row {
  id: string
  member: Person
  groupId: string
  groupName: string
  path: string[]
  madeAt: string
  voices: Nomination['voices']
  decision: 'confirmed' | 'dismissed' | null
  decider: Person | null
  decidedAt: string | null
  reason: string
  answer: 'accepted' | 'declined' | 'later' | null
  answeredAt: string | null
  answerNote: string
  laterUntil: string | null
}

/** Where it stands at this moment: who wanted to be asked later is asked again when that has come. */
function stateOf({ decision, answer, laterUntil }: Row, now: Date): Nomination['state'] {
  if (decision === null) return 'proposed'
  if (decision === 'dismissed') return 'dismissed'
  if (answer === 'later' && laterUntil !== null && laterUntil <= now.toISOString()) return 'asked'
  return answer ?? 'asked'
}

/** Who answers for a group decides on its leaders, but nobody on themselves. */
const mayDecide = (scope: Scope, { path, member }: Pick<Row, 'path' | 'member'>): boolean =>
  member.id !== scope.actor.id && holds(scope.actor, path, 'manager')

function present(scope: Scope, row: Row): Nomination {
  const state = stateOf(row, scope.now)
  const { id, member, madeAt, voices, decider, decidedAt, reason, answeredAt, answerNote, laterUntil } = row
  // A word with an answer is for who asked.
  const isMeant = [member.id, decider?.id].includes(scope.actor.id)
  return {
    ...{ id, member, state, madeAt, voices },
    group: { id: row.groupId, name: row.groupName },
    decided: decider && decidedAt ? { by: decider, at: decidedAt, reason } : null,
    answered: answeredAt ? { at: answeredAt, note: isMeant ? answerNote : '', until: laterUntil } : null,
    can: {
      decide: state === 'proposed' && mayDecide(scope, row),
      answer: member.id === scope.actor.id && ['asked', 'later', 'declined'].includes(state),
    },
  }
}

async function rowsThat(scope: Scope, which: RawBuilder<boolean>, limit: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select n.id, ${person('m')} as member, n.group_id, g.name as group_name, g.path, n.made_at, n.decision,
      ${personIfAny('d')} as decider, n.decided_at, n.reason, n.answer, n.answered_at,
      n.answer_note, n.later_until,
      (select json_agg(json_build_object('member', ${person('p')}, 'reason', v.reason,
          'at', ${jsonMoment('v.at')}) order by v.at, v.member_id)
        from nomination_voices v join members p on p.org_id = v.org_id and p.id = v.member_id
        where v.org_id = n.org_id and v.nomination_id = n.id) as voices
    from nominations n
    join members m on m.org_id = n.org_id and m.id = n.member_id
    join groups g on g.org_id = n.org_id and g.id = n.group_id
    left join members d on d.org_id = n.org_id and d.id = n.decided_by
    where n.org_id = ${scope.org} and ${which}
    order by n.id desc limit ${limit}`.execute(scope.db)
  return rows
}

export async function nominationsThat(scope: Scope, which: RawBuilder<boolean>, limit: number) {
  return (await rowsThat(scope, which, limit)).map((row) => present(scope, row))
}

/** SQL condition: the reader decides on it, proposed it, or it is about them; and may see its group. */
export function seenBy(scope: Scope): RawBuilder<boolean> {
  const answersFor = roles.groupsHeld(scope.actor, 'manager')
  return sql<boolean>`${groupVisible(scope, 'g')} and (n.member_id = ${scope.actor.id}
    or g.path && ${answersFor}::uuid[]
    or exists (select from nomination_voices v where v.org_id = n.org_id and v.nomination_id = n.id
      and v.member_id = ${scope.actor.id}))`
}

/** A nomination that the reader may see, until the transaction ends theirs alone to change; throws 404. */
export async function lockNomination(scope: Scope, id: string) {
  await sql`select from nominations where org_id = ${scope.org} and id = ${id} for update`.execute(scope.db)
  const [row] = await rowsThat(scope, sql<boolean>`n.id = ${id} and ${seenBy(scope)}`, 1)
  if (!row) throw notFound('nomination')
  return { ...present(scope, row), mayDecide: mayDecide(scope, row) }
}
