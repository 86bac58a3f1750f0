import type { ReactNode, Ref } from 'react'
import { Link as AriaLink, type LinkProps as AriaLinkProps } from 'react-aria-components/Link'
import { classNames } from '../class-names.ts'
import type { ButtonLooks } from './button.tsx'
import { ButtonFace } from './button-face.tsx'

export interface LinkProps extends Omit<AriaLinkProps, 'className' | 'style' | 'children'> {
  href: string
  /** Without underline and colour, where the place already says that it leads somewhere. */
  isQuiet?: boolean
  /** On a line of its own, though in a list: a finger may hit it beside its letters. */
  isAlone?: boolean
  className?: string
  children: ReactNode
  ref?: Ref<HTMLAnchorElement>
}

/** A link. Inside the app it changes the page without loading it again. */
export function Link({ isQuiet, isAlone, className, ...rest }: LinkProps) {
  const looks = ['ui-link', isQuiet && 'ui-link-quiet', isAlone && 'ui-link-alone']
  return <AriaLink {...rest} className={classNames(...looks, className)} />
}

export interface LinkButtonProps extends ButtonLooks, Omit<LinkProps, 'children' | 'isQuiet' | 'isAlone'> {}

/** A link that looks like a button: for going somewhere, where a button does something. */
export function LinkButton(props: LinkButtonProps) {
  const { look = 'soft', size = 'md', icon, iconAfter, isWide, className, children, ...rest } = props
  return (
    <AriaLink
      {...rest}
      className={classNames('ui-button', className)}
      data-look={look}
      data-size={size}
      data-wide={isWide || undefined}
    >
      <ButtonFace icon={icon} iconAfter={iconAfter} size={size} pending={null}>
        {children}
      </ButtonFace>
    </AriaLink>
  )
}
