import { useSession } from '#people/web/index.tsx'
import { Callout, Card, Muted, Stack, Table, type TableColumn, useNumber } from '#ui'
import type { Step } from '../../language.ts'
import type { StepReport, VariantReport } from '../../report.contract.ts'
import { saidIn } from '../../words/said-in.ts'
import { letterOf } from '../letter-of.ts'
import { useText } from '../text.ts'
import type { Show } from './people-dialog.tsx'

type Row = VariantReport & { letter: string }

interface StepResultsProps {
  step: StepReport
  /** As it stands in the plan; what was taken out of it has none. */
  plan: Step | undefined
  number: number
  onShow: Show
}

/** What came of one step, variant by variant, and what can be said of them. */
export function StepResults({ step, plan, number, onShow }: StepResultsProps) {
  const t = useText()
  const { locale } = useSession().member
  const { post, verdict, channel } = step
  const name = t('campaigns.step.one', { number, name: step.step })
  const subject = saidIn(plan?.variants[0] ?? {}, locale).said.subject
  return (
    <Card title={subject || name}>
      <Stack gap={12}>
        {subject && <Muted>{name}</Muted>}
        {channel === 'chat' ? (
          post && (
            <p>{t(`campaigns.results.post.${post.state as 'sent'}`, { chat: post.chat, why: post.why })}</p>
          )
        ) : (
          <Variants step={step} onShow={onShow} />
        )}
        {verdict && (
          <Callout tone={verdict.is === 'best' ? 'success' : 'note'}>
            {t(`campaigns.results.verdict.${verdict.is}`, {
              waiting: verdict.is === 'too-early' ? verdict.waiting : 0,
              letter: verdict.is === 'best' ? letterOf(verdict.variant) : '',
            })}
          </Callout>
        )}
      </Stack>
    </Card>
  )
}

function Variants({ step, onShow }: { step: StepReport; onShow: Show }) {
  const t = useText()
  const number = useNumber()
  const rows = step.variants.map((variant, index): Row => ({ ...variant, letter: letterOf(index) }))
  const isCounted = rows.some(({ opened }) => opened !== null)
  const columns: TableColumn<Row>[] = [
    {
      ...{ id: 'text', title: t('campaigns.results.text'), isName: true },
      cell: ({ letter }) => t('campaigns.variant', { letter }),
    },
    { ...end('waiting'), title: t('campaigns.results.waiting'), cell: ({ waiting }) => number(waiting) },
    {
      ...end('reached'),
      title: t('campaigns.results.reached'),
      cell: ({ reached }) => (
        <button type="button" className="campaign-figure" onClick={() => onShow('reached', step.step)}>
          {number(reached)}
        </button>
      ),
    },
    ...(isCounted
      ? [
          {
            ...end('opened'),
            title: t('campaigns.results.opened'),
            cell: ({ opened }: Row) => (opened === null ? '' : number(opened)),
          },
        ]
      : []),
    {
      ...{ id: 'interested', title: t('campaigns.results.interested') },
      cell: (row) => <Interested {...{ row, step: step.step, onShow }} />,
    },
    { id: 'not', title: t('campaigns.results.notSent'), cell: (row) => <Why row={row} /> },
  ]
  return (
    <Table caption={step.step} isCaptionHidden columns={columns} rows={rows} rowId={({ letter }) => letter} />
  )
}

const end = (id: string) => ({ id, align: 'end' as const })

/** A share with its bounds: of few people it says little, and shows it. */
function Interested({ row, step, onShow }: { row: Row; step: string; onShow: Show }) {
  const t = useText()
  const percent = useNumber({ style: 'percent', maximumFractionDigits: 1 })
  const { count, of, share, low, high } = row.interested
  if (of === 0) return <span className="ui-muted">–</span>
  const words = t('campaigns.results.share', {
    ...{ count, of, share: percent(share), low: percent(low), high: percent(high) },
  })
  return count > 0 ? (
    <button type="button" className="campaign-figure" onClick={() => onShow('interested', step)}>
      {words}
    </button>
  ) : (
    <span>{words}</span>
  )
}

function Why({ row: { skipped, failed, unsure } }: { row: Row }) {
  const t = useText()
  return (
    <span className="ui-muted">
      {t('campaigns.results.why', { ...skipped, failed, unsure }).trim() || '–'}
    </span>
  )
}
