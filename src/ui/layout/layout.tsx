import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'

type Gap = 4 | 8 | 12 | 16 | 24 | 32 | 48

interface LayoutProps {
  /** In pixels at normal text size. */
  gap?: Gap
  className?: string
  children: ReactNode
}

/** One below the other. */
export function Stack({ gap = 16, className, children }: LayoutProps) {
  return (
    <div className={classNames('ui-stack', className)} data-gap={gap}>
      {children}
    </div>
  )
}

export interface RowProps extends LayoutProps {
  align?: 'start' | 'center' | 'end' | 'baseline'
  justify?: 'start' | 'between' | 'end'
  /** Keeps everything on one line. */
  isTight?: boolean
}

/** Side by side; goes on to the next line when there is no room. */
export function Row({
  gap = 12,
  align = 'center',
  justify = 'start',
  isTight,
  className,
  children,
}: RowProps) {
  return (
    <div
      className={classNames('ui-line', className)}
      data-gap={gap}
      data-align={align}
      data-justify={justify}
      data-tight={isTight || undefined}
    >
      {children}
    </div>
  )
}

/** Cards of equal width, as many as fit beside each other. */
export function Grid({ gap = 24, className, children }: LayoutProps) {
  return (
    <div className={classNames('ui-grid', className)} data-gap={gap}>
      {children}
    </div>
  )
}

export interface ColumnsProps {
  /** Beside the content on a wide screen, below it on a narrow one. */
  aside: ReactNode
  /** Names the side for screen readers. */
  asideLabel?: string
  children: ReactNode
}

/** The content and what belongs beside it. */
export function Columns({ aside, asideLabel, children }: ColumnsProps) {
  return (
    <div className="ui-columns">
      <div className="ui-stack" data-gap={24}>
        {children}
      </div>
      <aside className="ui-stack" data-gap={24} aria-label={asideLabel}>
        {aside}
      </aside>
    </div>
  )
}

/** Quieter words: where, when, how many. */
export function Muted({ children }: { children: ReactNode }) {
  return <span className="ui-muted">{children}</span>
}
