import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Quiet, Scope } from '#platform/scope'
import { dayOf } from '../detection/read.ts'
import { readTopicWords } from '../topics/texts.ts'

/** Too short to mean anything. */
const shortest = 3

/**
 * Keeps that the actor looked for something and found nothing: once a day each, and not who they are. So that one person
 * counts as one for a month, they are told apart by a digest, which is read back as nobody and forgotten in half a year.
 */
export async function keepMiss(scope: Scope, said: string): Promise<void> {
  const words = said.toLowerCase().replace(/\s+/g, ' ').trim()
  if (words.length < shortest) return
  const [{ match }, { rows }] = await Promise.all([
    readTopicWords(scope),
    sql<{ stems: string[] }>`select stems_of(${words}) as stems`.execute(scope.db),
  ])
  const month = scope.now.toISOString().slice(0, 7)
  const asker = createHash('sha256').update(`${scope.org} ${scope.actor.id} ${month}`).digest('base64url')
  await scope.db
    .insertInto('searchMisses')
    .values({ orgId: scope.org, words, day: dayOf(scope.now), asker, topicId: match(rows[0]?.stems ?? []) })
    .onConflict((known) => known.doNothing())
    .execute()
}

/** Says anew of which topic each of them is: topics may have come, gone or got other words since. */
export async function retellMisses(scope: Quiet): Promise<void> {
  const { match } = await readTopicWords(scope)
  const { rows } = await sql<{ words: string; stems: string[] }>`
    select words, stems_of(words) as stems from (select distinct words from search_misses where org_id = ${scope.org}) w`.execute(
    scope.db,
  )
  const told = rows.map(({ words, stems }) => ({ words, topicId: match(stems) }))
  await sql`update search_misses s set topic_id = told."topicId"
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as told (words text, "topicId" uuid)
    where s.org_id = ${scope.org} and s.words = told.words and s.topic_id is distinct from told."topicId"`.execute(
    scope.db,
  )
}
