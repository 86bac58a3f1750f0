import { Plus } from 'lucide-react'
import {
  Button,
  Card,
  EmptyState,
  ErrorState,
  ForbiddenState,
  Grid,
  ListStatus,
  Loading,
  NotFoundState,
  Skeleton,
  SkeletonCards,
  SkeletonPage,
  SkeletonRows,
  SkeletonText,
  Stones,
} from '#ui'
import { useText } from './samples.ts'
import { Section } from './section.tsx'

/** Nothing yet, not now, not for you, not here. */
export function States() {
  const t = useText()
  return (
    <Section title={t('dev.states')}>
      <Grid>
        <Card>
          <EmptyState
            title={t('dev.emptyTitle')}
            action={
              <Button look="primary" icon={Plus}>
                {t('dev.send')}
              </Button>
            }
          >
            {t('dev.emptyText')}
          </EmptyState>
        </Card>
        <Card>
          <ErrorState onRetry={() => undefined} />
        </Card>
        <Card>
          <ForbiddenState>{t('dev.forbiddenText')}</ForbiddenState>
        </Card>
        <Card>
          <NotFoundState />
        </Card>
        <Card title={t('dev.stones')}>
          <Stones />
        </Card>
        <Card title={t('dev.tabReviews')}>
          <EmptyState isSmall title={t('dev.emptySmall')} action={<Button size="sm">{t('dev.go')}</Button>} />
        </Card>
      </Grid>
      <Grid>
        <Card>
          <SkeletonText />
        </Card>
        <Card>
          <SkeletonRows rows={3} />
        </Card>
        <Card>
          <ListStatus list={{ isPending: true, error: null, refetch: () => undefined }} rows={2} />
        </Card>
        <Card>
          <ListStatus
            list={{ isPending: false, error: { message: t('dev.listFailed') }, refetch: () => undefined }}
          />
        </Card>
      </Grid>
      <SkeletonCards />
      <Card title={t('dev.onItsWay')}>
        <Loading label={t('dev.onItsWay')}>
          <Skeleton shape="round" width="2.5rem" height="2.5rem" />
          <Skeleton width="60%" />
          <Skeleton shape="block" height="4rem" />
        </Loading>
      </Card>
      <Card>
        <SkeletonPage />
      </Card>
    </Section>
  )
}
