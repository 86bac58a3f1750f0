import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { Button, Callout, Muted, Row, sayRefusal, toast } from '#ui'
import { type Draw, enterDraw, leaveDraw, withdrawDraw } from '../../draw.contract.ts'
import { AskWhy } from '../ask-why.tsx'
import { keepNumber, newNumber } from './own-number.ts'
import { useText } from './text.ts'

const topics = ['draws', 'rewards']

/** To enter or to leave; and once it is drawn, what came of one's own entry. */
export function TakePart({ draw }: { draw: Draw }) {
  const t = useText()
  const enter = useWrite(enterDraw, topics)
  const leave = useWrite(leaveDraw, topics)
  const { id: drawId, mine, why, can, drawnAt, withdrawn } = draw
  const params = { drawId }
  const goIn = () =>
    enter.mutate(
      { params, body: { nonce: newNumber() } },
      { onSuccess: (entered) => entered.mine && keepNumber(drawId, entered.mine.nonce), onError: sayRefusal },
    )
  const goOut = () =>
    leave.mutate({ params }, { onSuccess: () => toast(t('draw.leftNow')), onError: sayRefusal })
  if (mine?.outcome) return <Outcome outcome={mine.outcome} place={mine.place ?? 0} />
  if (mine && !drawnAt && !withdrawn)
    return (
      <Row justify="between">
        <span>{t('draw.youAreIn')}</span>
        {can.leave && (
          <Button look="line" isPending={leave.isPending} onPress={goOut}>
            {t('draw.leave')}
          </Button>
        )}
      </Row>
    )
  if (can.enter)
    return (
      <Row justify="between">
        <Muted>{t('draw.enterText')}</Muted>
        <Button look="primary" isPending={enter.isPending} onPress={goIn}>
          {t('draw.enter')}
        </Button>
      </Row>
    )
  if (drawnAt || withdrawn) return null
  return (
    <Muted>{t(why === 'limit' ? 'draw.whyLimit' : why === 'apart' ? 'draw.whyApart' : 'draw.soon')}</Muted>
  )
}

function Outcome({
  outcome,
  place,
}: {
  outcome: NonNullable<NonNullable<Draw['mine']>['outcome']>
  place: number
}) {
  const t = useText()
  return (
    <Callout tone={outcome === 'won' ? 'success' : 'note'} title={t('draw.yourPlace', { place })}>
      {t(`draw.outcome.${outcome}`)}
    </Callout>
  )
}

/** Calls a draw off, with a reason. */
export function Withdrawing({ draw }: { draw: Draw }) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const withdraw = useWrite(withdrawDraw, topics)
  const send = (reason: string) =>
    withdraw.mutate(
      { params: { drawId: draw.id }, body: { reason } },
      {
        onSuccess: () => {
          setOpen(false)
          toast(t('draw.withdrawnNow'))
        },
      },
    )
  return (
    <>
      <Button look="line" onPress={() => setOpen(true)}>
        {t('draw.withdraw')}
      </Button>
      {isOpen && (
        <AskWhy
          title={t('draw.withdraw')}
          text={t('draw.withdrawText')}
          label={t('redemption.reason')}
          tooShort={t('redemption.reasonShort')}
          action={t('draw.withdraw')}
          isPending={withdraw.isPending}
          error={withdraw.error}
          onSend={send}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
