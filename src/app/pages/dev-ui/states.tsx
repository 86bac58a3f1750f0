import { Plus } from 'lucide-react'
import {
  Button,
  Card,
  EmptyState,
  ErrorState,
  ForbiddenState,
  Grid,
  LinkButton,
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
      <Reasons />
      <Waiting />
    </Section>
  )
}

/** Why nothing is there. */
function Reasons() {
  const t = useText()
  const way = <LinkButton href="/dev/ui">{t('dev.go')}</LinkButton>
  return (
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
      <Card>
        <EmptyState title={t('dev.emptyTitle')} />
      </Card>
      <Card>
        <ErrorState title={t('dev.failure')} action={way}>
          {t('dev.listFailed')}
        </ErrorState>
      </Card>
      <Card>
        <ForbiddenState title={t('dev.disabled')} action={way} isPage />
      </Card>
      <Card>
        <NotFoundState title={t('dev.movedTitle')} action={way}>
          {t('dev.emptyText')}
        </NotFoundState>
      </Card>
      <Card title={t('dev.stones')}>
        <Stones />
      </Card>
      <Card title={t('dev.tabReviews')}>
        <EmptyState isSmall title={t('dev.emptySmall')} action={<Button size="sm">{t('dev.go')}</Button>} />
      </Card>
    </Grid>
  )
}

/** What stands for something that is on its way. */
function Waiting() {
  const t = useText()
  const nothing = () => undefined
  return (
    <>
      <Grid>
        <Card>
          <SkeletonText />
        </Card>
        <Card>
          <SkeletonText lines={6} />
        </Card>
        <Card>
          <SkeletonRows />
        </Card>
        <Card>
          <SkeletonRows rows={2} hasFace={false} />
        </Card>
        <Card>
          <SkeletonRows rows={3} />
        </Card>
        <Card>
          <ListStatus list={{ isPending: true, error: null, refetch: nothing }} rows={2} />
        </Card>
        <Card>
          <ListStatus list={{ isPending: true, error: null, refetch: nothing }} hasFace />
        </Card>
        <Card>
          <ListStatus
            list={{ isPending: false, error: { message: t('dev.listFailed') }, refetch: nothing }}
          />
        </Card>
      </Grid>
      <SkeletonCards />
      <SkeletonCards cards={2} />
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
    </>
  )
}
