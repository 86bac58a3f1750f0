import type { ReactNode } from 'react'
import { Stones } from './stones.tsx'

export interface EmptyStateProps {
  title: string
  /** What comes here, and how. */
  children?: ReactNode
  /** The one button that leads on. */
  action?: ReactNode
  /** In a card or a column: smaller, without the drawing. */
  isSmall?: boolean
}

/** Nothing yet, and what to do about it. */
export function EmptyState({ title, children, action, isSmall }: EmptyStateProps) {
  return (
    <div className="ui-state" data-small={isSmall || undefined}>
      {!isSmall && <Stones />}
      <h2 className="ui-state-title">{title}</h2>
      {children && <div className="ui-state-text">{children}</div>}
      {action}
    </div>
  )
}
