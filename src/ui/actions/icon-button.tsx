import type { LucideIcon } from 'lucide-react'
import { lazy, Suspense, useRef } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { classNames } from '../class-names.ts'
import type { ButtonLook } from './button.tsx'
import { useTip } from './use-tip.ts'

type Rest = Omit<
  AriaButtonProps,
  'children' | 'className' | 'style' | keyof ReturnType<typeof useTip>['events']
>

export interface IconButtonProps extends Rest {
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
}

const Tip = lazy(() => import('./tip.tsx'))

/** A button that shows only an icon; its name appears on hover and on keyboard focus. */
export function IconButton(props: IconButtonProps) {
  const { icon: Icon, label, look = 'ghost', size = 'md', hasDot, keys, className, ...rest } = props
  const button = useRef<HTMLButtonElement>(null)
  const { isShown, change, events } = useTip()
  return (
    <>
      <AriaButton
        {...rest}
        {...events}
        ref={button}
        aria-label={label}
        className={classNames('ui-icon-button', className)}
        data-look={look}
        data-size={size}
        data-dot={hasDot || undefined}
      >
        <Icon size={size === 'sm' ? 16 : 20} aria-hidden="true" />
      </AriaButton>
      <Suspense fallback={null}>
        {isShown && <Tip target={button} text={label} keys={keys} onChange={(next) => change(next, 80)} />}
      </Suspense>
    </>
  )
}
