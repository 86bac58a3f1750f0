import { type ReactNode, useLayoutEffect, useRef } from 'react'
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
            {({ isSelected }) => (
              <>
                <Label isSelected={isSelected}>{item.label}</Label>
                {item.count !== undefined && <Badge count={item.count} />}
              </>
            )}
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

/** What a tab says. Whichever is chosen is scrolled to sideways, as far as it is not in sight: the page stays where it is. */
function Label({ isSelected, children }: { isSelected: boolean; children: string }) {
  const label = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    const tab = label.current?.closest('.ui-tab')
    const list = tab?.parentElement
    if (!isSelected || !tab || !list) return
    const [{ left, right }, inSight] = [tab.getBoundingClientRect(), list.getBoundingClientRect()]
    if (left < inSight.left) list.scrollLeft += left - inSight.left
    else if (right > inSight.right) list.scrollLeft += right - inSight.right
  }, [isSelected])
  return <span ref={label}>{children}</span>
}
