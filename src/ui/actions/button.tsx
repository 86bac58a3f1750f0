import type { LucideIcon } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { classNames } from '../class-names.ts'
import { useText } from '../text/use-text.ts'
import { ButtonFace } from './button-face.tsx'

/** How much a button asks for attention: one `primary` per screen, `line` and `soft` beside it, `ghost` in rows. */
export type ButtonLook = 'primary' | 'soft' | 'line' | 'ghost' | 'danger'

export interface ButtonLooks {
  look?: ButtonLook
  size?: 'sm' | 'md' | 'lg'
  icon?: LucideIcon | undefined
  /** An icon behind the words, for what opens or leads on. */
  iconAfter?: LucideIcon | undefined
  /** As wide as its container. */
  isWide?: boolean
  children: ReactNode
}

export interface ButtonProps
  extends ButtonLooks,
    Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'isPending'> {
  /** The work it started goes on: the button keeps its width and focus and cannot be pressed again. */
  isPending?: boolean | undefined
  className?: string
  ref?: Ref<HTMLButtonElement>
}

/** A button. Its words say what happens next. */
export function Button(props: ButtonProps) {
  const { look = 'soft', size = 'md', icon, iconAfter, isWide, isPending = false, className, ...rest } = props
  const t = useText()
  return (
    <AriaButton
      {...rest}
      isPending={isPending}
      className={classNames('ui-button', className)}
      data-look={look}
      data-size={size}
      data-wide={isWide || undefined}
    >
      <ButtonFace icon={icon} iconAfter={iconAfter} size={size} pending={isPending ? t('ui.working') : null}>
        {props.children}
      </ButtonFace>
    </AriaButton>
  )
}
