import type { RefObject } from 'react'
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip'
import { Kbd } from '../display/kbd.tsx'

interface TipProps {
  target: RefObject<HTMLElement | null>
  text: string
  keys: string | undefined
  onChange: (isShown: boolean) => void
}

/** The words beside a button that shows only an icon. They stay while the pointer is on them; Escape hides them. */
export default function Tip({ target, text, keys, onChange }: TipProps) {
  return (
    <TooltipTrigger isOpen onOpenChange={onChange}>
      <Tooltip triggerRef={target} className="ui-tooltip" offset={6}>
        {text}
        {keys && <Kbd keys={keys} />}
      </Tooltip>
    </TooltipTrigger>
  )
}
