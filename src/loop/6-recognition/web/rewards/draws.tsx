import { useState } from 'react'
import { linkTo, paths } from '#paths'
import { useList, useWrite } from '#platform/web/use'
import {
  Button,
  Card,
  Chip,
  Dialog,
  EmptyState,
  Form,
  List,
  ListRow,
  ListStatus,
  ShowMore,
  TextField,
  toast,
  useDate,
} from '#ui'
import { type Draw, listDraws, openDraw } from '../../draw.contract.ts'
import type { Reward } from '../../reward.contract.ts'
import { mostPieces } from '../../rewards/choices.ts'
import { isWhole } from './reward-form.tsx'
import { useText } from './text.ts'

const topics = ['draws', 'rewards']

/** How a draw stands. */
export const stateOf = ({ drawnAt, withdrawn }: Pick<Draw, 'drawnAt' | 'withdrawn'>) =>
  withdrawn ? 'withdrawn' : drawnAt ? 'drawn' : 'open'

/** The draws of a reward, and the way to the next one. */
export function Draws({ reward }: { reward: Reward }) {
  const t = useText()
  const date = useDate('moment')
  const [isOpening, setOpening] = useState(false)
  const list = useList(listDraws, { params: { rewardId: reward.id }, query: { limit: 10 } }, { topics })
  const isOpen = list.items.some((one) => stateOf(one) === 'open')
  return (
    <Card
      title={t('draw.draws')}
      aside={
        list.isSuccess &&
        !isOpen &&
        reward.archivedAt === null && <Button onPress={() => setOpening(true)}>{t('draw.new')}</Button>
      }
    >
      <ListStatus list={list} rows={1} />
      {list.isSuccess && list.items.length === 0 && (
        <EmptyState title={t('draw.none')} isSmall>
          {t('draw.noneText')}
        </EmptyState>
      )}
      <List label={t('draw.draws')}>
        {list.items.map((one) => (
          <ListRow
            key={one.id}
            title={t('draw.closing', { time: date(one.closesAt) })}
            text={t('draw.figures', { pieces: one.pieces, entries: one.entries })}
            after={<Chip>{t(`draw.state.${stateOf(one)}`)}</Chip>}
            href={linkTo(paths.draw, { drawId: one.id })}
          />
        ))}
      </List>
      <ShowMore list={list} />
      {isOpening && <OpenDraw reward={reward} onClose={() => setOpening(false)} />}
    </Card>
  )
}

function OpenDraw({ reward, onClose }: { reward: Reward; onClose: () => void }) {
  const t = useText()
  const [pieces, setPieces] = useState('1')
  const [closing, setClosing] = useState('')
  const open = useWrite(openDraw, topics)
  const most = reward.left ?? mostPieces
  const send = () =>
    open.mutate(
      {
        params: { rewardId: reward.id },
        body: { pieces: Number(pieces), closesAt: new Date(closing).toISOString() },
      },
      {
        onSuccess: () => {
          onClose()
          toast({ text: t('draw.opened'), tone: 'success' })
        },
      },
    )
  return (
    <Dialog title={t('draw.new')} isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Form onSubmit={send} error={open.error}>
        <p>{t('draw.newText')}</p>
        <TextField
          label={t('draw.pieces')}
          name="pieces"
          inputMode="numeric"
          value={pieces}
          onChange={setPieces}
          check={(said) => (isWhole(said, 1, most) ? null : t('reward.whole', { least: 1, most }))}
          isRequired
        />
        <TextField
          label={t('draw.closesAt')}
          name="closesAt"
          type="datetime-local"
          value={closing}
          onChange={setClosing}
          isRequired
        />
        <Button type="submit" look="primary" isPending={open.isPending}>
          {t('draw.new')}
        </Button>
      </Form>
    </Dialog>
  )
}
