/** Links between people who are numbered from 0. */
export interface Ends {
  from: readonly number[]
  to: readonly number[]
}

/**
 * Who may be told by name: those who are linked with so many others at least, whichever of both helped and however often.
 * Of fewer links it is never more: whom a narrower picture tells, the wider one does. Answers a 1 for each who is told.
 */
export function toldOf(people: number, { from, to }: Ends, least: number): Uint8Array {
  const pairs = Float64Array.from(from, (one, at) => {
    const other = to[at] as number
    return Math.min(one, other) * people + Math.max(one, other)
  }).sort()
  const partners = new Int32Array(people)
  for (const [at, pair] of pairs.entries()) {
    const [one, other] = [Math.floor(pair / people), pair % people]
    if (one === other || pair === pairs[at - 1]) continue
    for (const end of [one, other]) partners[end] = (partners[end] as number) + 1
  }
  return Uint8Array.from(partners, (count) => (count >= least ? 1 : 0))
}
