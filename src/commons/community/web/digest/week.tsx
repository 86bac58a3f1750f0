import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useSearchParams } from 'react-router'
import { plusDays } from '#platform/time-zone'
import { useRead } from '#platform/web/use'
import {
  Avatar,
  Button,
  Card,
  EmptyState,
  ErrorState,
  List,
  ListRow,
  Muted,
  Row,
  SkeletonRows,
  Stack,
  Time,
  useDate,
} from '#ui'
import { pathOf } from '../../digest/where.ts'
import { type Digest, getDigest } from '../../digest.contract.ts'
import { useText } from '../text.ts'

/** What leaders did in a week: the last one that is over, or the one that the address names. */
export function Week() {
  const t = useText()
  const date = useDate('weekday')
  const [search, setSearch] = useSearchParams()
  const day = search.get('day')
  const read = useRead(
    getDigest,
    { query: day ? { day } : {} },
    { topics: ['community', 'office-hours'], keepPrevious: true },
  )
  if (read.error) return <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
  if (read.isPending) return <SkeletonRows rows={4} />
  const { week, until, sections } = read.data
  const go = (to: string) => setSearch({ part: 'week', day: to }, { replace: true })
  const noon = (of: string) => date(`${of}T12:00:00Z`)
  return (
    <Stack gap={16}>
      <Row justify="between">
        <div>
          <h2 className="community-title">{t('community.digest.title')}</h2>
          <Muted>{t('community.digest.span', { from: noon(week), to: noon(until) })}</Muted>
        </div>
        <Row gap={8}>
          <Button size="sm" look="line" icon={ChevronLeft} onPress={() => go(plusDays(week, -7))}>
            {t('community.digest.before')}
          </Button>
          {Date.parse(`${plusDays(week, 7)}T00:00:00Z`) <= Date.now() && (
            <Button size="sm" look="line" iconAfter={ChevronRight} onPress={() => go(plusDays(week, 7))}>
              {t('community.digest.after')}
            </Button>
          )}
        </Row>
      </Row>
      {sections.length === 0 && (
        <EmptyState title={t('community.digest.none')}>{t('community.digest.noneText')}</EmptyState>
      )}
      {sections.map((section) => (
        <Section key={section.deed} section={section} />
      ))}
    </Stack>
  )
}

type SectionOf = Digest['sections'][number]

function Section({ section: { deed, count, items } }: { section: SectionOf }) {
  const t = useText()
  const rest = count - items.length
  return (
    <Card title={t(`community.digest.${deed}`, { count })}>
      <List label={t(`community.digest.${deed}`, { count })}>
        {items.map((item) => (
          <ListRow
            key={`${item.member.id} ${item.courseId} ${item.needId} ${item.postId} ${item.at}`}
            before={<Avatar id={item.member.id} name={item.member.name} size="sm" />}
            title={deed === 'leader' ? item.member.name : item.title}
            text={
              deed === 'leader'
                ? t.rich('community.digest.leads', {
                    group: item.title,
                    time: <Time key="time" at={item.at} />,
                  })
                : t.rich('community.digest.by', {
                    name: item.member.name,
                    time: <Time key="time" at={item.at} />,
                  })
            }
            href={pathOf(deed, item)}
          />
        ))}
      </List>
      {rest > 0 && <Muted>{t('community.digest.more', { rest })}</Muted>}
    </Card>
  )
}
