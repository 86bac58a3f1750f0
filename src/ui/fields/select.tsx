import { lazy, Suspense } from 'react'
import type { Choice } from './choice.ts'
import type { FieldProps } from './field.tsx'
import { FieldPlace } from './field-place.tsx'

export interface SelectProps<Id extends string> extends FieldProps<Id | null> {
  items: readonly Choice<Id>[]
  value?: Id | null
  defaultValue?: Id | null
  onChange?(id: Id): void
  name?: string
  placeholder?: string
  isDisabled?: boolean
}

const SelectField = lazy(() => import('./select-field.tsx'))

/** One of a list that fits on a screen. */
export function Select<Id extends string>(props: SelectProps<Id>) {
  return (
    <Suspense fallback={<FieldPlace {...props} />}>
      <SelectField {...(props as unknown as SelectProps<string>)} />
    </Suspense>
  )
}
