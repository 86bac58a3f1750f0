import type { LucideIcon } from 'lucide-react'
import type { Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip'
import { classNames } from '../class-names.ts'
import { Kbd } from '../display/kbd.tsx'
import type { ButtonLook } from './button.tsx'

export interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  icon: LucideIcon
  /** What it does: the tooltip and the accessible name. */
  label: string
  look?: ButtonLook
  size?: 'sm' | 'md'
  /** Something new waits behind it. Say what in `label` too. */
  hasDot?: boolean
  /** The keys that do the same, shown in the tooltip: `mod+k`. */
  keys?: string
  className?: string
  ref?: Ref<HTMLButtonElement>
}

/** A button that shows only an icon; its name appears on hover and on keyboard focus. */
export function IconButton(props: IconButtonProps) {
  const { icon: Icon, label, look = 'ghost', size = 'md', hasDot, keys, className, ...rest } = props
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={classNames('ui-icon-button', className)}
        data-look={look}
        data-size={size}
        data-dot={hasDot || undefined}
      >
        <Icon size={size === 'sm' ? 16 : 20} aria-hidden="true" />
      </AriaButton>
      <Tooltip className="ui-tooltip" offset={6}>
        {label}
        {keys && <Kbd keys={keys} />}
      </Tooltip>
    </TooltipTrigger>
  )
}
