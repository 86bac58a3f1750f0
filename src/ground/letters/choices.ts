import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import { record } from '#record'
import { type LetterChoices, type Topic, topic } from './contract.ts'

/** Which letters the actor gets. */
export async function getLetterChoices({ org, actor, db }: Scope): Promise<LetterChoices> {
  const { rows } = await sql<{ unwanted: Topic[]; isRefused: boolean }>`
    select coalesce((select array_agg(c.topic) from letter_choices c
        where c.org_id = m.org_id and c.member_id = m.id and not c.is_wanted), '{}') as unwanted,
      exists (select from refused_addresses r where r.org_id = m.org_id and r.email = lower(m.email)) as is_refused
    from members m where m.org_id = ${org} and m.id = ${actor.id}`.execute(db)
  const [{ unwanted, isRefused } = { unwanted: [] as Topic[], isRefused: false }] = rows
  return {
    topics: topic.options.map((one) => ({ topic: one, isWanted: !unwanted.includes(one) })),
    isRefused,
  }
}

/** Says whether the actor wants letters of a topic. */
export async function chooseLetters(scope: Scope, about: Topic, isWanted: boolean): Promise<LetterChoices> {
  await choose(scope, { memberId: scope.actor.id, topic: about, isWanted, byLink: false })
  return getLetterChoices(scope)
}

/** Keeps a choice; one that says nothing new is none. */
export async function choose(
  scope: Scope,
  choice: { memberId: string; topic: Topic; isWanted: boolean; byLink: boolean },
): Promise<void> {
  const { memberId, topic: about, isWanted } = choice
  const { numAffectedRows } = await sql`
    insert into letter_choices as c (org_id, member_id, topic, is_wanted, chosen_at)
    select ${scope.org}, ${memberId}, ${about}, ${isWanted}, ${scope.now}
    where not ${isWanted} or exists (select from letter_choices o
      where o.org_id = ${scope.org} and o.member_id = ${memberId} and o.topic = ${about})
    on conflict (org_id, member_id, topic) do update set is_wanted = excluded.is_wanted, chosen_at = excluded.chosen_at
      where c.is_wanted <> excluded.is_wanted`.execute(scope.db)
  if (numAffectedRows) await record(scope, 'letters.chosen', choice)
}
