import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { Button, Dialog, Form, type FormProps, Row, sayRefusal, TextArea, toast } from '#ui'
import { type Bonus, decideBonus, returnBonus, withdrawBonus } from '../../bonus.contract.ts'
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
        <Why
          title={t('bonus.declineFor', name)}
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
        <Why
          title={title}
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

interface WhyProps {
  title: string
  text?: string
  action: string
  isPending: boolean
  error: FormProps['error']
  onClose: () => void
  onSend: (why: string) => void
}

function Why({ title, text, action, isPending, error, onClose, onSend }: WhyProps) {
  const t = useText()
  const [why, setWhy] = useState('')
  return (
    <Dialog title={title} isOpen onOpenChange={onClose} size="sm">
      {text && <p>{text}</p>}
      <Form onSubmit={() => onSend(why)} error={error}>
        <TextArea
          label={t('bonus.why')}
          name="note"
          value={why}
          onChange={setWhy}
          maxLength={500}
          check={(words) => (words.trim().length < 10 ? t('bonus.whyShort') : null)}
          isRequired
          autoFocus
        />
        <Button type="submit" look="danger" isPending={isPending}>
          {action}
        </Button>
      </Form>
    </Dialog>
  )
}
