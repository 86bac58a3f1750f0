import { sql } from 'kysely'
import { groupVisible } from '#people'
import type { Scope } from '#platform/scope'
import { phrasesIn, type Text } from './phrases.ts'

/** So many of the newest titles are looked at: what was spoken of years ago is no proposal. */
const newest = 500
const most = 20

/**
 * What the titles of needs and courses that the reader may see speak of and that is no topic's name yet. Small words are
 * those of the organization's language, as PostgreSQL knows them.
 */
export async function proposeTopics(scope: Scope) {
  const seen = sql`join groups g on g.org_id = o.org_id and g.id = o.group_id and ${groupVisible(scope, 'g')}`
  const { rows } = await sql<Text>`
    with language as (select case locale when 'fr' then 'french' else 'english' end::regconfig as config
      from organizations where org_id = ${scope.org}),
    titles as (
      (select o.id, o.title as words, o.raised_at as at from needs o ${seen} where o.org_id = ${scope.org}
        order by o.raised_at desc limit ${newest})
      union all
      (select o.course_id, o.words, null from evidence_courses o ${seen} where o.org_id = ${scope.org}
        order by o.course_id desc limit ${newest}))
    select id, json_agg(json_build_object('word', d.token, 'stem', d.lexemes[1]) order by d.ordinality)
      filter (where d.alias <> 'blank') as tokens
    from titles, language, lateral ts_debug(language.config, titles.words) with ordinality d group by id`.execute(
    scope.db,
  )
  // A word by itself is too often none that anybody would look for: “without”, “read”.
  const found = phrasesIn(rows, most * 10).filter(({ key }) => key.includes(' '))
  const phrases = await notYetTopics(scope, found)
  return { items: phrases.slice(0, most).map(({ name, texts }) => ({ name, titles: texts.size })) }
}

/** Those phrases whose words are not already a topic's. */
async function notYetTopics<One extends { name: string }>(scope: Scope, phrases: readonly One[]) {
  const { rows } = await sql<{ name: string }>`
    select name from unnest(${phrases.map(({ name }) => name)}::text[]) name
    where not exists (select from topic_words w where w.org_id = ${scope.org} and w.stems = stems_of(name))`.execute(
    scope.db,
  )
  const free = new Set(rows.map(({ name }) => name))
  return phrases.filter(({ name }) => free.has(name))
}
