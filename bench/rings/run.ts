import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Thankful, thankful } from '#test/thankful.ts'
import { type Background, readBackgrounds } from './background.ts'
import { efforts, lookIn, pairSizes, timeOf } from './measure.ts'
import { report, type Seen } from './report.ts'

/** Members of an organization that is made up, and how many of that size are. */
const sizes = [
  [200, 40],
  [1_000, 20],
  [10_000, 2],
] as const
/** Seeds up to this were used to choose the settings. */
const seen = 300
/** How often rings are planted in each year of a community. */
const plantings = 10

const { values } = parseArgs({
  options: { data: { type: 'string', default: '../shared/data/interactions' } },
})

type Bases = readonly (readonly [Thankful, number])[]
const organizations = (members: number, count: number): Bases =>
  Array.from({ length: count }, (_, at) => [thankful(members, seen + at + 1), seen + at + 1] as const)

function look(name: string, bases: Bases, honest: Bases): Seen {
  const rings = efforts.map((effort) => lookIn(bases, effort))
  console.log(`${name}: ${rings.map(({ hit, planted }) => (hit / planted).toFixed(2)).join(' ')}`)
  return { name, times: bases.length, honest: lookIn(honest, null), rings }
}

const made = sizes.map(([members, count]) => {
  const bases = organizations(members, count)
  return look(`${members} members`, bases, bases)
})
const ofThousand = organizations(1_000, 20)
const pairs = efforts.map((effort) => lookIn(ofThousand, effort, pairSizes))
const lookAt = (base: Background) =>
  look(
    base.name,
    Array.from({ length: plantings }, (_, at) => [base, seen + at + 1] as const),
    [[base, 0]],
  )
const communities = existsSync(values.data) ? readBackgrounds(values.data).map(lookAt) : []
if (communities.length === 0) console.log(`Skipped: ${values.data} is not there.`)
const times = [10_000, 100_000].map(timeOf)
report({ efforts, made, communities, pairs, times, from: values.data })
console.log('BENCHMARKS.md has the tables.')
