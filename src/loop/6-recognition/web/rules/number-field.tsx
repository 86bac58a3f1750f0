import { TextField, type TextFieldProps } from '#ui'
import { useText } from './text.ts'

interface NumberFieldProps
  extends Pick<TextFieldProps, 'label' | 'hint' | 'isOptional' | 'isRequired' | 'error'> {
  value: string
  onChange: (typed: string) => void
  least?: number
  most: number
}

/** A whole number that is typed; empty where none need be said. */
export function NumberField({ least = 1, most, ...field }: NumberFieldProps) {
  const t = useText()
  const check = (typed: string) =>
    typed.trim() === '' || (/^\d{1,9}$/.test(typed.trim()) && Number(typed) >= least && Number(typed) <= most)
      ? null
      : t('rule.number', { least, most })
  return <TextField {...field} inputMode="numeric" maxLength={9} check={check} />
}
