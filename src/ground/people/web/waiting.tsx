import { useList, useWrite } from '#platform/web/use'
import {
  Avatar,
  Button,
  Card,
  Chip,
  EmptyState,
  List,
  ListRow,
  ListStatus,
  ShowMore,
  sayRefusal,
  Time,
  toast,
} from '#ui'
import {
  type Invitation,
  listInvitations,
  resendInvitation,
  restoreInvitation,
  withdrawInvitation,
} from '../invitation.contract.ts'
import { useText } from './text.ts'

/** Who was invited and has not answered, the newest first. */
export function Waiting() {
  const t = useText()
  const list = useList(listInvitations, {}, { topics: ['invitations'] })
  return (
    <Card title={t('people.invite.waiting')}>
      <ListStatus list={list} rows={3} />
      {list.isSuccess && list.items.length === 0 && (
        <EmptyState title={t('people.invite.none')} isSmall>
          {t('people.invite.noneText')}
        </EmptyState>
      )}
      <List label={t('people.invite.waiting')}>
        {list.items.map((invitation) => (
          <Invited key={invitation.id} invitation={invitation} />
        ))}
      </List>
      <ShowMore list={list} />
    </Card>
  )
}

function Invited({ invitation }: { invitation: Invitation }) {
  const t = useText()
  const { id, name, email, role, group, invitedAt, expired } = invitation
  const { resend, withdraw, isResending } = useAnswers(invitation)
  return (
    <ListRow
      className="people-waiting"
      before={<Avatar id={id} name={name} />}
      title={name}
      text={
        <>
          {t('people.invite.to', { email, role: t(`people.role.${role}`), group })}
          <br />
          {t.rich('people.invite.at', { time: <Time at={invitedAt} /> })}{' '}
          {expired && <Chip tone="danger">{t('people.invite.expired')}</Chip>}
        </>
      }
      after={
        <>
          <Button size="sm" isPending={isResending} onPress={resend}>
            {t('people.invite.resend')}
          </Button>
          <Button size="sm" look="ghost" onPress={withdraw}>
            {t('people.invite.withdraw')}
          </Button>
        </>
      }
    />
  )
}

function useAnswers({ id, name, email }: Invitation) {
  const t = useText()
  const params = { invitationId: id }
  const withdrawing = useWrite(withdrawInvitation, ['invitations'])
  const restoring = useWrite(restoreInvitation, ['invitations'])
  const resending = useWrite(resendInvitation, ['invitations'])
  const withdraw = () => {
    const undo = () => restoring.mutateAsync({ params }).catch(sayRefusal)
    const onSuccess = () => void toast({ text: t('people.invite.withdrawn', { name }), undo })
    withdrawing.mutateAsync({ params }).then(onSuccess, sayRefusal)
  }
  const resend = () => {
    const onSuccess = () => void toast({ text: t('people.invite.resent', { email }), tone: 'success' })
    resending.mutateAsync({ params }).then(onSuccess, sayRefusal)
  }
  return { withdraw, resend, isResending: resending.isPending }
}
