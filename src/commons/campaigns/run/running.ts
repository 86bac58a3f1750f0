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
  /** Where replies to its mails go, if not to the mailbox that they are sent from. */
  replyTo: string | null
  /** Its people do not exist: nothing leaves the house. */
  isDemo: boolean
}

/** SQL: where replies go to mails of a campaign `c`, made by the member `m`; null where they have left. */
export const repliesOf = sql<
  string | null
>`case when (c.body ->> 'replies')::boolean and m.left_at is null then m.email end`

/**
 * SQL: who signs a campaign `c`: the member `m` who made it, as long as they are here; else the member `t` who brought it
 * into its state last; else the organization `o`.
 */
export const senderOf = sql<string>`case when m.left_at is null then m.name
  when t.id is not null and t.left_at is null then t.name else o.name end`

/** SQL: a campaign `c` with what its signature is made of. */
export const signed = sql`campaigns c join organizations o on o.org_id = c.org_id
  join members m on m.org_id = c.org_id and m.id = c.made_by
  left join members t on t.org_id = c.org_id and t.id = c.state_by`

/** The campaigns of an organization that run, the oldest first. */
export async function findRunning({ db, org }: Pick<Quiet, 'db' | 'org'>, id?: string): Promise<Running[]> {
  const { rows } = await sql<Running>`
    select c.id, c.group_id, c.name, c.body, c.version, c.ends_at, o.name as organization,
      case when g.parent_id is null then '' else g.name end as "group", ${senderOf} as sender, o.demo as is_demo,
      ${repliesOf} as reply_to
    from ${signed} join groups g on g.org_id = c.org_id and g.id = c.group_id
    where c.org_id = ${org} and c.state = 'running' and ${id ? sql`c.id = ${id}` : sql`true`} order by c.id`.execute(
    db,
  )
  return rows
}
