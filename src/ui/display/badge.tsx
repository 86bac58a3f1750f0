import { useNumber } from '../text/formats.ts'

export interface BadgeProps {
  /** Nothing is shown for 0; "99+" above 99. */
  count: number
  /** What is counted, for those who do not see the place: "2 reviews to do". */
  label?: string
}

/** How many wait. */
export function Badge({ count, label }: BadgeProps) {
  const number = useNumber()
  if (count <= 0) return null
  return (
    <span className="ui-badge">
      <span aria-hidden={label ? true : undefined}>{count > 99 ? '99+' : number(count)}</span>
      {label && <span className="ui-hidden">{label}</span>}
    </span>
  )
}
