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
  body: string
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
  return { items: rows.map(({ body, ...hit }) => ({ ...hit, excerpt: excerptOf(body, q) })) }
}

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** The words around the first place where one of the asked words stands. */
function excerptOf(body: string, query: string): string {
  const words = plain(query)
    .split(/\W+/)
    .filter((word) => word.length > 2)
  const text = plain(body)
  const places = words.map((word) => text.indexOf(word)).filter((place) => place >= 0)
  const from = Math.max(0, Math.min(...places, body.length) - 40)
  if (places.length === 0) return body.slice(0, 140)
  return `${from > 0 ? '…' : ''}${body.slice(from, from + 140).replace(/\s+/g, ' ')}`
}
