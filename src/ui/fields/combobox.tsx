import { lazy, Suspense } from 'react'
import type { Choice } from './choice.ts'
import type { ComboboxProps } from './combobox-props.ts'
import { FieldPlace } from './field-place.tsx'

const ComboboxField = lazy(() => import('./combobox-field.tsx'))

/** A field that finds what is meant while one types: a person, a topic. */
export function Combobox<Item extends Choice>(props: ComboboxProps<Item>) {
  return (
    <Suspense fallback={<FieldPlace {...props} />}>
      <ComboboxField {...(props as ComboboxProps<Choice>)} />
    </Suspense>
  )
}
