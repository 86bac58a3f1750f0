import type { ReactNode } from 'react'
import { CheckboxGroup as AriaCheckboxGroup } from 'react-aria-components/CheckboxGroup'
import { Checkbox } from './checkbox.tsx'
import { FieldComplaint, FieldLabel, type FieldProps, useComplaint } from './field.tsx'
import { useHeldValue } from './held-value.ts'

export interface CheckboxGroupProps<Id extends string> extends FieldProps<readonly Id[]> {
  items: readonly { id: Id; label: ReactNode; hint?: ReactNode; isDisabled?: boolean }[]
  value?: readonly Id[]
  defaultValue?: readonly Id[]
  /** The chosen ones, in the order of `items`. */
  onChange?: (ids: readonly Id[]) => void
  isDisabled?: boolean
}

/** Some of a few, all in sight. */
export function CheckboxGroup<Id extends string>(props: CheckboxGroupProps<Id>) {
  const { label, isLabelHidden, hint, isOptional, items } = props
  const [value, setValue] = useHeldValue<readonly Id[]>(props.value, props.defaultValue ?? [], props.onChange)
  const { complaint, leave } = useComplaint(props, value)
  return (
    <AriaCheckboxGroup
      className="ui-field"
      validationBehavior="aria"
      value={[...value]}
      onChange={(ids) => setValue(items.map(({ id }) => id).filter((id) => ids.includes(id)))}
      onBlur={leave}
      isDisabled={props.isDisabled ?? false}
      isRequired={props.isRequired ?? false}
      isInvalid={complaint !== null}
      data-complaint={complaint ?? undefined}
    >
      <FieldLabel label={label} isLabelHidden={isLabelHidden} hint={hint} isOptional={isOptional} />
      {items.map(({ id, label: words, hint: more, isDisabled = false }) => (
        <Checkbox key={id} value={id} isDisabled={isDisabled} hint={more}>
          {words}
        </Checkbox>
      ))}
      <FieldComplaint complaint={complaint} />
    </AriaCheckboxGroup>
  )
}
