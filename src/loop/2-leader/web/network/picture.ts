import type { z } from 'zod'
import type { getNetwork, getNetworkOfGroups } from '../../network.contract.ts'

type OfPeople = z.output<(typeof getNetwork)['returns']>
type OfGroups = z.output<(typeof getNetworkOfGroups)['returns']>
type Home = OfPeople['homes'][number]

/** What is drawn and stands in the tables: people or groups, and the help between them, column by column. */
export interface Picture {
  kind: 'people' | 'groups'
  ids: readonly string[]
  names: readonly string[]
  /** The group that each stands in, by its place among `homes`. */
  home: readonly number[]
  homes: readonly Home[]
  from: readonly number[]
  to: readonly number[]
  /** Acts of help; between groups the least that there were. */
  acts: readonly number[]
  /** Months since January 1970; between groups they are not told. */
  first: readonly number[] | null
  last: readonly number[] | null
  /** How many others each helps, and learns from. */
  helps: Int32Array
  learns: Int32Array
}

type Links = Pick<Picture, 'from' | 'to'>

function countsOf(nodes: number, { from, to }: Links) {
  const [helps, learns] = [new Int32Array(nodes), new Int32Array(nodes)]
  for (const [at, one] of from.entries()) {
    const other = to[at] as number
    if (one === other) continue
    helps[one] = (helps[one] as number) + 1
    learns[other] = (learns[other] as number) + 1
  }
  return { helps, learns }
}

export function pictureOfPeople({ people, links, homes }: OfPeople): Picture {
  return { kind: 'people', ...people, homes, ...links, ...countsOf(people.ids.length, links) }
}

export function pictureOfGroups({ homes, flows }: OfGroups): Picture {
  return {
    kind: 'groups',
    ids: homes.map(({ id }) => id),
    names: homes.map(({ name }) => name),
    home: homes.map((_, place) => place),
    homes,
    ...{ from: flows.from, to: flows.to, acts: flows.least, first: null, last: null },
    ...countsOf(homes.length, flows),
  }
}

/** How big one is drawn, 0 to 1: by how many others they helped. */
export function weightsOf({ helps }: Picture): Float32Array {
  const most = helps.reduce((so, one) => Math.max(so, one), 1)
  return Float32Array.from(helps, (one) => Math.sqrt(one / most))
}
