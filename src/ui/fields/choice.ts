import type { ReactNode } from 'react'

/** One thing that can be chosen. */
export interface Choice<Id extends string = string> {
  id: Id
  label: string
  hint?: string | undefined
  /** An avatar, an emblem or an icon in front. */
  before?: ReactNode
  isDisabled?: boolean
}

/** A choice as a list holds it: the chosen one stays known to the list while other things are searched. */
export interface ListedChoice extends Choice {
  isHidden?: boolean
}

/** The choices found, and the chosen one out of sight when it is not among them. */
export function listed(found: readonly Choice[], chosen: Choice | null): readonly ListedChoice[] {
  const isThere = !chosen || found.some(({ id }) => id === chosen.id)
  return isThere ? found : [...found, { ...chosen, isHidden: true, isDisabled: true }]
}
