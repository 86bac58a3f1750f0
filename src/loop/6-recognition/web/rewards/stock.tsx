import { useState } from 'react'
import { useList, useWrite } from '#platform/web/use'
import {
  Button,
  Card,
  Dialog,
  Form,
  List,
  ListRow,
  ListStatus,
  RadioGroup,
  ShowMore,
  TextField,
  Time,
  toast,
  useNumber,
} from '#ui'
import { changeStock, listStock, type Reward, type StockMove } from '../../reward.contract.ts'
import { mostPieces } from '../../rewards/choices.ts'
import { isWhole } from './reward-form.tsx'
import { useText } from './text.ts'

const topics = ['rewards', 'redemptions']

/** What is left of a reward, and every movement of it. */
export function Stock({ reward }: { reward: Reward }) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const number = useNumber({ signDisplay: 'exceptZero' })
  const { id: rewardId, left } = reward
  const list = useList(listStock, { params: { rewardId }, query: { limit: 10 } }, { topics })
  return (
    <Card
      title={t('reward.stock', { count: left ?? 0 })}
      aside={<Button onPress={() => setOpen(true)}>{t('reward.stockChange')}</Button>}
    >
      <ListStatus list={list} rows={2} />
      <List label={t('reward.stockMoves')}>
        {list.items.map((move) => (
          <ListRow
            key={move.number}
            title={<Moved move={move} />}
            text={
              <>
                {move.by?.name ?? t('redemption.byItself')}, <Time at={move.at} />,{' '}
                {t('reward.stockAfter', { count: move.balance })}
              </>
            }
            after={<strong>{number(move.amount)}</strong>}
          />
        ))}
      </List>
      <ShowMore list={list} />
      {isOpen && <ChangeStock reward={reward} onClose={() => setOpen(false)} />}
    </Card>
  )
}

function Moved({ move: { kind, reason, amount } }: { move: StockMove }) {
  const t = useText()
  if (kind === 'redemption') return t('reward.stock.redeemed')
  if (kind === 'redemption-back') return t('reward.stock.back')
  return reason || t(amount > 0 ? 'reward.stock.added' : 'reward.stock.taken')
}

/** Adds pieces or takes them out, and says how many there are then. */
function useStockChange({ reward, onClose }: ChangeStockProps) {
  const t = useText()
  const change = useWrite(changeStock, topics)
  const send = (pieces: number, reason: string) =>
    change.mutate(
      { params: { rewardId: reward.id }, body: { change: pieces, reason } },
      {
        onSuccess: ({ left }) => {
          onClose()
          toast({ text: t('reward.stockChanged', { count: left ?? 0 }), tone: 'success' })
        },
      },
    )
  return { send, isPending: change.isPending, error: change.error }
}

interface ChangeStockProps {
  reward: Reward
  onClose: () => void
}

function ChangeStock(props: ChangeStockProps) {
  const t = useText()
  const { reward, onClose } = props
  const [way, setWay] = useState<'add' | 'take'>('add')
  const [pieces, setPieces] = useState('')
  const [reason, setReason] = useState('')
  const { send, isPending, error } = useStockChange(props)
  const most = way === 'add' ? mostPieces : (reward.left ?? 0)
  const give = () => send(Number(pieces) * (way === 'add' ? 1 : -1), reason)
  return (
    <Dialog title={t('reward.stockChange')} isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Form onSubmit={give} error={error}>
        <RadioGroup<'add' | 'take'>
          label={t('reward.stockWay')}
          isLabelHidden
          items={[
            { id: 'add', label: t('reward.stockAdd') },
            { id: 'take', label: t('reward.stockTake') },
          ]}
          value={way}
          onChange={setWay}
        />
        <TextField
          label={t('reward.pieces')}
          name="change"
          inputMode="numeric"
          value={pieces}
          onChange={setPieces}
          check={(said) => (isWhole(said, 1, most) ? null : t('reward.whole', { least: 1, most }))}
          isRequired
          autoFocus
        />
        <TextField
          label={t('reward.stockReason')}
          name="reason"
          value={reason}
          onChange={setReason}
          maxLength={300}
          check={(said) => (said.trim().length < 3 ? t('reward.stockReasonShort') : null)}
          isRequired
        />
        <Button type="submit" look="primary" isPending={isPending}>
          {t('reward.save')}
        </Button>
      </Form>
    </Dialog>
  )
}
