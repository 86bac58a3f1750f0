import { lazy, Suspense } from 'react'
import { FieldPlace } from './field-place.tsx'
import type { SelectProps } from './select-props.ts'

const SelectField = lazy(() => import('./select-field.tsx'))

/** One of a list that fits on a screen. */
export function Select<Id extends string>(props: SelectProps<Id>) {
  return (
    <Suspense fallback={<FieldPlace {...props} />}>
      <SelectField {...(props as unknown as SelectProps<string>)} />
    </Suspense>
  )
}
