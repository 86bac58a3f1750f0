import { useState } from 'react'
import { usePeopleSearch } from '#people/web/index.tsx'
import { useWrite } from '#platform/web/use'
import { Button, Combobox, Dialog, Form, sayRefusal, TextArea, toast } from '#ui'
import { cancelRedemption, type Redemption, redeemReward } from '../../redemption.contract.ts'
import type { Reward } from '../../reward.contract.ts'
import { useText } from './text.ts'

const topics = ['rewards', 'redemptions', 'accounts']

interface RedeemDialogProps {
  reward: Reward
  points: number
  onClose: () => void
}

/** Redeems, and says so, with the way to take it back. */
function useRedeeming({ reward, onClose }: RedeemDialogProps) {
  const t = useText()
  const redeem = useWrite(redeemReward, topics)
  const cancel = useWrite(cancelRedemption, topics)
  const takeBack = (redemptionId: string) =>
    cancel.mutate(
      { params: { redemptionId } },
      { onSuccess: () => toast(t('redemption.cancelledNow')), onError: sayRefusal },
    )
  const onSuccess = ({ id, state, name }: Redemption) => {
    onClose()
    const text = t(state === 'asked' ? 'reward.askedFor' : 'reward.redeemed', { name })
    toast({ text, tone: 'success', undo: () => takeBack(id) })
  }
  const send = (toId: string | null, words: string) =>
    redeem.mutate(
      { params: { rewardId: reward.id }, body: { price: reward.price, toId, words } },
      { onSuccess },
    )
  return { send, isPending: redeem.isPending, error: redeem.error }
}

/** Asks before points are taken: for whom, with which words, and what is left afterwards. */
export function RedeemDialog(props: RedeemDialogProps) {
  const t = useText()
  const { reward, points, onClose } = props
  const { kind, price, name, approval } = reward
  const [to, setTo] = useState<{ id: string; label: string } | null>(null)
  const [words, setWords] = useState('')
  const { send, isPending, error } = useRedeeming(props)
  const search = usePeopleSearch()
  const isGift = kind === 'gift'
  const give = () => send(isGift ? (to?.id ?? null) : null, words)
  return (
    <Dialog title={t('reward.redeemOf', { name })} isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Form onSubmit={give} error={error}>
        <p>
          {t('reward.costs', { price, after: points - price })} {t(`reward.approval.${approval}.then`)}
        </p>
        {isGift && (
          <Combobox
            label={t('reward.to')}
            name="toId"
            placeholder={t('reward.toSearch')}
            search={search}
            value={to}
            onChange={setTo}
            isRequired
            autoFocus
          />
        )}
        <TextArea
          label={t(isGift ? 'reward.giftWords' : 'reward.words')}
          name="words"
          hint={t(isGift ? 'reward.giftWordsHint' : 'reward.wordsHint')}
          value={words}
          onChange={setWords}
          maxLength={500}
          onSend={give}
          isOptional
        />
        <Button type="submit" look="primary" isPending={isPending}>
          {t('reward.pay', { count: price })}
        </Button>
      </Form>
    </Dialog>
  )
}
