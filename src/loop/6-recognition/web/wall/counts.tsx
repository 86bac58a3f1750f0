import { useNumber } from '#ui'

/** Figures with what they count, in the order given; what did not happen is left out. */
export function Counts({ items }: { items: readonly { count: number; label: string }[] }) {
  const number = useNumber()
  return (
    <ul className="wall-counts">
      {items
        .filter(({ count }) => count > 0)
        .map(({ count, label }) => (
          <li key={label}>
            <strong>{number(count)}</strong> {label}
          </li>
        ))}
    </ul>
  )
}
