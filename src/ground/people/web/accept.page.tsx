import { useState } from 'react'
import { useParams } from 'react-router'
import { useRead, useWrite } from '#platform/web/use'
import { Button, Card, Form, SkeletonText, TextField } from '#ui'
import { acceptInvitation, readInvitation } from '../invitation.contract.ts'
import { Door, useEntrance } from './door.tsx'
import { useChecks } from './fields.ts'
import { Gone } from './gone.tsx'
import { useText } from './text.ts'

/** The link of an invitation: who invites, to what, and the way in. */
export function Component() {
  const t = useText()
  const checks = useChecks()
  const enter = useEntrance()
  const { token = '' } = useParams()
  const offer = useRead(readInvitation, { params: { token } }, { once: true })
  const accept = useWrite(acceptInvitation)
  const [name, setName] = useState<string | null>(null)
  const [password, setPassword] = useState('')
  if (offer.isPending) return <SkeletonText />
  if (offer.error) return <Gone error={offer.error} />
  const { invitedBy: inviter, organization, group, role } = offer.data
  const body = { token, name: name ?? offer.data.name, password }
  return (
    <Door
      title={t('people.accept.title', { inviter, organization })}
      lead={t('people.accept.lead', { role: t(`people.role.${role}`), group })}
    >
      <Card>
        <Form onSubmit={() => accept.mutate({ body }, { onSuccess: enter })} error={accept.error}>
          <TextField
            label={t('people.welcome.name')}
            name="name"
            value={body.name}
            onChange={setName}
            autoComplete="name"
            maxLength={120}
            isRequired
          />
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
          />
          <Button type="submit" look="primary" isPending={accept.isPending}>
            {t('people.accept.go')}
          </Button>
        </Form>
      </Card>
    </Door>
  )
}
