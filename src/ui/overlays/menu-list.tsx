import type { LucideIcon } from 'lucide-react'
import type { ReactElement } from 'react'
import { Header } from 'react-aria-components/Header'
import { Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu'
import { Popover, type PopoverProps } from 'react-aria-components/Popover'
import { Text } from 'react-aria-components/Text'
import { Kbd } from '../display/kbd.tsx'

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
  placement?: NonNullable<PopoverProps['placement']>
}

/** A list of things to do. */
export function Menu({ trigger, items, groups, placement = 'bottom end' }: MenuProps) {
  const all = groups ?? [{ id: 'all', items: items ?? [] }]
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="ui-popover" placement={placement} offset={4} containerPadding={8}>
        <AriaMenu className="ui-menu">{all.map(Group)}</AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

function Group(group: MenuGroup) {
  return (
    <MenuSection
      key={group.id}
      id={group.id}
      className="ui-menu-group"
      {...(group.title ? {} : { 'aria-label': group.items.map(({ label }) => label).join(', ') })}
    >
      {group.title && <Header className="ui-menu-title">{group.title}</Header>}
      {group.items.map(Line)}
    </MenuSection>
  )
}

function Line(item: MenuAction) {
  const { id, label, icon: Icon, hint, keys, onAction, href, isDanger, isDisabled = false } = item
  return (
    <MenuItem
      key={id}
      id={id}
      textValue={label}
      isDisabled={isDisabled}
      className="ui-choice ui-menu-item"
      data-danger={isDanger || undefined}
      {...(onAction ? { onAction } : {})}
      {...(href ? { href } : {})}
    >
      {Icon && <Icon size={18} aria-hidden="true" />}
      <span className="ui-choice-words">
        <Text slot="label">{label}</Text>
        {hint && (
          <Text slot="description" className="ui-choice-hint">
            {hint}
          </Text>
        )}
      </span>
      {keys && <Kbd keys={keys} />}
    </MenuItem>
  )
}
