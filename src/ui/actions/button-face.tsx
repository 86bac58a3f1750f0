import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { VisuallyHidden } from 'react-aria-components/VisuallyHidden'

interface ButtonFaceProps {
  icon: LucideIcon | undefined
  iconAfter: LucideIcon | undefined
  size: 'sm' | 'md' | 'lg'
  /** What goes on, said to screen readers; null when nothing does. */
  pending: string | null
  children: ReactNode
}

/** What buttons and links that look like buttons show inside. */
export function ButtonFace({ icon: Icon, iconAfter: After, size, pending, children }: ButtonFaceProps) {
  const pixels = size === 'sm' ? 16 : 18
  return (
    <>
      {Icon && <Icon size={pixels} aria-hidden="true" />}
      <span className="ui-button-words">{children}</span>
      {After && <After size={pixels} aria-hidden="true" />}
      {pending !== null && (
        <span className="ui-button-pending">
          <i aria-hidden="true" />
          <i aria-hidden="true" />
          <i aria-hidden="true" />
          <VisuallyHidden>{pending}</VisuallyHidden>
        </span>
      )}
    </>
  )
}
