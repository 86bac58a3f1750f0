import { sql } from 'kysely'
import type { Quiet } from '#platform/scope'
import { readTopicWords, textOfCourse, textOfNeed } from '../topics/texts.ts'
import type { Abouts } from './abouts.ts'

/** The topics that stand, numbered from 1, and of which of them each need and course is. */
export interface Topics {
  ids: string[]
  bySubject: Map<string, number>
  /** Of which a text is, from its stems; 0 for none. */
  ofStems: (stems: readonly string[]) => number
}

export async function readTopics(scope: Quiet): Promise<Topics> {
  const { org, db } = scope
  const { ids, match } = await readTopicWords(scope)
  const numbers = new Map(ids.map((id, number) => [id, number + 1]))
  const ofStems = (stems: readonly string[]) => numbers.get(match(stems) ?? '') ?? 0
  if (ids.length === 0) return { ids, bySubject: new Map(), ofStems }
  const { rows } = await sql<{ of: string; stems: string[] }>`
    select n.id as of, stems_of(${textOfNeed}) as stems from needs n where n.org_id = ${org}
    union all
    select c.course_id, stems_of(${textOfCourse}) from evidence_courses c where c.org_id = ${org}`.execute(db)
  const bySubject = new Map<string, number>()
  for (const { of, stems } of rows) {
    const topic = ofStems(stems)
    if (topic > 0) bySubject.set(of, topic)
  }
  return { ids, bySubject, ofStems }
}

const atOnce = 5000

/** Of which topic each thing is that signals are about, by its number; 0 for none. */
export async function topicsOfAbouts({ db }: Quiet, topics: Topics, abouts: Abouts): Promise<Uint16Array> {
  const of = new Uint16Array(abouts.size())
  if (topics.ids.length === 0) return of
  for (const [number, subject] of abouts.subjects()) of[number] = topics.bySubject.get(subject) ?? 0
  const tags = [...abouts.tags()]
  for (let start = 0; start < tags.length; start += atOnce) {
    const those = tags.slice(start, start + atOnce)
    const { rows } = await sql<{ stems: string[] }>`select stems_of(tag) as stems
      from unnest(${those.map(([, tag]) => tag)}::text[]) with ordinality t (tag, place) order by place`.execute(
      db,
    )
    for (const [at, { stems }] of rows.entries()) of[those[at]?.[0] ?? 0] = topics.ofStems(stems)
  }
  return of
}
