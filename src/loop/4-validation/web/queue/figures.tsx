import { linkTo, paths } from '#paths'
import { useRead } from '#platform/web/use'
import { Card, ErrorState, Grid, List, ListRow, SkeletonCards, Stack, Stat, useNumber } from '#ui'
import { getReviewFigures, type ReviewFigures } from '../../queue.contract.ts'
import { useText } from '../text.ts'
import { Weeks } from './weeks.tsx'

/** How review goes in a group and below. Nothing in it is told of one person. */
export function Figures({ groupId }: { groupId: string }) {
  const t = useText()
  const options = { topics: ['reviews'], keepPrevious: true }
  const read = useRead(getReviewFigures, { params: { groupId } }, options)
  if (read.error) return <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
  if (read.isPending) return <SkeletonCards />
  const figures = read.data
  return (
    <section aria-label={t('validation.queue.figures')}>
      <Stack gap={24}>
        <Stats figures={figures} />
        <Grid className="queue-cards">
          <Weeks weeks={figures.weeks} />
          <Turns figures={figures} />
          <Topics topics={figures.topics} groupId={groupId} />
        </Grid>
      </Stack>
    </section>
  )
}

/** What waits now, and how long it took. */
function Stats({ figures }: { figures: ReviewFigures }) {
  const t = useText()
  const number = useNumber({ maximumFractionDigits: 1 })
  const percent = useNumber({ style: 'percent', maximumFractionDigits: 0 })
  const { waiting, late, stranded, decided, inTime, median, slowest } = figures
  const days = (value: number | null) => (value === null ? t('validation.queue.noFigure') : number(value))
  return (
    <Card>
      <div className="queue-stats">
        <Stat
          label={t('validation.queue.waiting')}
          value={number(waiting)}
          compared={t('validation.queue.waitingOf', { late, stranded })}
        />
        <Stat
          label={t('validation.queue.median')}
          value={days(median)}
          compared={slowest !== null && t('validation.queue.slowest', { days: number(slowest) })}
        />
        <Stat
          label={t('validation.queue.inTime')}
          value={decided > 0 ? percent(inTime / decided) : t('validation.queue.noFigure')}
          compared={decided > 0 && t('validation.queue.inTimeOf', { inTime, decided })}
        />
      </div>
    </Card>
  )
}

/** How turns went, and how the policy gave way. */
function Turns({ figures }: { figures: ReviewFigures }) {
  const t = useText()
  const number = useNumber()
  const { asked, reviewers, ranOut, declined, gaveWay } = figures
  return (
    <Card title={t('validation.queue.turns')}>
      <Stack gap={12}>
        <p className="queue-words">{t('validation.queue.turnsOf', { asked, reviewers })}</p>
        <dl className="queue-counts">
          <Count title={t('validation.queue.ranOut')} count={number(ranOut)} />
          <Count title={t('validation.queue.declined')} count={number(declined)} />
        </dl>
        <h3 className="queue-title">{t('validation.queue.gaveWay')}</h3>
        {gaveWay.length === 0 ? (
          <p className="ui-muted">{t('validation.queue.gaveWayNever')}</p>
        ) : (
          <dl className="queue-counts">
            {gaveWay.map(({ by, count }) => (
              <Count key={by} title={t(`validation.queue.gave.${by}`)} count={number(count)} />
            ))}
          </dl>
        )}
      </Stack>
    </Card>
  )
}

function Count({ title, count }: { title: string; count: string }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{count}</dd>
    </div>
  )
}

/** For what nobody who knows it was found. Nothing where there is no such topic. */
function Topics({ topics, groupId }: Pick<ReviewFigures, 'topics'> & { groupId: string }) {
  const t = useText()
  if (topics.length === 0) return null
  return (
    <Card title={t('validation.queue.topics')}>
      <p className="ui-muted">{t('validation.queue.topicsText')}</p>
      <List label={t('validation.queue.topics')}>
        {topics.map(({ id, name, rounds }) => (
          <ListRow
            key={id}
            title={name}
            after={t('validation.queue.topicRounds', { count: rounds })}
            href={linkTo(paths.knowledgeMap, {}, { query: { group: groupId } })}
          />
        ))}
      </List>
    </Card>
  )
}
