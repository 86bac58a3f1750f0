import { sql } from 'kysely'
import type { Quiet, Scope } from '#platform/scope'
import type { CampaignBody } from '../language.ts'

/** Does a part of a job in a transaction of its own. */
export type InUnit = <T>(work: (scope: Scope) => Promise<T>) => Promise<T>

/** A campaign that speaks now, with what its words name. */
export interface Running {
  id: string
  groupId: string
  name: string
  body: CampaignBody
  version: number
  endsAt: string
  organization: string
  group: string
  sender: string
  /** Its people do not exist: nothing leaves the house. */
  isDemo: boolean
}

/** The campaigns of an organization that run, the oldest first. */
export async function findRunning({ db, org }: Pick<Quiet, 'db' | 'org'>, id?: string): Promise<Running[]> {
  const { rows } = await sql<Running>`
    select c.id, c.group_id, c.name, c.body, c.version, c.ends_at, o.name as organization,
      case when g.parent_id is null then '' else g.name end as "group", m.name as sender, o.demo as is_demo
    from campaigns c join organizations o on o.org_id = c.org_id join groups g on g.org_id = c.org_id and g.id = c.group_id
    join members m on m.org_id = c.org_id and m.id = c.made_by
    where c.org_id = ${org} and c.state = 'running' and ${id ? sql`c.id = ${id}` : sql`true`} order by c.id`.execute(
    db,
  )
  return rows
}
