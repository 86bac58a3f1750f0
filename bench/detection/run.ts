import { parseArgs } from 'node:util'
import { writePart } from '../parts.ts'
import { judge } from './judged.ts'
import { judgeOnTopics } from './on-topics.ts'
import { findPlanted } from './planted.ts'
import { report } from './report.ts'
import { readSets } from './sets.ts'

/** Members of an organization that is made up, and how many of that size are. */
const plantedSizes = [
  [1_000, 20],
  [10_000, 5],
  [100_000, 2],
  [1_000_000, 1],
] as const

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data/interactions' },
    rounds: { type: 'string', default: '1000' },
  },
})
const rounds = Number(values.rounds)
if (!Number.isInteger(rounds) || rounds < 20)
  throw new Error('--rounds is a whole number of draws, 20 or more.')
const read = readSets(values.data)
const onTopics = read.flatMap((set) => judgeOnTopics(set) ?? [])
const sets = read.map((set) => {
  const judged = judge(set, rounds)
  console.log(`${set.name}: ${judged.quality.map(({ ndcg }) => ndcg.toFixed(3)).join(' ')}`)
  return judged
})
const found = plantedSizes.map(([members, organizations]) => {
  const one = findPlanted(members, organizations)
  console.log(`${members} members: ${one.precision.toFixed(3)} in ${one.seconds.toFixed(1)} s`)
  return one
})
writePart('bench:detection', report(sets, found, onTopics, { rounds, from: values.data }))
console.log('BENCHMARKS.md has the tables.')
