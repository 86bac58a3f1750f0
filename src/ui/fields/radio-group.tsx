import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { RadioGroup as AriaRadioGroup, Radio } from 'react-aria-components/RadioGroup'
import { FieldComplaint, FieldLabel, type FieldProps, useComplaint } from './field.tsx'
import { useHeldValue } from './held-value.ts'

export interface RadioGroupProps<Id extends string> extends FieldProps<Id | null> {
  items: readonly { id: Id; label: ReactNode; hint?: ReactNode; icon?: LucideIcon; isDisabled?: boolean }[]
  value?: Id | null
  defaultValue?: Id | null
  onChange?: (id: Id) => void
  /** Each choice in a frame of its own, for choices that matter. */
  isFramed?: boolean
  isDisabled?: boolean
}

/** One of a few, all in sight. */
export function RadioGroup<Id extends string>(props: RadioGroupProps<Id>) {
  const { label, isLabelHidden, hint, isOptional, items, isFramed } = props
  const [value, setValue] = useHeldValue<Id | null>(props.value, props.defaultValue ?? null, (id) => {
    if (id !== null) props.onChange?.(id)
  })
  const { complaint, leave } = useComplaint(props, value)
  return (
    <AriaRadioGroup
      className="ui-field ui-radios"
      data-framed={isFramed || undefined}
      validationBehavior="aria"
      value={value}
      onChange={(id) => setValue(items.find((item) => item.id === id)?.id ?? null)}
      onBlur={leave}
      isDisabled={props.isDisabled ?? false}
      isRequired={props.isRequired ?? false}
      isInvalid={complaint !== null}
      data-complaint={complaint ?? undefined}
    >
      <FieldLabel label={label} isLabelHidden={isLabelHidden} hint={hint} isOptional={isOptional} />
      {items.map(({ id, label: words, hint: more, icon: Icon, isDisabled = false }) => (
        <Radio key={id} value={id} isDisabled={isDisabled} className="ui-choice-row">
          <span className="ui-dot" />
          {Icon && <Icon size={18} aria-hidden="true" />}
          <span className="ui-choice-words">
            {words}
            {more && <span className="ui-choice-hint">{more}</span>}
          </span>
        </Radio>
      ))}
      <FieldComplaint complaint={complaint} />
    </AriaRadioGroup>
  )
}
