import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { Button, Row, sayRefusal, toast } from '#ui'
import { type Bonus, decideBonus, returnBonus, withdrawBonus } from '../../bonus.contract.ts'
import { AskWhy } from '../ask-why.tsx'
import { useText } from './text.ts'

const topics = ['bonuses', 'accounts', 'feed']
type BonusProps = { bonus: Bonus }

/** Approves the next step, or declines with a reason. */
export function Decide({ bonus: { id: bonusId, to } }: BonusProps) {
  const t = useText()
  const decide = useWrite(decideBonus, topics)
  const [isDeclining, setDeclining] = useState(false)
  const send = (verdict: 'approve' | 'decline', note: string) =>
    decide.mutate(
      { params: { bonusId }, body: { verdict, note } },
      {
        onSuccess: () => toast({ text: t(`bonus.${verdict}d`), tone: 'success' }),
        // What is declined is refused where its reason is written.
        ...(verdict === 'approve' && { onError: sayRefusal }),
      },
    )
  const name = { name: to.name }
  return (
    <Row gap={8}>
      <Button
        look="primary"
        isPending={decide.isPending}
        onPress={() => send('approve', '')}
        aria-label={t('bonus.approveFor', name)}
      >
        {t('bonus.approve')}
      </Button>
      <Button onPress={() => setDeclining(true)} aria-label={t('bonus.declineFor', name)}>
        {t('bonus.decline')}
      </Button>
      {isDeclining && (
        <AskWhy
          title={t('bonus.declineFor', name)}
          name="note"
          label={t('bonus.why')}
          tooShort={t('bonus.whyShort')}
          action={t('bonus.decline')}
          isPending={decide.isPending}
          error={decide.error}
          onClose={() => setDeclining(false)}
          onSend={(note) => send('decline', note)}
        />
      )}
    </Row>
  )
}

/** Takes back what one proposed. */
export function Withdraw({ bonus: { id: bonusId, to } }: BonusProps) {
  const t = useText()
  const withdraw = useWrite(withdrawBonus, topics)
  return (
    <Button
      look="ghost"
      isPending={withdraw.isPending}
      onPress={() =>
        withdraw.mutate(
          { params: { bonusId } },
          { onSuccess: () => toast(t('bonus.withdrawn')), onError: sayRefusal },
        )
      }
      aria-label={t('bonus.withdrawFor', { name: to.name })}
    >
      {t('bonus.withdraw')}
    </Button>
  )
}

/** What was approved goes back to the budget, for a reason. */
export function NotPaid({ bonus: { id: bonusId, to } }: BonusProps) {
  const t = useText()
  const giveBack = useWrite(returnBonus, topics)
  const [isOpen, setOpen] = useState(false)
  const title = t('bonus.returnFor', { name: to.name })
  return (
    <>
      <Button look="ghost" onPress={() => setOpen(true)} aria-label={title}>
        {t('bonus.return')}
      </Button>
      {isOpen && (
        <AskWhy
          title={title}
          name="why"
          label={t('bonus.why')}
          tooShort={t('bonus.whyShort')}
          text={t('bonus.returnText')}
          action={t('bonus.return')}
          isPending={giveBack.isPending}
          error={giveBack.error}
          onClose={() => setOpen(false)}
          onSend={(why) =>
            giveBack.mutate(
              { params: { bonusId }, body: { why } },
              { onSuccess: () => toast(t('bonus.returnDone')) },
            )
          }
        />
      )}
    </>
  )
}
