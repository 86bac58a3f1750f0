import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { Button, Form, RadioGroup, TextField } from '#ui'
import { type Session, signIn } from '../contract.ts'
import { MailField } from './mail-field.tsx'
import { useText } from './text.ts'

interface SignInFormProps {
  /** Whose address stands there already. */
  address?: string
  onIn: (session: Session) => void
}

/** Sign in with address and password; asks which organization when both fit in several. */
export function SignInForm({ address = '', onIn }: SignInFormProps) {
  const t = useText()
  const [email, setEmail] = useState(address)
  const [password, setPassword] = useState('')
  const [organization, setOrganization] = useState<string | null>(null)
  const attempt = useWrite(signIn)
  const choices = (attempt.error?.problem.organizations ?? []) as { id: string; name: string }[]
  const send = () =>
    attempt.mutate({ body: { email, password, ...(organization && { organization }) } }, { onSuccess: onIn })
  return (
    <Form onSubmit={send} error={choices.length > 0 ? null : attempt.error}>
      <MailField value={email} onChange={setEmail} autoFocus={address === ''} />
      <TextField
        label={t('people.password')}
        name="password"
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        isRequired
      />
      {choices.length > 0 && (
        <RadioGroup
          label={t('people.signIn.choose')}
          items={choices.map(({ id, name }) => ({ id, label: name }))}
          value={organization}
          onChange={setOrganization}
        />
      )}
      <Button type="submit" look="primary" isPending={attempt.isPending}>
        {t('people.signIn.go')}
      </Button>
    </Form>
  )
}
