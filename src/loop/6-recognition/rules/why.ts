import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import { findThings, type Titled } from './things.ts'

type About = Record<string, string>
interface Why {
  rule: { id: string; name: string } | null
  course: Titled | null
  need: Titled | null
}

/** By which rule something was given, as it was called then, and for what, as far as the reader may see that. */
export async function findWhy(scope: Scope, all: readonly About[]): Promise<(about: About) => Why> {
  const versions = all.flatMap(({ ruleId, version }) => (ruleId && version ? [`${ruleId} ${version}`] : []))
  const [thingsOf, { rows }] = await Promise.all([
    findThings(scope, all),
    sql<{ asked: string; id: string; name: string }>`
      select asked.words as asked, v.rule_id as id, v.name from unnest(${[...new Set(versions)]}::text[]) asked (words)
      join rule_versions v on v.org_id = ${scope.org} and v.rule_id = split_part(asked.words, ' ', 1)::uuid
        and v.number = split_part(asked.words, ' ', 2)::int`.execute(scope.db),
  ])
  const rules = new Map(rows.map(({ asked, id, name }) => [asked, { id, name }]))
  return (about) => ({ rule: rules.get(`${about.ruleId} ${about.version}`) ?? null, ...thingsOf(about) })
}
