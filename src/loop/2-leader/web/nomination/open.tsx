import { useState } from 'react'
import { linkTo, paths } from '#paths'
import { useRead, useWrite } from '#platform/web/use'
import {
  Avatar,
  Button,
  Card,
  Chip,
  Dialog,
  ErrorState,
  Form,
  Link,
  Row,
  SkeletonRows,
  Stack,
  sayRefusal,
  Time,
  toast,
} from '#ui'
import {
  confirmNomination,
  dismissNomination,
  listNominations,
  type Nomination,
  reopenNomination,
} from '../../nomination.contract.ts'
import { Sentence } from '../sentence.tsx'
import { useText } from '../text.ts'

const topics = ['nominations']

/** The nominations that wait for somebody: to be decided on, or answered. */
export function OpenNominations() {
  const t = useText()
  const read = useRead(listNominations, { query: { limit: 20 } }, { topics })
  if (read.error) return <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
  return (
    <Card title={t('leader.nominations')}>
      {read.isPending ? (
        <SkeletonRows rows={2} />
      ) : read.data.items.length === 0 ? (
        <p className="ui-muted">{t('leader.nominations.none')}</p>
      ) : (
        <Stack gap={24}>
          {read.data.items.map((nomination) => (
            <NominationView key={nomination.id} nomination={nomination} />
          ))}
        </Stack>
      )}
    </Card>
  )
}

function NominationView({ nomination }: { nomination: Nomination }) {
  const t = useText()
  const [decision, setDecision] = useState<'confirmed' | 'dismissed' | null>(null)
  const { member, group, state, voices, can, decided } = nomination
  return (
    <article className="nomination" aria-label={member.name}>
      <Row isTight>
        <Avatar id={member.id} name={member.name} />
        <span>
          <Link href={linkTo(paths.member, { memberId: member.id })} isQuiet>
            <strong>{member.name}</strong>
          </Link>
          <br />
          <span className="ui-muted">{group.name}</span>
        </span>
      </Row>
      <div>
        <Chip tone={state === 'proposed' ? 'warm' : 'info'}>{t(`leader.nomination.${state}`)}</Chip>
      </div>
      <Voices voices={voices} />
      {decided && state !== 'proposed' && (
        <p className="nomination-said">
          {t('leader.nomination.quote', { words: decided.reason })}{' '}
          <span className="ui-muted">
            {decided.by.name}, <Time at={decided.at} />
          </span>
        </p>
      )}
      {can.decide && (
        <Row>
          <Button look="primary" onPress={() => setDecision('confirmed')}>
            {t('leader.nomination.ask', { name: member.name })}
          </Button>
          <Button look="ghost" onPress={() => setDecision('dismissed')}>
            {t('leader.nomination.dismiss')}
          </Button>
        </Row>
      )}
      {decision && (
        <DecideDialog nomination={nomination} decision={decision} onClose={() => setDecision(null)} />
      )}
    </article>
  )
}

/** Who proposed somebody, and why. */
export function Voices({ voices }: Pick<Nomination, 'voices'>) {
  const t = useText()
  return voices.map(({ member, reason, at }) => (
    <p key={member.id} className="nomination-said">
      {t('leader.nomination.quote', { words: reason })}{' '}
      <span className="ui-muted">
        {member.name}, <Time at={at} />
      </span>
    </p>
  ))
}

interface DecideDialogProps {
  nomination: Nomination
  decision: 'confirmed' | 'dismissed'
  onClose: () => void
}

function DecideDialog({ nomination, decision, onClose }: DecideDialogProps) {
  const t = useText()
  const { name } = nomination.member
  const [reason, setReason] = useState('')
  const params = { nominationId: nomination.id }
  const confirm = useWrite(confirmNomination, topics)
  const dismiss = useWrite(dismissNomination, topics)
  const reopen = useWrite(reopenNomination, topics)
  const write = decision === 'confirmed' ? confirm : dismiss
  const undo = () => reopen.mutateAsync({ params }).catch(sayRefusal)
  const save = () =>
    write.mutate(
      { params, body: { reason } },
      {
        onSuccess: () => {
          toast({
            text: t(`leader.nomination.${decision}Done`, { name }),
            tone: 'success',
            ...(decision === 'dismissed' && { undo }),
          })
          onClose()
        },
      },
    )
  const title = t(decision === 'confirmed' ? 'leader.nomination.ask' : 'leader.nomination.dismissTitle', {
    name,
  })
  return (
    <Dialog title={title} isOpen onOpenChange={onClose}>
      <Form onSubmit={save} error={write.error}>
        <Sentence
          label={t('leader.nomination.reason')}
          hint={t('leader.nominate.reasonHint', { name })}
          name="reason"
          value={reason}
          onChange={setReason}
          onSend={save}
          autoFocus
        />
        <div>
          <Button
            type="submit"
            look={decision === 'confirmed' ? 'primary' : 'soft'}
            isPending={write.isPending}
          >
            {t(decision === 'confirmed' ? 'leader.nominate.sendAsk' : 'leader.nomination.dismiss', { name })}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
