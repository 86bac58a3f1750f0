import type { LucideIcon } from 'lucide-react'
import type { ReactElement } from 'react'
import type { Placement } from './placement.ts'

/** One line of a menu: it does something (`onAction`) or leads somewhere (`href`). */
export interface MenuAction {
  id: string
  label: string
  icon?: LucideIcon
  hint?: string
  /** The keys that do the same, as for useShortcut. */
  keys?: string
  onAction?: () => void
  href?: string
  isDanger?: boolean
  isDisabled?: boolean
}

/** Lines that belong together, under a title when there is one. */
export interface MenuGroup {
  id: string
  title?: string
  items: readonly MenuAction[]
}

export interface MenuProps {
  /** The button that opens it. */
  trigger: ReactElement
  items?: readonly MenuAction[]
  groups?: readonly MenuGroup[]
  placement?: Placement
}
