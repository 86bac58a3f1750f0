import { linkTo, paths } from '#paths'
import { useList } from '#platform/web/use'
import { Avatar, Button, Card, Chip, ErrorState, Link, SkeletonRows, Table, Time } from '#ui'
import { listLearners } from '../contract.ts'
import { useText } from './text.ts'

/** Who learned it, where each one is and when they were last here. */
export function Learners({ courseId, steps }: { courseId: string; steps: number }) {
  const t = useText()
  const learners = useList(listLearners, { params: { courseId } }, { topics: [`course:${courseId}`] })
  return (
    <Card title={t('learning.insight.learners')}>
      {learners.isPending && <SkeletonRows rows={5} />}
      {learners.error && (
        <ErrorState onRetry={() => void learners.refetch()}>{learners.error.message}</ErrorState>
      )}
      {learners.data && (
        <Table
          caption={t('learning.insight.learners')}
          isCaptionHidden
          rows={learners.items}
          rowId={({ member }) => member.id}
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
      {learners.hasNextPage && (
        <Button isPending={learners.isFetchingNextPage} onPress={() => void learners.fetchNextPage()}>
          {t('learning.more')}
        </Button>
      )}
    </Card>
  )
}
