import type { Choice } from './choice.ts'
import type { FindingProps } from './combobox-props.ts'
import type { FieldProps } from './field.tsx'

export interface TagPickerProps<Item extends Choice> extends FieldProps<readonly Item[]>, FindingProps<Item> {
  value: readonly Item[]
  onChange(items: readonly Item[]): void
}
