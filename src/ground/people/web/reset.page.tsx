import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { paths } from '#paths'
import { useRead, useWrite } from '#platform/web/use'
import { Button, Card, Form, LinkButton, SkeletonText, TextField, toast } from '#ui'
import { readPasswordReset, resetPassword } from '../access.contract.ts'
import { Door } from './door.tsx'
import { useChecks } from './fields.ts'
import { Gone } from './gone.tsx'
import { useText } from './text.ts'

/** The link of a mail: a new password. */
export function Component() {
  const t = useText()
  const checks = useChecks()
  const navigate = useNavigate()
  const { token = '' } = useParams()
  const account = useRead(readPasswordReset, { params: { token } }, { once: true })
  const reset = useWrite(resetPassword)
  const [password, setPassword] = useState('')
  if (account.isPending) return <SkeletonText />
  if (account.error)
    return (
      <Gone error={account.error}>
        <LinkButton href={paths.forgotten} look="primary">
          {t('people.reset.another')}
        </LinkButton>
      </Gone>
    )
  const onSuccess = () => {
    toast({ text: t('people.reset.done'), tone: 'success' })
    void navigate(paths.signIn)
  }
  return (
    <Door title={t('people.reset.title')} lead={t('people.reset.lead', account.data)}>
      <Card>
        <Form onSubmit={() => reset.mutate({ body: { token, password } }, { onSuccess })} error={reset.error}>
          <TextField
            label={t('people.password')}
            name="password"
            hint={t('people.passwordHint')}
            type="password"
            value={password}
            onChange={setPassword}
            autoComplete="new-password"
            check={checks.password}
            isRequired
            autoFocus
          />
          <Button type="submit" look="primary" isPending={reset.isPending}>
            {t('people.reset.go')}
          </Button>
        </Form>
      </Card>
    </Door>
  )
}
