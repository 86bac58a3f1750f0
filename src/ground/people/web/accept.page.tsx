import { type ReactNode, useState } from 'react'
import { useParams } from 'react-router'
import { paths } from '#paths'
import type { CallError } from '#platform/http/call'
import { useRead, useWrite } from '#platform/web/use'
import { Button, Callout, Card, Form, LinkButton, SkeletonText, TextField } from '#ui'
import { acceptInvitation, readInvitation } from '../invitation.contract.ts'
import { Door, useEntrance } from './door.tsx'
import { useChecks } from './fields.ts'
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

interface GoneProps {
  error: CallError
  /** How to come by another link. */
  children?: ReactNode
}

/** A link that leads nowhere any more, with why; one that was not copied whole is no id to the server. */
export function Gone({ error, children }: GoneProps) {
  const t = useText()
  return (
    <Door title={t('people.gone.title')}>
      <Callout tone="warning">
        {error.problem.status === 422 ? t('people.gone.broken') : error.message}
      </Callout>
      {children}
      <LinkButton href={paths.signIn} look={children ? 'soft' : 'primary'}>
        {t('people.toSignIn')}
      </LinkButton>
    </Door>
  )
}
