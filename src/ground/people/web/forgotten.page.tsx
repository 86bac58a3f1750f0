import { useState } from 'react'
import { paths } from '#paths'
import { useWrite } from '#platform/web/use'
import { Button, Callout, Card, Form, LinkButton } from '#ui'
import { askPasswordReset } from '../access.contract.ts'
import { Door } from './door.tsx'
import { MailField } from './mail-field.tsx'
import { useText } from './text.ts'

/** Asks for a link to a new password. */
export function Component() {
  const t = useText()
  const [email, setEmail] = useState('')
  const ask = useWrite(askPasswordReset)
  return (
    <Door title={t('people.forgotten.title')} lead={!ask.isSuccess && t('people.forgotten.lead')}>
      {ask.isSuccess ? (
        <>
          <Callout tone="success">{t('people.forgotten.sent')}</Callout>
          <LinkButton href={paths.signIn}>{t('people.toSignIn')}</LinkButton>
        </>
      ) : (
        <Card>
          <Form onSubmit={() => ask.mutate({ body: { email } })} error={ask.error}>
            <MailField value={email} onChange={setEmail} autoFocus />
            <Button type="submit" look="primary" isPending={ask.isPending}>
              {t('people.forgotten.send')}
            </Button>
          </Form>
        </Card>
      )}
    </Door>
  )
}
