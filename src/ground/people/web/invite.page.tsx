import { useState } from 'react'
import { paths } from '#paths'
import { useList, useRead, useWrite } from '#platform/web/use'
import { Button, Card, ErrorState, Form, List, ListRow, Page, Select, Stack, TextField, toast } from '#ui'
import { listGroups } from '../contract.ts'
import {
  type Invitation,
  inviteMember,
  listInvitations,
  resendInvitation,
  withdrawInvitation,
} from '../invitation.contract.ts'
import { useChecks } from './fields.ts'
import { LanguageChoice } from './language-choice.tsx'
import { useSession } from './session.ts'
import { useText } from './text.ts'

const roles = ['learner', 'leader', 'reviewer', 'manager', 'admin'] as const

/** Invites someone, and shows who has not answered yet. */
export function Component() {
  const t = useText()
  return (
    <Page
      title={t('people.invite.title')}
      lead={t('people.invite.lead')}
      width="narrow"
      breadcrumbs={[{ label: t('people.people'), href: paths.people }]}
    >
      <Stack gap={24}>
        <Card>
          <InviteForm />
        </Card>
        <Waiting />
      </Stack>
    </Page>
  )
}

type NewInvitation = Pick<Invitation, 'name' | 'email' | 'groupId' | 'role' | 'locale'>

function InviteForm() {
  const t = useText()
  const { organization, member } = useSession()
  const empty: NewInvitation = {
    name: '',
    email: '',
    groupId: organization.id,
    role: 'learner',
    locale: member.locale,
  }
  const [form, setForm] = useState(empty)
  const invite = useWrite(inviteMember, ['invitations'])
  const onSuccess = () => {
    toast({ text: t('people.invite.sent', { name: form.name }), tone: 'success' })
    setForm({ ...form, name: '', email: '' })
  }
  return (
    <Form onSubmit={() => invite.mutate({ body: form }, { onSuccess })} error={invite.error?.problem.detail}>
      <Fields form={form} onChange={(part) => setForm({ ...form, ...part })} />
      <Button type="submit" look="primary" isPending={invite.isPending}>
        {t('people.invite.send')}
      </Button>
    </Form>
  )
}

interface FieldsProps {
  form: NewInvitation
  onChange: (part: Partial<NewInvitation>) => void
}

function Fields({ form, onChange }: FieldsProps) {
  const t = useText()
  const checks = useChecks()
  const groups = useRead(listGroups, {}, { topics: ['groups'] })
  const managed = (groups.data?.items ?? []).filter(({ can }) => can.manage)
  return (
    <>
      <TextField
        label={t('people.welcome.name')}
        value={form.name}
        onChange={(name) => onChange({ name })}
        maxLength={120}
        isRequired
      />
      <TextField
        label={t('people.email')}
        type="email"
        value={form.email}
        onChange={(email) => onChange({ email })}
        check={checks.email}
        isRequired
      />
      <Select
        label={t('people.invite.group')}
        items={managed.map(({ id, name }) => ({ id, label: name }))}
        value={form.groupId}
        onChange={(groupId) => onChange({ groupId })}
      />
      <Select
        label={t('people.invite.role')}
        items={roles.map((id) => ({ id, label: t(`people.role.${id}`) }))}
        value={form.role}
        onChange={(role) => onChange({ role })}
      />
      <LanguageChoice value={form.locale} onChange={(locale) => onChange({ locale })} />
    </>
  )
}

function Waiting() {
  const t = useText()
  const list = useList(listInvitations, {}, { topics: ['invitations'] })
  if (list.error)
    return <ErrorState onRetry={() => void list.refetch()}>{list.error.problem.detail}</ErrorState>
  return (
    <Card title={t('people.invite.waiting')}>
      {!list.isPending && list.items.length === 0 && <p className="ui-muted">{t('people.invite.none')}</p>}
      <List>
        {list.items.map((invitation) => (
          <Invited key={invitation.id} invitation={invitation} />
        ))}
      </List>
    </Card>
  )
}

function Invited({ invitation }: { invitation: Invitation }) {
  const t = useText()
  const { id, name, email, role, group } = invitation
  const params = { invitationId: id }
  const withdraw = useWrite(withdrawInvitation, ['invitations'])
  const resend = useWrite(resendInvitation, ['invitations'])
  return (
    <ListRow
      title={name}
      text={t('people.invite.to', { email, role: t(`people.role.${role}`), group })}
      after={
        <>
          <Button
            size="sm"
            isPending={resend.isPending}
            onPress={() =>
              resend.mutate({ params }, { onSuccess: () => void toast(t('people.invite.resent')) })
            }
          >
            {t('people.invite.resend')}
          </Button>
          <Button
            size="sm"
            look="ghost"
            isPending={withdraw.isPending}
            onPress={() =>
              withdraw.mutate({ params }, { onSuccess: () => void toast(t('people.invite.withdrawn')) })
            }
          >
            {t('people.invite.withdraw')}
          </Button>
        </>
      }
    />
  )
}
