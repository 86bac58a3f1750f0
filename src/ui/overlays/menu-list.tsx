import { Header } from 'react-aria-components/Header'
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Text } from 'react-aria-components/Text'
import { Kbd } from '../display/kbd.tsx'
import type { MenuAction, MenuGroup } from './menu-props.ts'
import type { Opened } from './opener.tsx'
import type { Placement } from './placement.ts'

interface MenuListProps extends Opened {
  groups: readonly MenuGroup[]
  placement: Placement
}

/** The open menu. */
export default function MenuList({ button, setOpen, groups, placement }: MenuListProps) {
  const name = button.current?.getAttribute('aria-label') ?? button.current?.textContent ?? ''
  return (
    <Popover
      className="ui-popover"
      aria-label={name}
      triggerRef={button}
      isOpen
      onOpenChange={setOpen}
      placement={placement}
      offset={4}
      containerPadding={8}
    >
      <Menu className="ui-menu" autoFocus="first" onClose={() => setOpen(false)} aria-label={name}>
        {groups.map(Group)}
      </Menu>
    </Popover>
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
