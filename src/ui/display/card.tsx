import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'

export interface CardProps {
  /** The heading of the card, when it has one. */
  title?: ReactNode
  /** Beside the heading, at the end of its line. */
  aside?: ReactNode
  /** `warm` is for recognition, `tint` for a hint, `sunken` for what belongs to something else. */
  tone?: 'plain' | 'warm' | 'tint' | 'sunken'
  /** Leaves the content to reach the edges. */
  isFlush?: boolean
  as?: 'section' | 'article' | 'div' | 'li'
  className?: string
  id?: string
  children: ReactNode
}

/** A surface for one thing. */
export function Card({
  title,
  aside,
  tone = 'plain',
  isFlush,
  as: Tag = 'section',
  className,
  ...rest
}: CardProps) {
  const { children, id } = rest
  return (
    <Tag
      id={id}
      className={classNames('ui-card', className)}
      data-tone={tone}
      data-flush={isFlush || undefined}
    >
      {(title || aside) && (
        <div className="ui-card-head">
          {title && <h2 className="ui-card-title">{title}</h2>}
          {aside}
        </div>
      )}
      {children}
    </Tag>
  )
}
