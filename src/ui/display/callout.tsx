import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useText } from '../text/use-text.ts'

export interface CalloutProps {
  tone?: 'note' | 'success' | 'warning' | 'danger'
  title?: ReactNode
  icon?: LucideIcon
  /** A button or a link, at the end. */
  action?: ReactNode
  /** Read aloud at once: for what just went wrong. */
  isAlert?: boolean
  children?: ReactNode
}

const icons = { note: Info, success: CircleCheck, warning: TriangleAlert, danger: CircleAlert }

/** Something to know before going on. */
export function Callout({ tone = 'note', title, icon, action, isAlert, children }: CalloutProps) {
  const t = useText()
  const Icon = icon ?? icons[tone]
  return (
    <div className="ui-callout" data-tone={tone} role={isAlert ? 'alert' : 'note'}>
      <Icon size={20} role="img" aria-label={t(`ui.tone.${tone}`)} />
      <div className="ui-callout-words">
        {title && <strong>{title}</strong>}
        {children && <div>{children}</div>}
      </div>
      {action}
    </div>
  )
}
