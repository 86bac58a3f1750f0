import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { Button, Dialog, Form, sayRefusal, TextArea, toast } from '#ui'
import {
  approveRedemption,
  declineRedemption,
  fulfilRedemption,
  type Redemption,
  refundRedemption,
} from '../../redemption.contract.ts'
import { useText } from './text.ts'

const topics = ['rewards', 'redemptions', 'accounts']
type Asking = 'decline' | 'fulfil' | 'refund'

/** What the reader can do about somebody's request now. */
export function Handling({ redemption }: { redemption: Redemption }) {
  const t = useText()
  const [asking, setAsking] = useState<Asking | null>(null)
  const approve = useWrite(approveRedemption, topics)
  const { id, member, can } = redemption
  const agree = () =>
    approve.mutate(
      { params: { redemptionId: id }, body: {} },
      { onSuccess: () => toast(t('redemption.approvedNow', { name: member.name })), onError: sayRefusal },
    )
  return (
    <>
      {can.approve && (
        <Button
          look="primary"
          isPending={approve.isPending}
          aria-label={t('redemption.approveOf', { name: member.name })}
          onPress={agree}
        >
          {t('redemption.approve')}
        </Button>
      )}
      {(['fulfil', 'decline', 'refund'] as const).map(
        (what) =>
          can[what] && (
            <Button
              key={what}
              look={what === 'fulfil' ? 'primary' : 'line'}
              aria-label={t(`redemption.${what}Of`, { name: member.name })}
              onPress={() => setAsking(what)}
            >
              {t(`redemption.${what}`)}
            </Button>
          ),
      )}
      {asking && <Asking what={asking} redemption={redemption} onClose={() => setAsking(null)} />}
    </>
  )
}

interface AskingProps {
  what: Asking
  redemption: Redemption
  onClose: () => void
}

/** The write behind each, with what is said about it. */
function useHandling({ what, redemption: { id }, onClose }: AskingProps) {
  const t = useText()
  const [decline, refund, fulfil] = [
    useWrite(declineRedemption, topics),
    useWrite(refundRedemption, topics),
    useWrite(fulfilRedemption, topics),
  ]
  const params = { redemptionId: id }
  const onSuccess = () => {
    onClose()
    toast(t(`redemption.${what}Done`))
  }
  const send = (words: string) => {
    if (what === 'decline') decline.mutate({ params, body: { reason: words } }, { onSuccess })
    else if (what === 'refund') refund.mutate({ params, body: { reason: words } }, { onSuccess })
    else fulfil.mutate({ params, body: { words } }, { onSuccess })
  }
  const { isPending, error } = { decline, refund, fulfil }[what]
  return { send, isPending, error }
}

/** Asks for the words that the other is told: a reason, or what they need to know. */
function Asking(props: AskingProps) {
  const t = useText()
  const { what, redemption, onClose } = props
  const [words, setWords] = useState('')
  const { send, isPending, error } = useHandling(props)
  const isReason = what !== 'fulfil'
  const { name } = redemption.member
  return (
    <Dialog
      title={t(`redemption.${what}Of`, { name })}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Form onSubmit={() => send(words)} error={error}>
        <p>{t(`redemption.${what}Text`, { name, count: redemption.price })}</p>
        <TextArea
          label={t(isReason ? 'redemption.reason' : 'redemption.note')}
          name={isReason ? 'reason' : 'words'}
          value={words}
          onChange={setWords}
          maxLength={500}
          check={(said) => (isReason && said.trim().length < 10 ? t('redemption.reasonShort') : null)}
          isRequired={isReason}
          isOptional={!isReason}
          onSend={() => send(words)}
          autoFocus
        />
        <Button type="submit" look={isReason ? 'danger' : 'primary'} isPending={isPending}>
          {t(`redemption.${what}`)}
        </Button>
      </Form>
    </Dialog>
  )
}
