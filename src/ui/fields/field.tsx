import { type ReactNode, useState } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { useText } from '../text/use-text.ts'
import { useSent } from './form.tsx'

/** What every field takes. */
export interface FieldProps<Value> {
  label: string
  /** What the request calls it: what the server says of it stands here. */
  name?: string
  /** Reads the label to screen readers only, where the place already shows what to write. */
  isLabelHidden?: boolean | undefined
  /** One sentence of help under the label. */
  hint?: ReactNode
  /** What the server or the page found wrong; shown at once. */
  error?: string | null | undefined
  isRequired?: boolean
  /** Says "optional" beside the label. */
  isOptional?: boolean | undefined
  /** What is wrong with a value, in words, or null. Asked when the field is left and when the form is sent. */
  check?(value: Value): string | null | undefined
}

/** The complaint about a field that may be shown now, and what to call when the field is left. */
export function useComplaint<Value>(props: FieldProps<Value>, value: Value) {
  const [left, setLeft] = useState(false)
  const { tried, fault } = useSent(props.name)
  // What the server found wrong with a value stands until the value is another one.
  const [refused, setRefused] = useState({ fault: null as string | null, value })
  if (refused.fault !== fault) setRefused({ fault, value })
  const isSame = JSON.stringify(refused.value) === JSON.stringify(value)
  const t = useText()
  const isEmpty =
    value === '' || value === null || value === undefined || (Array.isArray(value) && value.length === 0)
  const own =
    props.isRequired && isEmpty ? t('ui.missing', { label: props.label }) : props.check?.(value) || null
  const complaint = props.error || (left || tried ? own : null) || (isSame ? fault : null)
  return { complaint, leave: () => setLeft(!isEmpty || tried) }
}

type FaceProps = Pick<FieldProps<never>, 'label' | 'isLabelHidden' | 'hint' | 'isOptional'>

/** The label and its help, above a control. */
export function FieldLabel({ label, isLabelHidden, hint, isOptional }: FaceProps) {
  const t = useText()
  return (
    <>
      <Label className={isLabelHidden ? 'ui-hidden' : 'ui-label'}>
        {label}
        {isOptional && <span className="ui-label-optional"> {t('ui.optional')}</span>}
      </Label>
      {hint && (
        <Text slot="description" className="ui-hint">
          {hint}
        </Text>
      )}
    </>
  )
}

/** The complaint, below a control; tied to it for screen readers. */
export function FieldComplaint({ complaint }: { complaint: string | null }) {
  return complaint ? <FieldError className="ui-complaint">{complaint}</FieldError> : null
}
