import type { CSSProperties, Ref } from 'react'
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'
import { useNumber } from '../text/formats.ts'
import { FieldComplaint, FieldLabel, type FieldProps, useComplaint } from './field.tsx'
import { useHeldValue } from './held-value.ts'

export interface TextAreaProps extends FieldProps<string> {
  value?: string
  defaultValue?: string
  onChange?: (value: string) => void
  onBlur?: () => void
  /** Ctrl or Command with Enter sends what is written. */
  onSend?: () => void
  name?: string
  placeholder?: string
  /** Shows how much is written once four fifths are used. */
  maxLength?: number
  /** Lines shown before anything is written; it grows with the text. */
  lines?: number
  isDisabled?: boolean
  autoFocus?: boolean
  ref?: Ref<HTMLTextAreaElement>
}

/** Several lines of text; as high as what is written. */
export function TextArea(props: TextAreaProps) {
  const { label, isLabelHidden, hint, isOptional, error: _, isRequired = false, check: __, ...rest } = props
  const {
    value: held,
    defaultValue = '',
    onChange,
    onBlur,
    onSend,
    placeholder,
    lines = 3,
    ref,
    ...aria
  } = rest
  const [value, setValue] = useHeldValue(held, defaultValue, onChange)
  const { complaint, leave } = useComplaint(props, value)
  return (
    <TextField
      {...aria}
      className="ui-field"
      validationBehavior="aria"
      value={value}
      onChange={setValue}
      onBlur={() => {
        leave()
        onBlur?.()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSend?.()
        else event.continuePropagation()
      }}
      isRequired={isRequired}
      isInvalid={complaint !== null}
      data-complaint={complaint ?? undefined}
    >
      <FieldLabel label={label} isLabelHidden={isLabelHidden} hint={hint} isOptional={isOptional} />
      <AriaTextArea
        className="ui-control ui-area"
        ref={ref}
        rows={lines}
        style={{ '--lines': lines } as CSSProperties}
        placeholder={placeholder}
      />
      {props.maxLength && value.length > props.maxLength * 0.8 && (
        <Written used={value.length} limit={props.maxLength} />
      )}
      <FieldComplaint complaint={complaint} />
    </TextField>
  )
}

function Written({ used, limit }: { used: number; limit: number }) {
  const number = useNumber()
  return (
    <span className="ui-written">
      {number(used)} / {number(limit)}
    </span>
  )
}
