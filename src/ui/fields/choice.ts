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
