import type { LucideIcon } from 'lucide-react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'

export interface SegmentedControlProps<Id extends string> {
  /** What is chosen here; read to those who do not see it. */
  label: string
  items: readonly { id: Id; label: string; icon?: LucideIcon }[]
  value: Id
  onChange: (id: Id) => void
  /** Shows icons only; the labels become accessible names. */
  isIconOnly?: boolean
}

/** One of a few, side by side: a view, a period, an appearance. */
export function SegmentedControl<Id extends string>(props: SegmentedControlProps<Id>) {
  const { label, items, value, onChange, isIconOnly } = props
  return (
    <ToggleButtonGroup
      aria-label={label}
      className="ui-segmented"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = items.find(({ id }) => keys.has(id))
        if (chosen) onChange(chosen.id)
      }}
    >
      {items.map(({ id, label: words, icon: Icon }) => (
        <ToggleButton
          key={id}
          id={id}
          className="ui-segment"
          {...(isIconOnly ? { 'aria-label': words } : {})}
        >
          {Icon && <Icon size={16} aria-hidden="true" />}
          {!isIconOnly && words}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
