import { lazy, Suspense } from 'react'
import type { Choice } from './choice.ts'
import { FieldPlace } from './field-place.tsx'
import type { TagPickerProps } from './tag-picker-props.ts'

const TagPickerField = lazy(() => import('./tag-picker-field.tsx'))

/** Several of many: people, topics. Each choice becomes a tag that can be removed. */
export function TagPicker<Item extends Choice>(props: TagPickerProps<Item>) {
  return (
    <Suspense fallback={<FieldPlace {...props} />}>
      <TagPickerField {...(props as unknown as TagPickerProps<Choice>)} />
    </Suspense>
  )
}
