import { ChevronLeft, ChevronRight, Printer } from 'lucide-react'
import { useParams } from 'react-router'
import { linkTo, paths } from '#paths'
import { useRead } from '#platform/web/use'
import {
  Button,
  Card,
  ErrorState,
  LinkButton,
  List,
  ListRow,
  Page,
  Row,
  SkeletonRows,
  Stack,
  Time,
  useNow,
} from '#ui'
import { getYearInReview, type YearInReview } from '../../wall.contract.ts'
import { Counts } from './counts.tsx'
import { Quotes } from './quotes.tsx'
import { useText } from './text.ts'
import './wall.css'

/** One’s own year, to be read and printed. */
export function Component() {
  const t = useText()
  const { year = '' } = useParams()
  const read = useRead(getYearInReview, { params: { year } }, { topics: ['kudos', 'badges'] })
  const running = new Date(useNow()).toISOString().slice(0, 4)
  const to = (steps: number) => linkTo(paths.yearInReview, { year: `${Number(year) + steps}` })
  return (
    <Page
      title={t('wall.year.title', { year })}
      lead={t('wall.year.lead')}
      breadcrumbs={[{ label: t('wall.thanks'), href: paths.thanks }]}
      width="middle"
      actions={
        <Row gap={8}>
          <LinkButton look="ghost" icon={ChevronLeft} href={to(-1)}>
            {`${Number(year) - 1}`}
          </LinkButton>
          {year < running && (
            <LinkButton look="ghost" iconAfter={ChevronRight} href={to(1)}>
              {`${Number(year) + 1}`}
            </LinkButton>
          )}
          <Button icon={Printer} onPress={() => globalThis.print()}>
            {t('wall.print')}
          </Button>
        </Row>
      }
    >
      {read.error && <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>}
      {read.isPending && <SkeletonRows />}
      {read.data && <Year of={read.data} />}
    </Page>
  )
}

function Year({ of: { taught, helped, learned, thanks, quotes, badges } }: { of: YearInReview }) {
  const t = useText()
  const gave = (['courses', 'learners', 'completed', 'answers', 'reviews'] as const).map((kind) => ({
    ...{ count: taught[kind], label: t(`wall.year.${kind}`, { count: taught[kind] }) },
  }))
  const reached = (['people', 'groups'] as const).map((kind) => ({
    ...{ count: helped[kind], label: t(`wall.year.${kind}`, { count: helped[kind] }) },
  }))
  const took = [
    { count: learned.courses, label: t('wall.year.done', { count: learned.courses }) },
    { count: learned.minutes, label: t('wall.year.minutes', { count: learned.minutes }) },
  ]
  return (
    <Stack gap={24}>
      <Card title={t('wall.year.taught')}>
        <Counts items={[...gave, ...reached]} none={t('wall.year.gaveNothing')} />
      </Card>
      <Card title={t('wall.year.learned')}>
        <Counts items={took} none={t('wall.year.tookNothing')} />
      </Card>
      <Card title={t('wall.year.thanked')} tone="warm">
        <p>{t('wall.year.thanks', { count: thanks })}</p>
        <Quotes quotes={quotes} />
      </Card>
      {badges.length > 0 && (
        <Card title={t('wall.year.badges')}>
          <List label={t('wall.year.badges')}>
            {badges.map(({ name, at }) => (
              <ListRow key={`${name} ${at}`} title={name} text={<Time at={at} />} />
            ))}
          </List>
        </Card>
      )}
    </Stack>
  )
}
