import type { z } from 'zod'
import type { getNetwork } from '#leader/network.contract.ts'
import { seeded } from '#platform/seeded'

const groupSize = 200
const colours = ['pine', 'amber', 'slate', 'plum', 'moss', 'sea', 'clay', 'ochre']
const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

/** Links that are made up, each between another two: few help most, and seven of ten are helped within their group. */
function madeUpLinks(people: number, links: number) {
  const random = seeded(1)
  const acts = new Map<number, number>()
  while (acts.size < links) {
    const from = (Math.floor(people * random() ** 2.9) * 7919) % people
    const near = from - (from % groupSize) + Math.floor(random() * groupSize)
    const to = random() < 0.7 ? near : Math.floor(random() * people)
    if (to < people && to !== from) acts.set(from * people + to, 1 + Math.floor(random() ** 4 * 8))
  }
  return [...acts].sort(([, a], [, b]) => b - a)
}

/** A picture as the server answers it, the same each time. */
export function madeUpNetwork(people: number, links: number): z.output<(typeof getNetwork)['returns']> {
  const made = madeUpLinks(people, links)
  const groupId = idOf(999_999)
  const numbers = Array.from({ length: people }, (_, one) => one)
  return {
    ...{
      groupId,
      groups: [{ id: groupId, name: 'Everybody' }],
      isOn: true,
      fewest: { told: 3, shown: 5 },
      since: '2025-12-01',
      isCapped: true,
    },
    homes: Array.from({ length: Math.ceil(people / groupSize) }, (_, one) => ({
      ...{
        id: idOf(500_000 + one),
        name: `Group ${one + 1}`,
        colour: colours[one % colours.length] as string,
        glyph: '',
      },
    })),
    people: {
      ids: numbers.map(idOf),
      names: numbers.map((one) => `Member ${one + 1}`),
      home: numbers.map((one) => Math.floor(one / groupSize)),
    },
    links: {
      from: made.map(([pair]) => Math.floor(pair / people)),
      to: made.map(([pair]) => pair % people),
      acts: made.map(([, acts]) => acts),
      first: made.map(() => 660),
      last: made.map((_, at) => 660 + (at % 12)),
    },
  }
}
