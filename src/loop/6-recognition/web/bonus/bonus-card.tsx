import type { ReactNode } from 'react'
import { linkTo, paths } from '#paths'
import { useSession } from '#people/web/index.tsx'
import { Avatar, Card, Chip, Link, Muted, Row, Stack, Time, type Tone } from '#ui'
import type { Bonus } from '../../bonus.contract.ts'
import { Thing } from '../rules/thing.tsx'
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
  const { to, unit, amount, reason, by, rule, group, period, state, at, returned, can } = bonus
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
        {rule ? <For bonus={bonus} /> : <p className="bonus-reason">{reason}</p>}
        <p className="bonus-reason ui-muted">
          {by && t('bonus.by', { name: by.name, ...from })}
          {rule && <ByRule rule={rule} {...from} />}, <Time at={at} />
        </p>
        {rule?.isOwn && state === 'asked' && <Muted>{t('bonus.ownRule')}</Muted>}
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

/** What a rule proposed it for, as far as the reader may see that. */
function For({ bonus: { course, need } }: { bonus: Bonus }) {
  if (!course && !need) return null
  return (
    <p className="bonus-reason">
      <Thing course={course} need={need} />
    </p>
  )
}

interface ByRuleProps {
  rule: NonNullable<Bonus['rule']>
  group: string
  period: string
}

/** By which rule, with the way there for who may read it. */
function ByRule({ rule: { id: ruleId, name }, ...from }: ByRuleProps) {
  const t = useText()
  const { roles, organization } = useSession()
  const isAdmin = roles.some(({ groupId, role }) => groupId === organization.id && role === 'admin')
  const said = (words: ReactNode) =>
    isAdmin ? (
      <Link key="rule" href={linkTo(paths.rule, { ruleId })}>
        {words}
      </Link>
    ) : (
      <span key="rule">{words}</span>
    )
  return t.rich('bonus.byRule', { name, ...from, link: said })
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
