import { Fragment, type ReactNode } from 'react'
import { useSession } from '#people/web/index.tsx'
import { Callout, Card, Figure, Muted, Stack, Table, type TableColumn, useNumber } from '#ui'
import type { Step } from '../../language.ts'
import { isNamedIn } from '../../report/permitted.ts'
import type { StepReport, VariantReport } from '../../report.contract.ts'
import { saidIn } from '../../words/said-in.ts'
import { letterOf } from '../letter-of.ts'
import { useText } from '../text.ts'
import type { Show, Whom } from './people-dialog.tsx'

type Row = VariantReport & { letter: string; index: number }

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
  const name = t('campaigns.step.one', { number })
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
  const rows = step.variants.map((variant, index): Row => ({ ...variant, index, letter: letterOf(index) }))
  const isCounted = rows.some(({ opened }) => opened !== null)
  const columns: TableColumn<Row>[] = [
    {
      ...{ id: 'text', title: t('campaigns.results.text'), isName: true },
      cell: ({ letter }) => t('campaigns.variant', { letter }),
    },
    {
      ...{ ...end('waiting'), title: t('campaigns.results.waiting') },
      cell: (row) => <People {...{ row, step, onShow }} who="waiting" count={row.waiting} />,
    },
    {
      ...{ ...end('reached'), title: t('campaigns.results.reached') },
      cell: (row) => <People {...{ row, step, onShow }} who="reached" count={row.reached} />,
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
      cell: (row) => <Interested {...{ row, step, onShow }} />,
    },
    { id: 'not', title: t('campaigns.results.notSent'), cell: (row) => <Why {...{ row, step, onShow }} /> },
  ]
  return (
    <Table caption={step.step} isCaptionHidden columns={columns} rows={rows} rowId={({ letter }) => letter} />
  )
}

const end = (id: string) => ({ id, align: 'end' as const })

interface CellProps {
  row: Row
  step: StepReport
  onShow: Show
}

/** How many, or that in words, leading to who. */
function People({
  row,
  step,
  onShow,
  who,
  count,
  children,
}: CellProps & { who: Whom['who']; count: number; children?: ReactNode }) {
  const t = useText()
  const number = useNumber()
  const show = () => onShow({ who, step: step.step, variant: String(row.index) })
  const label = t('campaigns.results.peopleOf', { figure: t(`campaigns.results.${who}`) })
  return (
    <Figure label={label} onShow={isNamedIn(step.isFirst, who) && count > 0 ? show : undefined}>
      {children ?? number(count)}
    </Figure>
  )
}

/** A share with its bounds: of few people it says little, and shows it. */
function Interested({ row, ...cell }: CellProps) {
  const t = useText()
  const percent = useNumber({ style: 'percent', maximumFractionDigits: 1 })
  const { count, of, share, low, high } = row.interested
  if (of === 0) return <span className="ui-muted">–</span>
  return (
    <People {...{ ...cell, row, count }} who="interested">
      {t('campaigns.results.share', {
        ...{ count, of, share: percent(share), low: percent(low), high: percent(high) },
      })}
    </People>
  )
}

const whys = ['answered', 'left', 'unwanted', 'refused', 'ended', 'failed', 'unsure'] as const

/** Whom it did not reach, and why, leading to them where it does not tell what they said or want. */
function Why({ row, ...cell }: CellProps) {
  const t = useText()
  const counts = { ...row.skipped, failed: row.failed, unsure: row.unsure }
  const said = whys.filter((why) => (counts[why] ?? 0) > 0)
  if (said.length === 0) return <span className="ui-muted">–</span>
  return said.map((why, at) => {
    const count = counts[why] ?? 0
    const words = t(`campaigns.results.why.${why}`, { count })
    return (
      <Fragment key={why}>
        {at > 0 && ' · '}
        {why === 'answered' || why === 'unwanted' || why === 'ended' ? (
          words
        ) : (
          <People {...{ ...cell, row, count }} who={why}>
            {words}
          </People>
        )}
      </Fragment>
    )
  })
}
