import type { HelpGraph } from './help-graph.ts'

/** The group that each member works in, by number; less than 0 for none. */
export type Groups = ArrayLike<number>

/** How much of the help given to one of so many others of one's own group comes back as a matter of course. */
const comesBackAmong = (others: number): number => 2 / (others + 3)

/** In how large a group each member works, themselves counted. */
function sizesOf(groups: Groups): Map<number, number> {
  const sizes = new Map<number, number>()
  for (const group of Array.from(groups)) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  return sizes
}

/**
 * How much help comes back beyond what comes back among colleagues anyway. Who works with two others is who they can turn
 * to: some of what one gives them returns without anybody meaning it to, and the more so the fewer they are. It is taken
 * off between members of one group alone, and depends on how many they are, not on what anybody did: one more act never
 * lowers a score by it. Changes `back` itself.
 */
export function takeOffUsual(back: Float32Array, { out }: HelpGraph, groups: Groups): Float32Array {
  const sizes = sizesOf(groups)
  for (let member = 0; member + 1 < out.from.length; member += 1) {
    const group = groups[member] as number
    if (group < 0) continue
    const usual = comesBackAmong((sizes.get(group) as number) - 1)
    for (let pair = out.from[member] as number; pair < (out.from[member + 1] as number); pair += 1)
      if (groups[out.to[pair] as number] === group) back[pair] = Math.max(0, (back[pair] as number) - usual)
  }
  return back
}
