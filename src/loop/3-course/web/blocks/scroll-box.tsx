import type { ReactNode } from 'react'

interface ScrollBoxProps {
  label: string
  children: ReactNode
}

/** Reached by keyboard because it scrolls; a group and not a region, since a page may hold dozens. */
const scrolling = (label: string) => ({ role: 'group', tabIndex: 0, 'aria-label': label })

/** Holds what may be wider than the page: it scrolls by itself, with fingers and with the arrow keys. */
export function ScrollBox({ label, children }: ScrollBoxProps) {
  return (
    <div className="course-scroll" {...scrolling(label)}>
      {children}
    </div>
  )
}
