import { sql } from 'kysely'
import type { Quiet } from '#platform/scope'
import type { RuleVersion } from './engine/event.ts'
import type { RuleBody } from './language.ts'

/** A version of a rule, and from when until when it acts. */
export interface Period extends RuleVersion {
  name: string
  onAt: string
  offAt: string | null
}

/** Which rules acted from a moment on, in which versions, in a lasting order. */
export async function findPeriods({ org, db }: Quiet, since: string): Promise<Period[]> {
  const { rows } = await sql<Period & { body: RuleBody }>`
    select p.rule_id, p.version, v.made_by, v.body, v.name, p.on_at, p.off_at from rule_periods p
    join rule_versions v on v.org_id = p.org_id and v.rule_id = p.rule_id and v.number = p.version
    where p.org_id = ${org} and (p.off_at is null or p.off_at > ${since}) order by p.rule_id, p.on_at`.execute(
    db,
  )
  return rows
}

/** Whether it acted at a moment. */
export const actsAt = ({ onAt, offAt }: Period, at: string): boolean => {
  const moment = Date.parse(at)
  return Date.parse(onAt) <= moment && (offAt === null || moment < Date.parse(offAt))
}
