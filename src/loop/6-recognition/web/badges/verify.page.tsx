import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { Button, Card, FileDrop, Form, Stack, TextArea, TextField } from '#ui'
import { checkBadge } from '../../credential.contract.ts'
import { ForAnyone } from './for-anyone.tsx'
import { useText } from './text.ts'
import { Verdict } from './verdict.tsx'

const most = 100_000

/** Checks a badge that somebody brought: for anyone, also who is not signed in. */
export function Component() {
  const t = useText()
  const [credential, setCredential] = useState('')
  const [email, setEmail] = useState('')
  const check = useWrite(checkBadge)
  const send = (text: string) => check.mutate({ body: { credential: text, email } })
  const take = async ([file]: File[]) => {
    const text = (await file?.text())?.trim() ?? ''
    setCredential(text)
    if (text) send(text)
  }
  return (
    <ForAnyone title={t('badge.verify.title')} lead={t('badge.verify.lead')}>
      <Card>
        <Form onSubmit={() => send(credential)} error={check.error}>
          <FileDrop
            label={t('badge.verify.drop')}
            accept={['.jwt', '.jws', '.svg', '.txt']}
            maxBytes={most}
            onFiles={(files) => void take(files)}
          />
          <TextArea
            label={t('badge.verify.paste')}
            name="credential"
            hint={t('badge.verify.pasteHint')}
            value={credential}
            onChange={setCredential}
            maxLength={most}
            lines={3}
            isRequired
          />
          <TextField
            label={t('badge.verify.email')}
            name="email"
            hint={t('badge.verify.emailHint')}
            value={email}
            onChange={setEmail}
            maxLength={254}
            isOptional
          />
          <Button type="submit" look="primary" isPending={check.isPending}>
            {t('badge.verify.go')}
          </Button>
        </Form>
      </Card>
      <Stack>{check.data && <Verdict {...check.data} />}</Stack>
    </ForAnyone>
  )
}
