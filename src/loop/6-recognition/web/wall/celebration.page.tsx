import { ChevronLeft, ChevronRight, Printer } from 'lucide-react'
import { useParams } from 'react-router'
import { linkTo, paths } from '#paths'
import { useRead } from '#platform/web/use'
import {
  Avatar,
  Button,
  Card,
  Cover,
  EmptyState,
  ErrorState,
  LinkButton,
  List,
  ListRow,
  Page,
  Row,
  SkeletonRows,
  Stack,
  Time,
  useDate,
  useNow,
} from '#ui'
import { type Celebration, getCelebration } from '../../wall.contract.ts'
import { Counts } from './counts.tsx'
import { monthFrom, within } from './months.ts'
import { Post, TakeBack } from './post.tsx'
import { Quotes } from './quotes.tsx'
import { useText } from './text.ts'
import './wall.css'

/** A month of help: figures, who taught for the first time, who taught most people, what was new, and what was said. */
export function Component() {
  const t = useText()
  const name = useDate('month')
  const { month = '' } = useParams()
  const read = useRead(getCelebration, { params: { month } }, { topics: ['celebrations'] })
  return (
    <Page
      title={t('wall.title')}
      lead={t('wall.lead', { month: name(within(month)) })}
      breadcrumbs={[{ label: t('wall.thanks'), href: paths.thanks }]}
      width="middle"
      actions={<Ways month={month} />}
    >
      {read.error && <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>}
      {read.isPending && <SkeletonRows />}
      {read.data && <Month of={read.data} />}
    </Page>
  )
}

/** The months beside it, as far as they have begun. */
function Ways({ month }: { month: string }) {
  const t = useText()
  const running = new Date(useNow()).toISOString().slice(0, 7)
  const to = (steps: number) => linkTo(paths.celebration, { month: monthFrom(month, steps) })
  return (
    <Row gap={8}>
      <LinkButton look="ghost" icon={ChevronLeft} href={to(-1)}>
        {t('wall.before')}
      </LinkButton>
      {month < running && (
        <LinkButton look="ghost" iconAfter={ChevronRight} href={to(1)}>
          {t('wall.after')}
        </LinkButton>
      )}
      <Button icon={Printer} onPress={() => globalThis.print()}>
        {t('wall.print')}
      </Button>
    </Row>
  )
}

const counted = ['courses', 'learners', 'answers', 'needs', 'thanks'] as const

function Month({ of }: { of: Celebration }) {
  const t = useText()
  const { counts, post, can } = of
  const isEmpty = counted.every((kind) => counts[kind] === 0)
  if (isEmpty && !post) return <EmptyState title={t('wall.empty')}>{t('wall.emptyText')}</EmptyState>
  return (
    <Stack gap={24}>
      {post && (
        <Card tone="warm">
          <p className="wall-post">{post.words}</p>
          <Row justify="between">
            <span className="ui-muted">
              {t.rich('wall.post.by', { name: post.by.name, time: <Time key="time" at={post.at} /> })}
            </span>
            {can.withdraw && <TakeBack month={of.month} />}
          </Row>
        </Card>
      )}
      <Counts
        items={counted.map((kind) => ({
          ...{ count: counts[kind], label: t(`wall.count.${kind}`, { count: counts[kind] }) },
        }))}
      />
      {can.post && <Post celebration={of} />}
      <Named of={of} />
      {of.quotes.length > 0 && (
        <Card title={t('wall.quotes')} tone="warm">
          <Quotes quotes={of.quotes} />
        </Card>
      )}
    </Stack>
  )
}

/** Who is celebrated by name, and the courses that are new. */
function Named({ of: { newcomers, leaders, courses } }: { of: Celebration }) {
  const t = useText()
  return (
    <>
      {newcomers.length > 0 && <Courses title={t('wall.newcomers')} items={newcomers} isOfAuthors />}
      {leaders.length > 0 && (
        <Card title={t('wall.leaders')}>
          <List label={t('wall.leaders')}>
            {leaders.map(({ member, learners }) => (
              <ListRow
                key={member.id}
                before={<Avatar id={member.id} name={member.name} />}
                title={member.name}
                text={t('wall.leaders.line', { count: learners })}
                href={linkTo(paths.member, { memberId: member.id })}
              />
            ))}
          </List>
        </Card>
      )}
      {courses.length > 0 && <Courses title={t('wall.courses')} items={courses} />}
    </>
  )
}

interface CoursesProps {
  title: string
  items: Celebration['courses']
  /** Their authors are meant. */
  isOfAuthors?: boolean
}

function Courses({ title, items, isOfAuthors = false }: CoursesProps) {
  const t = useText()
  return (
    <Card title={title}>
      <List label={title}>
        {items.map(({ id, title: course, author }) => (
          <ListRow
            key={id}
            before={
              isOfAuthors ? (
                <Avatar id={author.id} name={author.name} />
              ) : (
                <Cover id={id} className="app-cover-small" />
              )
            }
            title={isOfAuthors ? author.name : course}
            text={isOfAuthors ? course : t('wall.by', { name: author.name })}
            href={linkTo(paths.course, { courseId: id })}
          />
        ))}
      </List>
    </Card>
  )
}
