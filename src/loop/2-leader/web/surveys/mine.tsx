import { ChevronRight } from 'lucide-react'
import { linkTo, paths } from '#paths'
import { useRead } from '#platform/web/use'
import { Card, ErrorState, List, ListRow, SkeletonRows, useDate } from '#ui'
import { listMySurveys } from '../../survey.contract.ts'
import { useText } from '../text.ts'

/** The open surveys that ask who helps one, answered or not. Nothing while there is none. */
export function MySurveys() {
  const t = useText()
  const date = useDate()
  const read = useRead(listMySurveys, {}, { topics: ['surveys'] })
  if (read.error) return <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
  if (read.isPending) return <SkeletonRows rows={1} hasFace={false} />
  if (read.data.items.length === 0) return null
  return (
    <Card title={t('leader.surveys.mine')} id="surveys">
      <List label={t('leader.surveys.mine')}>
        {read.data.items.map(({ id, group, openedBy, endsAt, answeredAt }) => (
          <ListRow
            key={id}
            title={t('leader.survey.asks', { name: openedBy.name, group: group.name, date: date(endsAt) })}
            text={
              answeredAt
                ? t('leader.surveys.mineAnswered', { date: date(endsAt) })
                : t('leader.surveys.mineWaiting')
            }
            href={linkTo(paths.survey, { surveyId: id })}
            after={<ChevronRight size={18} aria-hidden="true" />}
          />
        ))}
      </List>
    </Card>
  )
}
