/** What a layout is made from; the numbers of one link stand in the same place of `from`, `to`. */
export interface ToLayOut {
  home: readonly number[]
  homes: number
  from: readonly number[]
  to: readonly number[]
  /** Whoever weighs most stands in the middle of their group. */
  weights: Float32Array
}

export interface Layout {
  /** x and y of each, by turns. */
  at: Float32Array
  /** x, y and radius of each group, by turns. */
  discs: Float32Array
}

const golden = Math.PI * (3 - Math.sqrt(5))
const rounds = 240

/** Disc by disc, the greatest first, on a spiral: a start from which nothing has to go far. */
function spiralOf(sizes: readonly number[]): Float32Array {
  const discs = new Float32Array(sizes.length * 3)
  const order = [...sizes.keys()].sort((a, b) => (sizes[b] as number) - (sizes[a] as number) || a - b)
  let area = 0
  for (const [turn, one] of order.entries()) {
    const radius = Math.sqrt((sizes[one] as number) + 0.6)
    area += radius * radius * 2
    const away = turn === 0 ? 0 : Math.sqrt(area)
    discs.set([away * Math.cos(turn * golden), away * Math.sin(turn * golden), radius], one * 3)
  }
  return discs
}

/** How much help there is between two groups, whichever way, against the most that there is. */
function pullsOf({ home, homes, from, to }: ToLayOut): { pairs: [number, number][]; pull: number[] } {
  const counts = new Map<number, number>()
  for (const [at, one] of from.entries()) {
    const [a, b] = [home[one] as number, home[to[at] as number] as number]
    if (a !== b) {
      const pair = Math.min(a, b) * homes + Math.max(a, b)
      counts.set(pair, (counts.get(pair) ?? 0) + 1)
    }
  }
  const most = Math.max(1, ...counts.values())
  return {
    pairs: [...counts.keys()].map((pair) => [Math.floor(pair / homes), pair % homes]),
    pull: [...counts.values()].map((count) => Math.sqrt(count / most)),
  }
}

/** Groups that help each other are drawn together, all of them to the middle, and none over another. */
function settle(discs: Float32Array, { pairs, pull }: ReturnType<typeof pullsOf>): void {
  const count = discs.length / 3
  const gap = 1.25
  const move = (one: number, x: number, y: number) => {
    discs[one * 3] = (discs[one * 3] as number) + x
    discs[one * 3 + 1] = (discs[one * 3 + 1] as number) + y
  }
  const between = (a: number, b: number): [x: number, y: number, far: number, near: number] => {
    const x = (discs[b * 3] as number) - (discs[a * 3] as number)
    const y = (discs[b * 3 + 1] as number) - (discs[a * 3 + 1] as number)
    const near = ((discs[a * 3 + 2] as number) + (discs[b * 3 + 2] as number)) * gap + 1
    return [x, y, Math.hypot(x, y) || 1e-3, near]
  }
  for (let round = 0; round < rounds; round += 1) {
    const heat = 0.08 * (1 - round / rounds)
    for (const [at, [a, b]] of pairs.entries()) {
      const [x, y, far, near] = between(a, b)
      const by = far > near ? heat * (pull[at] as number) * (1 - near / far) : 0
      move(a, x * by, y * by)
      move(b, -x * by, -y * by)
    }
    for (let a = 0; a < count; a += 1) {
      move(a, (discs[a * 3] as number) * -heat * 0.25, (discs[a * 3 + 1] as number) * -heat * 0.25)
      for (let b = a + 1; b < count; b += 1) {
        const [x, y, far, near] = between(a, b)
        if (far >= near) continue
        const by = ((near - far) / far) * 0.5
        move(a, -x * by, -y * by)
        move(b, x * by, y * by)
      }
    }
  }
}

/**
 * Where everybody stands: the people of a group in one disc, whoever helps most in its middle, groups that help each other
 * side by side. The same picture is laid out the same way each time.
 */
export function layOut(given: ToLayOut): Layout {
  const { home, homes, weights } = given
  const members: number[][] = Array.from({ length: homes }, () => [])
  for (const [one, place] of home.entries()) members[place]?.push(one)
  const discs = spiralOf(members.map(({ length }) => length))
  settle(discs, pullsOf(given))
  const at = new Float32Array(home.length * 2)
  for (const [place, those] of members.entries()) {
    those.sort((a, b) => (weights[b] as number) - (weights[a] as number) || a - b)
    for (const [turn, one] of those.entries()) {
      const away = turn === 0 ? 0 : Math.sqrt(turn + 0.3)
      at[one * 2] = (discs[place * 3] as number) + away * Math.cos(turn * golden)
      at[one * 2 + 1] = (discs[place * 3 + 1] as number) + away * Math.sin(turn * golden)
    }
  }
  return { at, discs }
}
