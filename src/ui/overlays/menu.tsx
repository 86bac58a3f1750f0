import type { LucideIcon } from 'lucide-react'
import { lazy, type ReactElement } from 'react'
import { Opener } from './opener.tsx'
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

const load = () => import('./menu-list.tsx')
const MenuList = lazy(load)

/** A list of things to do. */
export function Menu({ trigger, items = [], groups, placement = 'bottom end' }: MenuProps) {
  return (
    <Opener trigger={trigger} popup="menu" preload={load}>
      {(opened) => <MenuList {...opened} placement={placement} groups={groups ?? [{ id: 'all', items }]} />}
    </Opener>
  )
}
