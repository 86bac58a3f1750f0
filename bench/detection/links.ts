import type { Known, Method } from './protocol.ts'

/** Who was helped by whom, once for each pair: rows are those who asked. */
function helpersOf({ helps, members }: Known): Map<number, Map<number, number>> {
  const rows = new Map<number, Map<number, number>>()
  for (const { by, to } of helps) {
    if (by < 0 || to < 0 || by === to || by >= members) continue
    const row = rows.get(to) ?? new Map<number, number>()
    row.set(by, (row.get(by) ?? 0) + 1)
    rows.set(to, row)
  }
  return rows
}

const damping = 0.85
const rounds = 100

/** PageRank from who asks to who answers (Zhang, Ackerman, Adamic 2007). */
export const expertiseRank: Method = (known) => {
  const rows = helpersOf(known)
  let rank = new Float64Array(known.members).fill(1)
  for (let round = 0; round < rounds; round += 1) {
    const next = new Float64Array(known.members).fill(1 - damping)
    for (const [asker, row] of rows)
      for (const helper of row.keys())
        next[helper] = (next[helper] ?? 0) + (damping * (rank[asker] ?? 0)) / row.size
    rank = next
  }
  return rank
}

/** HITS (Kleinberg 1999): good authorities answer good hubs, each answer counted. */
export const hitsAuthority: Method = (known) => {
  const rows = helpersOf(known)
  const hubs = new Float64Array(known.members).fill(1)
  let authorities = new Float64Array(known.members)
  for (let round = 0; round < rounds; round += 1) {
    authorities = new Float64Array(known.members)
    for (const [asker, row] of rows)
      for (const [helper, times] of row)
        authorities[helper] = (authorities[helper] ?? 0) + times * (hubs[asker] ?? 0)
    const scale = Math.hypot(...authorities) || 1
    authorities = authorities.map((value) => value / scale)
    hubs.fill(0)
    for (const [asker, row] of rows)
      for (const [helper, times] of row) hubs[asker] = (hubs[asker] ?? 0) + times * (authorities[helper] ?? 0)
    const size = Math.hypot(...hubs) || 1
    for (const [index, value] of hubs.entries()) hubs[index] = value / size
  }
  return authorities
}
