import { linkTo, paths } from '#paths'
import type { CallInput } from '#platform/http/call'
import { useList } from '#platform/web/use'
import { Avatar, Card, Chip, EmptyState, Link, ListStatus, ShowMore, Table, Time } from '#ui'
import { listLearners } from '../contract.ts'
import { useText } from './text.ts'

interface LearnersProps {
  courseId: string
  /** How many steps there are. */
  steps: number
  /** Those whom one number counts. */
  who?: CallInput<typeof listLearners>['query']
}

/** Who learned it, where each one is and when they were last here. */
export function Learners({ courseId, steps, who = {} }: LearnersProps) {
  const t = useText()
  const topics = [`course:${courseId}`]
  const learners = useList(listLearners, { params: { courseId }, query: who }, { topics })
  return (
    <Card title={t('learning.insight.learners')}>
      <ListStatus list={learners} rows={5} />
      {learners.data && (
        <Table
          caption={t('learning.insight.learners')}
          isCaptionHidden
          rows={learners.items}
          rowId={({ member }) => member.id}
          empty={<EmptyState title={t('learning.insight.nobody')} isSmall />}
          columns={[
            {
              id: 'name',
              title: t('learning.insight.name'),
              cell: ({ member }) => (
                <span className="insight-person">
                  <Avatar id={member.id} name={member.name} size="sm" />
                  <span>
                    <Link href={linkTo(paths.member, { memberId: member.id })} isQuiet>
                      {member.name}
                    </Link>
                    <small className="ui-muted">{member.title}</small>
                  </span>
                </span>
              ),
            },
            {
              id: 'where',
              title: t('learning.insight.where.column'),
              cell: ({ completedAt, stepTitle, stepsDone }) =>
                completedAt ? (
                  <Chip tone="success">{t('learning.insight.doneChip')}</Chip>
                ) : (
                  <span className="insight-place">
                    {stepTitle}
                    <small className="ui-muted">
                      {t('learning.insight.stepsDone', { done: stepsDone, steps })}
                    </small>
                  </span>
                ),
            },
            {
              id: 'seen',
              title: t('learning.insight.seen'),
              cell: ({ seenAt }) => <Time at={seenAt} />,
            },
          ]}
        />
      )}
      <ShowMore list={learners} />
    </Card>
  )
}
