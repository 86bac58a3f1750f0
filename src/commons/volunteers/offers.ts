import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import type { Step } from './contract.ts'

/** Whether the academy is open, so that whoever is sent there finds it. */
export async function isAcademyOpen({ db, org }: Scope): Promise<boolean> {
  const { rows } = await sql<{ type: string }>`select f.type from facts f
    where f.org_id = ${org} and f.type in ('academy.opened', 'academy.closed') order by f.id desc limit 1`.execute(
    db,
  )
  return rows[0]?.type === 'academy.opened'
}

/** What a volunteer may begin with here and now. */
export const stepsOffered = async (scope: Scope): Promise<Step[]> => [
  'topic',
  'answer',
  ...((await isAcademyOpen(scope)) ? (['academy'] as const) : []),
]
