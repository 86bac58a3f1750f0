import { Bar, Card, Chip, Table, useNumber } from '#ui'
import type { Insight } from '../contract.ts'
import { worstOf } from './insight-finding.tsx'
import { WhoLink } from './insight-who.tsx'
import { useText } from './text.ts'

/** How many came to each step, and how many are still there; each number leads to them. */
export function Steps({ courseId, insight }: { courseId: string; insight: Insight }) {
  const t = useText()
  const number = useNumber()
  const worst = worstOf(insight.steps)
  return (
    <Card title={t('learning.insight.steps')}>
      <Table
        caption={t('learning.insight.steps')}
        isCaptionHidden
        rows={insight.steps}
        rowId={({ id }) => id}
        columns={[
          { id: 'title', title: t('learning.insight.step'), cell: ({ title }) => title },
          {
            id: 'reached',
            title: t('learning.insight.reached'),
            cell: ({ id, title, reached }) => (
              <span className="insight-bar">
                <Bar label={title} value={reached} max={insight.started} valueText={number(reached)} />
                <span>
                  <WhoLink courseId={courseId} who={{ who: 'reached', step: id }}>
                    {number(reached)}
                  </WhoLink>
                </span>
              </span>
            ),
          },
          {
            id: 'stopped',
            title: t('learning.insight.stopped'),
            align: 'end',
            cell: ({ id, stopped }) => (
              <WhoLink courseId={courseId} who={{ who: 'stopped', step: id }}>
                {id === worst?.id ? <Chip tone="warm">{number(stopped)}</Chip> : number(stopped)}
              </WhoLink>
            ),
          },
        ]}
      />
    </Card>
  )
}

/** How many answered each question, and how many of them rightly: but not who, which is between them and the course. */
export function Questions({ insight }: { insight: Insight }) {
  const t = useText()
  const number = useNumber()
  const percent = useNumber({ style: 'percent', maximumFractionDigits: 0 })
  if (insight.questions.length === 0) return <p className="ui-muted">{t('learning.insight.noQuestions')}</p>
  return (
    <Card title={t('learning.insight.questions')}>
      <Table
        caption={t('learning.insight.questions')}
        isCaptionHidden
        rows={insight.questions}
        rowId={({ blockId }) => blockId}
        columns={[
          { id: 'prompt', title: t('learning.insight.question'), cell: ({ prompt }) => prompt },
          {
            id: 'people',
            title: t('learning.insight.people'),
            align: 'end',
            cell: ({ people }) => number(people),
            sortBy: ({ people }) => people,
          },
          {
            id: 'correct',
            title: t('learning.insight.correct'),
            align: 'end',
            cell: ({ people, correct }) => percent(correct / Math.max(1, people)),
            sortBy: ({ people, correct }) => correct / Math.max(1, people),
          },
        ]}
      />
      <p className="ui-muted">{t('learning.insight.answersPrivate')}</p>
    </Card>
  )
}
