/** What happened in periods of equal length, counted back: 0 is the last one, 1 the one before it. */
export interface Periods {
  members: number
  /** The group that each works in, by number. */
  groups: ArrayLike<number>
  /** Who was thanked in which period, each once. */
  thanked: { member: readonly number[]; period: readonly number[] }
  /** Who contributed how often in which period. */
  acts: { member: readonly number[]; period: readonly number[]; count: readonly number[] }
  /** From the outcome of period 0 back to what was done in this one. */
  last: number
}

/** How much more often those contributed who had been thanked, against others who had not. */
export interface Effect {
  /** Different people who were thanked and have somebody to be held against, and those whom they are held against. */
  thanked: number
  compared: number
  /** What each contributed in the period after, in the middle. */
  after: number
  without: number
  difference: number
  /** Between what it lies in 95 of 100 cases, had chance sent other people. */
  low: number
  high: number
}

/** So many periods before, nobody had thanked them, and so long what they did says how active they were. */
export const before = 3

const bins = 4
const binOf = (count: number): number => (count === 0 ? 0 : count <= 2 ? 1 : count <= 5 ? 2 : 3)

/** A table of members and periods. */
function table({ members, last }: Periods) {
  const width = last + 1
  const values = new Uint16Array(members * width)
  return {
    at: (member: number, period: number) => (period > last ? 0 : (values[member * width + period] as number)),
    add: (member: number, period: number, count: number) => {
      if (period >= 0 && period <= last)
        values[member * width + period] = (values[member * width + period] as number) + count
    },
  }
}

interface Case {
  member: number
  after: number
}

/** By group, period and how active they were: those who were thanked then, for the first time in a while, and those who were not. */
function strataOf(periods: Periods): { thanked: Case[]; others: Case[] }[] {
  const [thanks, acts] = [table(periods), table(periods)]
  for (const [at, member] of periods.thanked.member.entries())
    thanks.add(member, periods.thanked.period[at] as number, 1)
  for (const [at, member] of periods.acts.member.entries())
    acts.add(member, periods.acts.period[at] as number, periods.acts.count[at] as number)
  const strata = new Map<number, { thanked: Case[]; others: Case[] }>()
  for (let period = 1; period + before <= periods.last; period += 1)
    for (let member = 0; member < periods.members; member += 1) {
      let [former, lately] = [0, 0]
      for (let ago = 1; ago <= before; ago += 1) {
        former += acts.at(member, period + ago)
        lately += thanks.at(member, period + ago)
      }
      if (lately > 0) continue
      const key = ((periods.groups[member] as number) * (periods.last + 1) + period) * bins + binOf(former)
      const stratum = strata.get(key) ?? { thanked: [], others: [] }
      const one = { member, after: acts.at(member, period - 1) }
      if (thanks.at(member, period) > 0) stratum.thanked.push(one)
      else stratum.others.push(one)
      strata.set(key, stratum)
    }
  return [...strata.values()].filter(({ thanked, others }) => thanked.length > 0 && others.length > 0)
}

const meanOf = (cases: readonly { after: number }[]) =>
  cases.reduce((sum, { after }) => sum + after, 0) / cases.length

/**
 * Holds those who were thanked in a period, and had not been in three before, against those of their group who were not,
 * and had contributed about as often in these three (coarsened exact matching: Iacus, King, Porro 2012): by how much more
 * often they contribute in the period after. The interval counts a member once, however often they were thanked
 * (Liang, Zeger 1986). It is what goes together, not what causes what: who is about to do more may be thanked for it.
 * Null where nobody can be held against anybody.
 */
export function effectOf(periods: Periods): Effect | null {
  const strata = strataOf(periods)
  const cases = strata.flatMap(({ thanked, others }) => {
    const without = meanOf(others)
    return thanked.map(({ member, after }) => ({ member, after, without }))
  })
  if (cases.length === 0) return null
  const [after, without] = [meanOf(cases), meanOf(cases.map((one) => ({ after: one.without })))]
  const difference = after - without
  const byMember = new Map<number, number>()
  for (const one of cases)
    byMember.set(one.member, (byMember.get(one.member) ?? 0) + one.after - one.without - difference)
  const squares = [...byMember.values()].reduce((sum, value) => sum + value * value, 0)
  const half = (1.96 * Math.sqrt(squares)) / cases.length
  const compared = new Set(strata.flatMap(({ others }) => others.map(({ member }) => member)))
  return {
    ...{ thanked: byMember.size, compared: compared.size, after, without, difference },
    ...{ low: difference - half, high: difference + half },
  }
}
