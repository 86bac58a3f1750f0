import { ArrowDownRight, ArrowUpRight, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from '../actions/link.tsx'
import { useText } from '../text/use-text.ts'

export interface StatProps {
  label: ReactNode
  /** The number, already written as the reader writes numbers. */
  value: ReactNode
  /** What it compares to: "2.9 days faster than last quarter". */
  compared?: ReactNode
  /** Where it goes, and whether that is good; the arrow follows. */
  trend?: { direction: 'up' | 'down' | 'flat'; isGood?: boolean }
  /** Leads to what is counted. */
  href?: string
}

const arrows = { up: ArrowUpRight, down: ArrowDownRight, flat: Minus }

/** A number with what it compares to; it leads to what it counts. */
export function Stat({ label, value, compared, trend, href }: StatProps) {
  const t = useText()
  const Arrow = trend && arrows[trend.direction]
  const judged = trend?.isGood === undefined ? undefined : trend.isGood ? 'better' : 'worse'
  return (
    <div className="ui-stat">
      <div className="ui-stat-label">
        {href ? (
          <Link href={href} isQuiet className="ui-stretched">
            {label}
          </Link>
        ) : (
          label
        )}
      </div>
      <div className="ui-stat-value">{value}</div>
      {compared && (
        <div className="ui-stat-compared" data-judged={judged}>
          {Arrow && (
            <Arrow
              size={16}
              {...(judged ? { role: 'img', 'aria-label': t(`ui.${judged}`) } : { 'aria-hidden': true })}
            />
          )}
          <span>{compared}</span>
        </div>
      )}
    </div>
  )
}
