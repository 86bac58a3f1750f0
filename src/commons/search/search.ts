import { sql } from 'kysely'
import { groupVisible, openedGroups } from '#people'
import { compiled } from '#platform/db/compiled'
import type { Scope } from '#platform/scope'
import type { SearchHit } from './contract.ts'

interface Row {
  kind: SearchHit['kind']
  id: string
  part: string
  title: string
  detail: string
  excerpt: string
}

interface Given {
  org: string
  opened: string[]
  q: string
  kind: string | null
}

const found = compiled(({ org, opened, q, kind }: Given) => {
  const hidden = sql`array(select g.id from groups g where g.org_id = ${org} and not ${groupVisible({ opened }, 'g')})`
  return sql<Row>`select * from find_entries(${q}, ${kind}, ${hidden}, 20)`
})

/** At most 20 hits that the actor may see, best first. */
export async function search(
  scope: Scope,
  { q, kind = null }: { q: string; kind?: SearchHit['kind'] | null | undefined },
): Promise<{ items: SearchHit[] }> {
  const opened = openedGroups(scope.actor)
  const rows = await found(scope.db, { org: scope.org, opened, q, kind })
  return { items: rows.map((hit) => ({ ...hit, excerpt: hit.excerpt.replace(/\s+/g, ' ') })) }
}
