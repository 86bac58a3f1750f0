import type { LucideIcon } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import { FieldComplaint, FieldLabel, type FieldProps, useComplaint } from './field.tsx'
import { useHeldValue } from './held-value.ts'

export interface TextFieldProps extends FieldProps<string> {
  value?: string
  defaultValue?: string
  onChange?: (value: string) => void
  onBlur?: () => void
  name?: string
  type?: 'text' | 'email' | 'password' | 'url' | 'tel' | 'date' | 'time' | 'datetime-local' | 'number'
  inputMode?: 'numeric' | 'decimal' | 'text' | 'email' | 'url'
  autoComplete?: string
  placeholder?: string
  maxLength?: number
  isDisabled?: boolean
  isReadOnly?: boolean
  autoFocus?: boolean
  icon?: LucideIcon
  /** A unit or a small button at the end of the line. */
  after?: ReactNode
  ref?: Ref<HTMLInputElement>
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { label, isLabelHidden, hint, isOptional, error: _, isRequired = false, check: __, ...rest } = props
  const {
    value: held,
    defaultValue = '',
    onChange,
    onBlur,
    icon: Icon,
    after,
    placeholder,
    ref,
    ...aria
  } = rest
  const [value, setValue] = useHeldValue(held, defaultValue, onChange)
  const { complaint, leave } = useComplaint(props, value)
  const blur = () => {
    leave()
    onBlur?.()
  }
  return (
    <AriaTextField
      {...aria}
      className="ui-field"
      validationBehavior="aria"
      value={value}
      onChange={setValue}
      onBlur={blur}
      isRequired={isRequired}
      isInvalid={complaint !== null}
      data-complaint={complaint ?? undefined}
    >
      <FieldLabel label={label} isLabelHidden={isLabelHidden} hint={hint} isOptional={isOptional} />
      <Group className="ui-control">
        {Icon && <Icon size={18} aria-hidden="true" />}
        <Input className="ui-input" ref={ref ?? null} placeholder={placeholder ?? ''} />
        {after}
      </Group>
      <FieldComplaint complaint={complaint} />
    </AriaTextField>
  )
}
