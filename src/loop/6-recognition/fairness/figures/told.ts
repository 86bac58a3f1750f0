import type { Fewest } from '#leader/fewest.contract.ts'

/** A group in the tree of groups, with how many people work in it or below. */
export interface Node {
  id: string
  parentId: string | null
  size: number
}

/**
 * The groups of which figures may be told: those with enough people, and where what is left of the group above without
 * them is of enough people too, or of nobody. No difference between figures that are told is about fewer: where the rest
 * is too few, the smallest of a level is not told either (secondary suppression: Cox 1980).
 */
export function groupsTold(groups: readonly Node[], { told: fewest, shown }: Fewest): Set<string> {
  const below = Map.groupBy(groups, ({ parentId }) => parentId)
  const told = new Set<string>()
  const enter = (group: Node) => {
    told.add(group.id)
    const parts = (below.get(group.id) ?? [])
      .filter(({ size }) => size >= shown)
      .sort((a, b) => b.size - a.size || (a.id < b.id ? -1 : 1))
    let rest = group.size - parts.reduce((sum, { size }) => sum + size, 0)
    while (rest > 0 && rest < fewest && parts.length > 0) rest += (parts.pop() as Node).size
    for (const part of parts) enter(part)
  }
  for (const top of below.get(null) ?? []) if (top.size >= shown) enter(top)
  return told
}
