import { sql } from 'kysely'
import { getNeed } from '#need'
import { groupVisible } from '#people'
import type { Scope } from '#platform/scope'
import type { Expert } from './contract.ts'

type Reason = Expert['reasons'][number]

/** What a trace of knowing weighs against the others: having taught it most, being thanked or asked least. */
const weights: Record<Reason['kind'], number> = {
  published: 4,
  reviewed: 2,
  answered: 2,
  thanked: 1.5,
  claimed: 1,
}

/** Below this likeness two texts share little more than small words. */
const alikeEnough = 0.42
/** The share of a need's words that must be in a trace for it to speak of the same. */
const sharedEnough = 0.3
/** What a trace in the need's own group says, whatever its words. That both are of the whole organization says nothing. */
const ofSameGroup = 0.25

/** The words of a text that carry meaning, without their endings: small words of English and French are left out. */
const stems = (words: string) => sql<string[]>`tsvector_to_array(to_tsvector('french',
  array_to_string(tsvector_to_array(to_tsvector('english', folded(${sql.ref(words)}))), ' ')))`

interface Row extends Omit<Reason, 'kind' | 'subject'> {
  kind: Reason['kind']
  subject: Reason['subject']
  id: string
  name: string
  title: string
  near: number
}

/**
 * The traces nearest to a need: by spelling (trigrams, accents and case forgiven), by the words they share, and by
 * being of the same group. Those from private groups count only for readers who may see them.
 */
async function tracesNear(scope: Scope, need: { title: string; details: string; groupId: string }) {
  const { rows } = await sql<Row>`
    with need as (select ${need.title}::text as title, ${`${need.title} ${need.details.slice(0, 300)}`}::text as whole),
    asked as (select title, whole, ${stems('need.title')} as stems from need),
    traces as (
      select e.kind, e.subject, e.subject_id, e.words, e.at, e.member_id, e.group_id,
        greatest(word_similarity(folded(asked.title), folded(e.words)), word_similarity(folded(e.words), folded(asked.whole))) as alike,
        (select count(*) from (select unnest(asked.stems) intersect select unnest(${stems('e.words')})) common)::float8
          / greatest(cardinality(asked.stems), 3) as shared
      from evidence e, asked where e.org_id = ${scope.org} and e.member_id <> ${scope.actor.id}),
    near as (
      select *, greatest(case when alike > ${alikeEnough} then alike else 0 end, case when shared >= ${sharedEnough} then shared else 0 end)
        + case when group_id = ${need.groupId} and group_id <> ${scope.org} then ${ofSameGroup}::float8 else 0 end as near from traces)
    select near.kind, near.subject, near.subject_id, near.words, near.at, near.near, m.id, m.name, m.title
    from near join members m on m.org_id = ${scope.org} and m.id = near.member_id
    join groups g on g.org_id = ${scope.org} and g.id = near.group_id
    where near.near > 0 and m.left_at is null and ${groupVisible(scope, 'g')}
    order by near.near desc, near.at desc limit 200`.execute(scope.db)
  return rows
}

/** The five members whose evidence speaks most of a need, each with at most three reasons; a trace counts half after a year. */
export async function suggestExperts(scope: Scope, needId: string): Promise<{ items: Expert[] }> {
  const need = await getNeed(scope, needId)
  const people = new Map<string, Expert>()
  for (const row of await tracesNear(scope, { ...need, groupId: need.group.id })) {
    const { id, name, title, near, ...reason } = row
    const years = (scope.now.getTime() - Date.parse(row.at)) / (365 * 86_400_000)
    const expert = people.get(id) ?? { member: { id, name, title }, score: 0, reasons: [] }
    expert.score += near * weights[row.kind] * 0.5 ** years
    expert.reasons.push(reason)
    people.set(id, expert)
  }
  const best = [...people.values()].sort((a, b) => b.score - a.score).slice(0, 5)
  const byWeight = (a: Reason, b: Reason) => weights[b.kind] - weights[a.kind]
  return { items: best.map((one) => ({ ...one, reasons: one.reasons.toSorted(byWeight).slice(0, 3) })) }
}
