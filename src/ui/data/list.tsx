import type { ReactNode } from 'react'
import { Link } from '../actions/link.tsx'
import { classNames } from '../class-names.ts'

interface ListProps {
  label?: string | undefined
  className?: string
  children: ReactNode
}

/** Rows, one below the other; with a class of its own it looks as that says. */
export function List({ label, className = 'ui-list', children }: ListProps) {
  return (
    // A list without bullets is still read as a list only when it says so (Safari).
    // biome-ignore lint/a11y/noRedundantRoles: see above
    <ul className={className} role="list" aria-label={label}>
      {children}
    </ul>
  )
}

export interface ListRowProps {
  /** An avatar, an emblem, an icon. */
  before?: ReactNode
  title: ReactNode
  /** A line below, in a quieter tone. */
  text?: ReactNode
  /** A chip, a number, a button. */
  after?: ReactNode
  /** The whole row leads there; what is in `after` stays its own. */
  href?: string | undefined
  isCurrent?: boolean
  /** On a phone `after` goes below the words, which would have no room beside it. */
  isAfterBelow?: boolean
  className?: string
}

/** One row of a list. */
export function ListRow(props: ListRowProps) {
  const { before, title, text, after, href, isCurrent, isAfterBelow, className } = props
  return (
    <li
      className={classNames('ui-row', className)}
      data-link={href ? true : undefined}
      data-after={isAfterBelow ? 'below' : undefined}
    >
      {before}
      <div className="ui-row-words">
        <div className="ui-row-title">
          {href ? (
            <Link
              href={href}
              isQuiet
              className="ui-stretched"
              {...(isCurrent ? { 'aria-current': 'true' } : {})}
            >
              {title}
            </Link>
          ) : (
            title
          )}
        </div>
        {text && <div className="ui-row-text">{text}</div>}
      </div>
      {after && <div className="ui-row-after">{after}</div>}
    </li>
  )
}
