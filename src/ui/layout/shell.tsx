import type { LucideIcon } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { Link } from '../actions/link.tsx'
import { Badge } from '../display/badge.tsx'
import { preloadOverlays } from '../overlays/preload.ts'
import { useText } from '../text/use-text.ts'

export interface ShellProps {
  /** <SideNav>, on wide screens. */
  nav: ReactNode
  /** <TopBar>. */
  top: ReactNode
  /** <TabBar>, on phones. */
  tabs: ReactNode
  children: ReactNode
}

/** The frame around every page. */
export function Shell({ nav, top, tabs, children }: ShellProps) {
  const t = useText()
  useEffect(preloadOverlays, [])
  return (
    <div className="ui-shell">
      <a href="#content" className="ui-skip">
        {t('ui.skip')}
      </a>
      {nav}
      <div className="ui-shell-body">
        {top}
        <main id="content" tabIndex={-1}>
          {children}
        </main>
      </div>
      {tabs}
    </div>
  )
}

/** A place to go. */
export interface NavItem {
  href: string
  label: string
  icon: LucideIcon
  isCurrent?: boolean
  /** How many wait there. */
  count?: number | undefined
  /** What the count counts, read aloud: "2 reviews to do". */
  countLabel?: string | undefined
}

export interface SideNavProps {
  brand: ReactNode
  items: readonly NavItem[]
  /** At the foot: who is signed in. */
  foot?: ReactNode
}

/** The places, at the side of a wide screen. */
export function SideNav({ brand, items, foot }: SideNavProps) {
  const t = useText()
  return (
    <nav className="ui-nav" aria-label={t('ui.navigation')}>
      <div className="ui-nav-brand">{brand}</div>
      {items.map((item) => (
        <PlaceLink key={item.href} item={item} />
      ))}
      {foot && <div className="ui-nav-foot">{foot}</div>}
    </nav>
  )
}

/** The line at the top: search and what is always at hand. */
export function TopBar({ search, children }: { search?: ReactNode; children?: ReactNode }) {
  return (
    <header className="ui-top">
      <div className="ui-top-search">{search}</div>
      <div className="ui-top-actions">{children}</div>
    </header>
  )
}

export interface TabBarProps {
  items: readonly NavItem[]
  /** The button in the middle. */
  action?: ReactNode
}

/** The main places, at the thumb's end of a phone. */
export function TabBar({ items, action }: TabBarProps) {
  const t = useText()
  const half = Math.ceil(items.length / 2)
  return (
    <nav className="ui-tab-bar" aria-label={t('ui.tabBar')}>
      {items.slice(0, half).map((item) => (
        <PlaceLink key={item.href} item={item} />
      ))}
      {action}
      {items.slice(half).map((item) => (
        <PlaceLink key={item.href} item={item} />
      ))}
    </nav>
  )
}

function PlaceLink({ item }: { item: NavItem }) {
  const { href, label, icon: Icon, isCurrent, count = 0, countLabel } = item
  return (
    <Link href={href} isQuiet className="ui-place" {...(isCurrent ? { 'aria-current': 'page' } : {})}>
      <Icon size={20} aria-hidden="true" />
      {label}
      <Badge count={count} {...(countLabel ? { label: countLabel } : {})} />
    </Link>
  )
}
