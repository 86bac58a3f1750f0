import type { CSSProperties, Ref } from 'react'
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import { TextField, type TextFieldProps } from 'react-aria-components/TextField'
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
  /** Asked of each key first: whether it meant something else than writing. */
  onKey?: (key: string) => boolean
  /** The cursor went elsewhere, or something was selected. */
  onSelect?: () => void
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

type Press = Parameters<NonNullable<TextFieldProps['onKeyDown']>>[0]

/** Keys that mean something else than writing are taken; Ctrl or Command with Enter sends, once however long it is held. */
function press(event: Press, { onKey, onSend }: Pick<TextAreaProps, 'onKey' | 'onSend'>): void {
  const isCommand = event.ctrlKey || event.metaKey
  // What Enter means while letters are being put together is between the writer and their keyboard.
  const isOwn = !isCommand && !event.altKey && !event.nativeEvent.isComposing
  if (isOwn && onKey?.(event.key)) event.preventDefault()
  else if (event.key !== 'Enter' || !isCommand) event.continuePropagation()
  else if (!event.nativeEvent.repeat) onSend?.()
}

/** Several lines of text; as high as what is written. */
export function TextArea(props: TextAreaProps) {
  const { label, isLabelHidden, hint, isOptional, error: _, isRequired = false, check: __, ...rest } = props
  const {
    value: held,
    defaultValue = '',
    onChange,
    onBlur,
    onSend: _send,
    onKey: _key,
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
      onKeyDown={(event) => press(event, props)}
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
