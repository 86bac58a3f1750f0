import { sql } from 'kysely'
import type { z } from 'zod'
import { notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import type { commendation, Deeds } from '../commendation.contract.ts'
import { ledOf } from '../superior.ts'
import { findDeeds } from './deeds.ts'

/** What is told reaches back so far at most. */
const daysBack = 365

/** What somebody of the actor's groups did since they were commended last, with words to begin from; nothing for others. */
export async function getCommendation(
  scope: Scope,
  memberId: string,
): Promise<z.output<typeof commendation>> {
  const { name, since } = await findMember(scope, memberId)
  const led = await ledOf(scope, [memberId])
  if (!led.has(memberId)) return { can: { commend: false }, suggestion: null }
  const deeds = await findDeeds(scope, memberId, since)
  return { can: { commend: true }, suggestion: { since, deeds, text: textOf(scope, name, deeds) } }
}

async function findMember(scope: Scope, memberId: string): Promise<{ name: string; since: string }> {
  const earliest = new Date(scope.now.getTime() - daysBack * 86_400_000).toISOString()
  const found = await scope.db
    .selectFrom('members as m')
    .select('m.name')
    .select(
      sql<string>`greatest(${earliest}::timestamptz, (select max(k.given_at) from kudos k where k.org_id = m.org_id
        and k.to_id = m.id and k.is_commendation and k.withdrawn_at is null
        and (not k.is_private or k.from_id = ${scope.actor.id})))`.as('since'),
    )
    .where('m.orgId', '=', scope.org)
    .where('m.id', '=', memberId)
    .executeTakeFirst()
  if (!found) throw notFound('member')
  return found
}

/** What was done, in one sentence that whoever commends goes on from; empty where there is nothing to tell. */
function textOf({ install, actor }: Scope, name: string, deeds: Deeds): string {
  const { locale } = actor
  const { courses, learners, accepted, reviews, findings, useful } = deeds
  const did = [
    courses > 0 && install.catalog.text(locale, 'commendation.did.courses', { count: courses }),
    learners > 0 && install.catalog.text(locale, 'commendation.did.learners', { count: learners }),
    useful !== null &&
      useful.percent >= 50 &&
      install.catalog.text(locale, 'commendation.did.useful', { percent: useful.percent }),
    accepted > 0 && install.catalog.text(locale, 'commendation.did.accepted', { count: accepted }),
    reviews > 0 && install.catalog.text(locale, 'commendation.did.reviews', { count: reviews }),
    findings > 0 && install.catalog.text(locale, 'commendation.did.findings', { count: findings }),
  ].filter((part) => part !== false)
  if (did.length === 0) return ''
  const list = new Intl.ListFormat(locale, { style: 'short', type: 'unit' }).format(did)
  return install.catalog.text(locale, 'commendation.text', { name, list })
}
