import type { ReactNode } from 'react'
import { useText } from '../text/use-text.ts'

export interface SkeletonProps {
  /** Any CSS length; the whole line when left out. */
  width?: string
  height?: string
  shape?: 'line' | 'block' | 'round'
}

/** The place of something that is on its way. */
export function Skeleton({ width, height, shape = 'line' }: SkeletonProps) {
  return <span className="ui-skeleton" data-shape={shape} style={{ inlineSize: width, blockSize: height }} />
}

/** Holds skeletons: shows them only after 150 ms, and says once that something loads. */
export function Loading({ label, children }: { label?: string; children: ReactNode }) {
  const t = useText()
  return (
    <div className="ui-loading" role="status">
      <span className="ui-hidden">{label ?? t('ui.loading')}</span>
      <div className="ui-loading-shapes" aria-hidden="true">
        {children}
      </div>
    </div>
  )
}

const widths = ['92%', '100%', '84%', '96%', '61%']

/** A paragraph on its way. */
export function SkeletonText({ lines = 3 }: { lines?: number }) {
  return (
    <Loading>
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <Skeleton key={line} width={line === lines - 1 ? '61%' : (widths[line % widths.length] ?? '100%')} />
      ))}
    </Loading>
  )
}

/** List rows on their way. */
export function SkeletonRows({ rows = 5, hasFace = true }: { rows?: number; hasFace?: boolean }) {
  return (
    <Loading>
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <div key={row} className="ui-skeleton-row">
          {hasFace && <Skeleton shape="round" width="2.5rem" height="2.5rem" />}
          <div>
            <Skeleton width={widths[(row + 2) % widths.length] ?? '80%'} />
            <Skeleton width="38%" height="0.75rem" />
          </div>
        </div>
      ))}
    </Loading>
  )
}

/** Cards with a picture on their way. */
export function SkeletonCards({ cards = 3 }: { cards?: number }) {
  return (
    <Loading>
      <div className="ui-grid">
        {Array.from({ length: cards }, (_, card) => card).map((card) => (
          <div key={card} className="ui-card">
            <Skeleton shape="block" height="9rem" />
            <Skeleton width="80%" />
            <Skeleton width="46%" height="0.75rem" />
          </div>
        ))}
      </div>
    </Loading>
  )
}

/** A page about one thing on its way: its name, what it holds, and what stands beside. */
export function SkeletonPage() {
  return (
    <div className="ui-page">
      <Loading>
        <Skeleton width="min(26rem, 90%)" height="2.125rem" />
        <Skeleton width="min(18rem, 60%)" />
        <div className="ui-columns">
          <Skeleton shape="block" height="16rem" />
          <Skeleton shape="block" height="22rem" />
        </div>
      </Loading>
    </div>
  )
}
