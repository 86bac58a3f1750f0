import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Disclosure as AriaDisclosure, DisclosurePanel } from 'react-aria-components/Disclosure'

export interface DisclosureProps {
  title: ReactNode
  isOpenAtFirst?: boolean
  onOpenChange?: (isOpen: boolean) => void
  children: ReactNode
}

/** Details that open on demand. */
export function Disclosure({ title, isOpenAtFirst = false, onOpenChange, children }: DisclosureProps) {
  return (
    <AriaDisclosure
      className="ui-disclosure"
      defaultExpanded={isOpenAtFirst}
      {...(onOpenChange && { onExpandedChange: onOpenChange })}
    >
      <Button slot="trigger" className="ui-disclosure-button">
        <ChevronRight size={18} aria-hidden="true" />
        {title}
      </Button>
      <DisclosurePanel className="ui-disclosure-panel">{children}</DisclosurePanel>
    </AriaDisclosure>
  )
}
