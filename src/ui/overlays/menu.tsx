import { lazy } from 'react'
import type { MenuProps } from './menu-props.ts'
import { Opener } from './opener.tsx'

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
