import type { Choice } from './choice.ts'
import type { FieldProps } from './field.tsx'

export interface SelectProps<Id extends string> extends FieldProps<Id | null> {
  items: readonly Choice<Id>[]
  value?: Id | null
  defaultValue?: Id | null
  onChange?(id: Id): void
  name?: string
  placeholder?: string
  isDisabled?: boolean
}
