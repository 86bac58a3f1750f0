import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import { contentKinds } from './kinds.ts'

/** A kind of content; those that follow one of Cairn's templates have names in every language, and none here. */
export interface Kind {
  kind: string
  name: string | null
}

/** The kinds of content of which a group may say something: Cairn's, and those of its own templates and of groups above. */
export async function kindsOf({ org, db }: Scope, path: readonly string[]): Promise<Kind[]> {
  const { rows } = await sql<Kind>`
    select t.id::text as kind, t.name from templates t
    where t.org_id = ${org} and t.group_id = any(${path}::uuid[]) and t.version > 0 and t.archived_at is null
    order by lower(t.name), t.id limit 100`.execute(db)
  return [...contentKinds.map((kind) => ({ kind, name: null })), ...rows]
}
