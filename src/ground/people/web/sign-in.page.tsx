import { useState } from 'react'
import { paths } from '#paths'
import { useWrite } from '#platform/web/use'
import { Button, Card, Form, Link, RadioGroup, TextField } from '#ui'
import { signIn } from '../contract.ts'
import { Door, useEntrance } from './door.tsx'
import { useChecks } from './fields.ts'
import { useText } from './text.ts'

/** Sign in with address and password; asks which organization when both fit in several. */
export function Component() {
  const t = useText()
  const checks = useChecks()
  const enter = useEntrance()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [organization, setOrganization] = useState<string | null>(null)
  const attempt = useWrite(signIn)
  const choices = (attempt.error?.problem.organizations ?? []) as { id: string; name: string }[]
  const send = () =>
    attempt.mutate({ body: { email, password, ...(organization && { organization }) } }, { onSuccess: enter })
  return (
    <Door title={t('people.signIn.title')}>
      <Card>
        <Form onSubmit={send} error={choices.length > 0 ? null : attempt.error}>
          <TextField
            label={t('people.email')}
            name="email"
            type="email"
            value={email}
            onChange={setEmail}
            autoComplete="username"
            check={checks.email}
            isRequired
            autoFocus
          />
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
      </Card>
      <Link href={paths.forgotten}>{t('people.forgotten.link')}</Link>
    </Door>
  )
}
