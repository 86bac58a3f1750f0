import { sql } from 'kysely'
import { getNeed } from '#need'
import { groupVisible } from '#people'
import type { Scope } from '#platform/scope'
import type { Expert } from '../contract.ts'
import { isOnNow } from '../purposes.ts'

type Reason = Expert['reasons'][number]

/** What a trace of knowing weighs against the others: having taught it most, being thanked or asked least. */
const weights: Record<Reason['kind'], number> = {
  published: 4,
  reviewed: 2,
  answered: 2,
  thanked: 1.5,
  claimed: 1,
}

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
  const whole = `${need.title} ${need.details.slice(0, 300)}`
  const hidden = sql`array(select g.id from groups g where g.org_id = ${scope.org} and not ${groupVisible(scope, 'g')})`
  const { rows } = await sql<Row>`
    select t.kind, t.subject, t.subject_id, t.words, t.at, t.near, m.id, m.name, m.title
    from traces_near(${need.title}, ${whole}, ${need.groupId}, ${scope.actor.id}, ${hidden}) t
    join members m on m.org_id = ${scope.org} and m.id = t.member_id
    where m.left_at is null and ${isOnNow(scope, 'detection')} order by t.near desc, t.at desc`.execute(
    scope.db,
  )
  return rows
}

interface NeedWords {
  title: string
  details: string
  groupId: string
}

/** Everybody whose evidence speaks of a need, by id; a trace counts half after a year. */
export async function rankNear(scope: Scope, need: NeedWords): Promise<Map<string, Expert>> {
  const people = new Map<string, Expert>()
  for (const row of await tracesNear(scope, need)) {
    const { id, name, title, near, ...reason } = row
    const years = (scope.now.getTime() - Date.parse(row.at)) / (365 * 86_400_000)
    const expert = people.get(id) ?? { member: { id, name, title }, score: 0, reasons: [] }
    expert.score += near * weights[row.kind] * 0.5 ** years
    expert.reasons.push(reason)
    people.set(id, expert)
  }
  return people
}

/** The five members whose evidence speaks most of a need, each with at most three reasons. */
export async function suggestExperts(scope: Scope, needId: string): Promise<{ items: Expert[] }> {
  const need = await getNeed(scope, needId)
  const people = await rankNear(scope, { ...need, groupId: need.group.id })
  const best = [...people.values()].sort((a, b) => b.score - a.score).slice(0, 5)
  const byWeight = (a: Reason, b: Reason) => weights[b.kind] - weights[a.kind]
  return { items: best.map((one) => ({ ...one, reasons: one.reasons.toSorted(byWeight).slice(0, 3) })) }
}
