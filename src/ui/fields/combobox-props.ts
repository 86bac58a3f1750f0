import type { Choice } from './choice.ts'
import type { FieldProps } from './field.tsx'
import type { Search } from './use-found.ts'

/** What a field that finds takes, whether one or several are chosen. */
export interface FindingProps<Item extends Choice> {
  /** What can be chosen, when it is known; else `search` asks for it. */
  items?: readonly Item[] | undefined
  /** Finds items for what is typed (asked after a short pause; a newer question cancels the older one). */
  search?: Search<Item> | undefined
  placeholder?: string
  isDisabled?: boolean
  autoFocus?: boolean
}

export interface ComboboxProps<Item extends Choice> extends FieldProps<string | null>, FindingProps<Item> {
  /** The chosen item; null for none. */
  value: Item | null
  onChange(item: Item | null): void
}
