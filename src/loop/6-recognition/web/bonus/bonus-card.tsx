import { Avatar, Card, Chip, Muted, Row, Stack, Time, type Tone } from '#ui'
import type { Bonus } from '../../bonus.contract.ts'
import { AmountOf } from './amount.ts'
import { Decide, NotPaid, Withdraw } from './settle.tsx'
import { useText } from './text.ts'
import './bonus.css'

const tones: Record<Bonus['state'], Tone> = {
  asked: 'warm',
  approved: 'success',
  declined: 'neutral',
  withdrawn: 'neutral',
  exported: 'success',
  returned: 'neutral',
}

/** One bonus: for whom, how much, what for, from which budget, and how far it is on its chain. */
export function BonusCard({ bonus }: { bonus: Bonus }) {
  const t = useText()
  const { to, unit, amount, reason, by, group, period, state, at, returned, can } = bonus
  const from = { group: group.name, period }
  return (
    <Card as="article">
      <Stack gap={12}>
        <header className="bonus-head">
          <Avatar id={to.id} name={to.name} />
          <span>
            {t.rich('bonus.line', {
              to: to.name,
              amount: <AmountOf key="amount" unit={unit} amount={amount} />,
              b: (parts) => <strong>{parts}</strong>,
            })}
          </span>
          <Chip tone={tones[state]}>{t(`bonus.state.${state}`)}</Chip>
        </header>
        <p className="bonus-reason">{reason}</p>
        <Muted>
          {by ? t('bonus.by', { name: by.name, ...from }) : t('bonus.byRule', from)}, <Time at={at} />
        </Muted>
        <Steps steps={bonus.steps} isOver={state !== 'asked'} />
        {returned && <Muted>{t('bonus.returned', { name: returned.by.name, why: returned.why })}</Muted>}
        {(can.decide || can.withdraw || can.return) && (
          <Row gap={8}>
            {can.decide && <Decide bonus={bonus} />}
            {can.withdraw && <Withdraw bonus={bonus} />}
            {can.return && <NotPaid bonus={bonus} />}
          </Row>
        )}
      </Stack>
    </Card>
  )
}

/** Who approved it, and whose turn it is. */
function Steps({ steps, isOver }: { steps: Bonus['steps']; isOver: boolean }) {
  const t = useText()
  // Whose turn it would have been is nobody’s business once it is decided.
  const taken = isOver ? steps.filter(({ verdict }) => verdict !== null) : steps
  if (taken.length === 0) return null
  return (
    <ol className="bonus-steps" aria-label={t('bonus.steps')}>
      {taken.map(({ number, approver, verdict, by, note, at }) => (
        <li key={number}>
          {verdict && by && at
            ? t.rich(`bonus.step.${verdict}`, { name: by.name, time: <Time key="time" at={at} isSaid /> })
            : t('bonus.step.waiting', { approver: t(`bonus.approver.${approver}`) })}
          {note && <q className="bonus-note">{note}</q>}
        </li>
      ))}
    </ol>
  )
}
