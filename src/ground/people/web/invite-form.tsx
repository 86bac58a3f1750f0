import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { Button, Form, Grid, TextField, toast } from '#ui'
import { inviteMember } from '../invitation.contract.ts'
import { useChecks } from './fields.ts'
import { useText } from './text.ts'
import { useUsualWhere, type Where, WhereFields } from './where.tsx'

/** Invites one person. */
export function InviteForm() {
  const t = useText()
  const checks = useChecks()
  const [where, setWhere] = useState<Where>(useUsualWhere())
  const [who, setWho] = useState({ name: '', email: '' })
  const [round, setRound] = useState(0)
  const invite = useWrite(inviteMember, ['invitations'])
  const onSuccess = () => {
    toast({ text: t('people.invite.sent', { name: who.name }), tone: 'success' })
    setWho({ name: '', email: '' })
    setRound(round + 1)
  }
  const send = () => invite.mutate({ body: { ...who, ...where } }, { onSuccess })
  return (
    <Form key={round} onSubmit={send} error={invite.error}>
      <Grid gap={16}>
        <TextField
          label={t('people.invite.name')}
          name="name"
          value={who.name}
          onChange={(name) => setWho({ ...who, name })}
          maxLength={120}
          isRequired
          autoFocus={round > 0}
        />
        <TextField
          label={t('people.invite.email')}
          name="email"
          type="email"
          value={who.email}
          onChange={(email) => setWho({ ...who, email })}
          check={checks.email}
          isRequired
        />
      </Grid>
      <WhereFields where={where} onChange={(part) => setWhere({ ...where, ...part })} />
      <div>
        <Button type="submit" look="primary" isPending={invite.isPending}>
          {t('people.invite.send')}
        </Button>
      </div>
    </Form>
  )
}
