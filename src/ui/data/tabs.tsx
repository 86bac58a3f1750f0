import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs'
import { Badge } from '../display/badge.tsx'

export interface TabItem {
  id: string
  label: string
  /** How many wait there. */
  count?: number | undefined
  /** Makes the tab a link, when the address says which tab is shown. */
  href?: string
  content: ReactNode
}

export interface TabsProps {
  /** What the tabs divide; read aloud. */
  label: string
  items: readonly TabItem[]
  selected?: string
  onSelect?: (id: string) => void
}

/** Parts of a page of which one is shown. */
export function Tabs({ label, items, selected, onSelect }: TabsProps) {
  return (
    <AriaTabs
      className="ui-tabs"
      {...(selected === undefined ? {} : { selectedKey: selected })}
      {...(onSelect ? { onSelectionChange: (key) => onSelect(String(key)) } : {})}
    >
      <TabList aria-label={label} className="ui-tab-list">
        {items.map((item) => (
          <Tab key={item.id} id={item.id} className="ui-tab" {...(item.href ? { href: item.href } : {})}>
            {item.label}
            {item.count !== undefined && <Badge count={item.count} />}
          </Tab>
        ))}
      </TabList>
      {items.map((item) => (
        <TabPanel key={item.id} id={item.id} className="ui-tab-panel">
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
