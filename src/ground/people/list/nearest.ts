/**
 * How many letters have to be changed, added, left out or swapped with their neighbour to make one word of the other
 * (Damerau 1964, each place touched once).
 */
function distance(one: string, other: string): number {
  let before: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)
      const isSwapped = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      const swap = i > 1 && j > 1 && isSwapped ? (before[j - 2] ?? 0) + 1 : change
      next.push(Math.min(change, swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    before = row
    row = next
  }
  return row[other.length] ?? 0
}

/** The known word that was probably meant: at most a third of its letters differ, or it begins the same. */
export function nearest(word: string, known: readonly string[]): string | null {
  const asked = word.slice(0, 80)
  if (asked === '') return null
  const ranked = known
    .map((one) => ({ one, far: one.startsWith(asked) || asked.startsWith(one) ? 1 : distance(asked, one) }))
    .sort((a, b) => a.far - b.far || a.one.localeCompare(b.one))
  const [best] = ranked
  return best && best.far <= Math.max(1, Math.floor(best.one.length / 3)) ? best.one : null
}
