import { lazy, Suspense } from 'react'
import type { Choice } from './choice.ts'
import type { FindingProps } from './combobox.tsx'
import type { FieldProps } from './field.tsx'
import { FieldPlace } from './field-place.tsx'

export interface TagPickerProps<Item extends Choice> extends FieldProps<readonly Item[]>, FindingProps<Item> {
  value: readonly Item[]
  onChange(items: readonly Item[]): void
}

const TagPickerField = lazy(() => import('./tag-picker-field.tsx'))

/** Several of many: people, topics. Each choice becomes a tag that can be removed. */
export function TagPicker<Item extends Choice>(props: TagPickerProps<Item>) {
  return (
    <Suspense fallback={<FieldPlace {...props} />}>
      <TagPickerField {...(props as unknown as TagPickerProps<Choice>)} />
    </Suspense>
  )
}
