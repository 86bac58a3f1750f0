import { TextField } from '#ui'
import { useChecks } from './fields.ts'
import { useText } from './text.ts'

interface MailFieldProps {
  value: string
  onChange: (address: string) => void
  autoFocus?: boolean
}

/** One's own mail address, as browsers and their password books know it. */
export function MailField(props: MailFieldProps) {
  const t = useText()
  const checks = useChecks()
  return (
    <TextField
      {...props}
      label={t('people.email')}
      name="email"
      type="email"
      autoComplete="username"
      check={checks.email}
      isRequired
    />
  )
}
