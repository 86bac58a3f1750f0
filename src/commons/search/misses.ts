import { keepMiss } from '#leader'
import type { Scope } from '#platform/scope'
import { search } from './search.ts'

/** What somebody looked for in vain is what the organization does not know yet, unless there is something to find. */
export async function reportMiss(scope: Scope, words: string): Promise<void> {
  const { items } = await search(scope, { q: words })
  if (items.length === 0) await keepMiss(scope, words)
}
