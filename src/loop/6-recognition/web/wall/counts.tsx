import { useNumber } from '#ui'

interface CountsProps {
  items: readonly { count: number; label: string }[]
  /** Said where nothing happened. */
  none?: string
}

/** Figures with what they count, in the order given; what did not happen is left out. */
export function Counts({ items, none }: CountsProps) {
  const number = useNumber()
  const some = items.filter(({ count }) => count > 0)
  if (some.length === 0) return none ? <p className="ui-muted">{none}</p> : null
  return (
    <ul className="wall-counts">
      {some.map(({ count, label }) => (
        <li key={label}>
          <strong>{number(count)}</strong> {label}
        </li>
      ))}
    </ul>
  )
}
