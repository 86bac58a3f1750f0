import { sql } from 'kysely'
import type { Statement } from '#platform/db/wire'
import type { Identity } from '#platform/http/identity'
import type { Grant, Scope } from '#platform/scope'

/** SQL: of whom a session or an API key is, as long as it is good, with a row for each grant. */
const whoHolds = (what: string, ways: string, member: string) => `select ${what}, m.id, m.name, m.locale,
    r.group_id, r.role, g.private
  from ${ways} w join members m on m.org_id = $1 and m.id = w.${member}
  left join roles r on r.org_id = $1 and r.member_id = m.id
  left join groups g on g.org_id = $1 and g.id = r.group_id
  where w.org_id = $1 and w.token_hash = $2 and w.revoked_at is null and w.expires_at > $3 and m.left_at is null`
const bySession = whoHolds('w.id as session', 'sessions', 'member_id')
const byKey = whoHolds('null as session, w.id as key, w.opens', 'api_keys', 'added_by')

const asked =
  (text: string) =>
  (org: string, tokenHash: string, now: Date): Statement => ({
    text,
    values: [org, tokenHash, now.toISOString()],
  })

/** How the server recognizes a session or an API key: one statement. */
export const identity: Identity = {
  session: asked(bySession),
  key: asked(byKey),
  actorOf: (rows) => {
    const [first] = rows as unknown as GrantRow[]
    if (!first) return null
    const { id, name, locale, session, key, opens } = first
    const grants = (rows as unknown as GrantRow[]).flatMap(grantsOf).sort(inOrder)
    return { id, name, locale, session, grants, ...(key && opens && { key: { id: key, opens } }) }
  },
  noteKey,
}

/** Who it is of, and one of their grants; those without any have one row without a group. */
interface GrantRow {
  session: string | null
  key?: string
  opens?: string
  id: string
  name: string
  locale: string
  groupId: string | null
  role: string
  private: boolean
}

const grantsOf = (row: GrantRow): Grant[] =>
  row.groupId ? [{ on: row.groupId, role: row.role, private: row.private }] : []
const inOrder = (a: Grant, b: Grant) => (a.on + a.role < b.on + b.role ? -1 : 1)

/** Notes by the hour when a key was used last: whoever takes keys back asks which of them still are. */
async function noteKey({ org, actor, now, db }: Scope): Promise<void> {
  const at = now.toISOString()
  await sql`update api_keys set used_at = ${at}::timestamptz where org_id = ${org} and id = ${actor.key?.id ?? null}
    and (used_at is null or used_at <= ${at}::timestamptz - interval '1 hour')`.execute(db)
}
