import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import { type Asked, enterNetwork, pairsOf, peopleOf, readHomes } from './enter.ts'
import { mostLinks } from './steps.ts'
import { toldOf } from './told.ts'

/** Links as they are read: columns side by side, for there may be many. */
interface Links {
  from: number[]
  to: number[]
  acts: number[]
  first: number[]
  last: number[]
}

const none: Links = { from: [], to: [], acts: [], first: [], last: [] }

/**
 * Who learns from whom in a group, for those to whom the organization shows it. Of whom it tells by name are those who
 * helped, or were helped by, enough others of the picture; of anybody else it tells nothing, not even how many.
 */
export async function getNetwork(scope: Scope, asked: Asked) {
  const { shown, window } = await enterNetwork(scope, asked)
  if (!shown.isOn)
    return {
      ...shown,
      since: null,
      homes: [],
      isCapped: false,
      people: { ids: [], names: [], home: [] },
      links: none,
    }
  const pairs = await pairsOf(scope, window, asked.topicId)
  const { links, isCapped, ids } = await readLinks(scope, shown.groupId, pairs)
  const told = toldOf(ids.length, links, shown.fewest.told)
  const people = await readPeople(
    scope,
    shown.groupId,
    ids.filter((_, one) => told[one]),
  )
  const { homes, places } = await readHomes(
    scope,
    people.map(({ home }) => home),
  )
  const placeOf = new Map(people.map(({ id }, place) => [id, place]))
  return {
    ...shown,
    ...{ homes, isCapped },
    people: {
      ids: people.map(({ id }) => id),
      names: people.map(({ name }) => name),
      home: people.map(({ home }) => places.get(home) ?? 0),
    },
    links: between(
      links,
      ids.map((id) => placeOf.get(id) ?? -1),
    ),
  }
}

/** The links between those who have a place, by their places. */
function between(links: Links, places: readonly number[]): Links {
  const placeOf = (one: number | undefined) => places[one as number] as number
  const those = [...links.from.keys()].filter(
    (at) => placeOf(links.from[at]) >= 0 && placeOf(links.to[at]) >= 0,
  )
  const column = (name: keyof Links) => those.map((at) => links[name][at] as number)
  return {
    from: column('from').map(placeOf),
    to: column('to').map(placeOf),
    ...{ acts: column('acts'), first: column('first'), last: column('last') },
  }
}

type Sql = ReturnType<typeof sql>

const monthOf = (at: Sql) =>
  sql`((extract(year from ${at} at time zone 'UTC') - 1970) * 12 + extract(month from ${at} at time zone 'UTC') - 1)::int`

/** The heaviest links between members of a group who take part, by the places of their ids. */
async function readLinks(scope: Scope, groupId: string, pairs: Sql) {
  type Columns = { from: string[]; to: string[] } & Pick<Links, 'acts' | 'first' | 'last'>
  const { rows } = await sql<{ [Name in keyof Columns]: Columns[Name] | null }>`
    with people as materialized (${peopleOf(scope, groupId)}),
    links as (select * from (${pairs}) pairs
      order by acts desc, last desc, helper_id, helped_id limit ${mostLinks + 1})
    select json_agg(helper_id) as "from", json_agg(helped_id) as "to", json_agg(acts) as acts,
      json_agg(${monthOf(sql`first`)}) as first, json_agg(${monthOf(sql`last`)}) as last from links`.execute(
    scope.db,
  )
  const [read] = rows
  const column = <Name extends keyof Columns>(name: Name) =>
    (read?.[name] ?? []).slice(0, mostLinks) as Columns[Name]
  const [from, to] = [column('from'), column('to')]
  const ids = [...new Set([...from, ...to])].sort()
  const places = new Map(ids.map((id, place) => [id, place]))
  const placed = (those: string[]) => those.map((id) => places.get(id) as number)
  const links: Links = {
    ...{ from: placed(from), to: placed(to) },
    ...{ acts: column('acts'), first: column('first'), last: column('last') },
  }
  return { links, isCapped: (read?.from?.length ?? 0) > mostLinks, ids }
}

/** Those of some members who are still here and take part, and where they stand. */
async function readPeople(scope: Scope, groupId: string, ids: readonly string[]) {
  const { rows } = await sql<{ id: string; name: string; home: string }>`
    select id, name, home from (${peopleOf(scope, groupId)}) people
    where id = any(${[...ids]}::uuid[]) order by id`.execute(scope.db)
  return rows
}
