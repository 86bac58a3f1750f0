import { ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { useText } from '../text/use-text.ts'
import { Choices } from './choices.tsx'
import { FieldComplaint, FieldLabel, useComplaint } from './field.tsx'
import { useHeldValue } from './held-value.ts'
import type { SelectProps } from './select-props.ts'

/** The field itself; see select.tsx. */
export default function SelectField<Id extends string>(props: SelectProps<Id>) {
  const { label, isLabelHidden, hint, isOptional, isRequired = false, items, placeholder } = props
  const [value, setValue] = useHeldValue<Id | null>(props.value, props.defaultValue ?? null, (id) => {
    if (id !== null) props.onChange?.(id)
  })
  const { complaint, leave } = useComplaint(props, value)
  const t = useText()
  return (
    <AriaSelect
      className="ui-field"
      validationBehavior="aria"
      {...(props.name ? { name: props.name } : {})}
      isDisabled={props.isDisabled ?? false}
      placeholder={placeholder ?? t('ui.choose')}
      value={value}
      onChange={(key) => setValue(items.find(({ id }) => id === key)?.id ?? null)}
      onBlur={leave}
      isRequired={isRequired}
      isInvalid={complaint !== null}
      data-complaint={complaint ?? undefined}
    >
      <FieldLabel label={label} isLabelHidden={isLabelHidden} hint={hint} isOptional={isOptional} />
      <Button className="ui-control ui-select">
        <SelectValue className="ui-select-value" />
        <ChevronDown size={18} aria-hidden="true" />
      </Button>
      <FieldComplaint complaint={complaint} />
      <Popover className="ui-popover ui-choices-popover" offset={4}>
        <Choices items={items} />
      </Popover>
    </AriaSelect>
  )
}
