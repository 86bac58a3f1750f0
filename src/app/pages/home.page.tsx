import { ClipboardCheck, PenLine, Play } from 'lucide-react'
import { listMyCourses } from '#course/contract.ts'
import { getFeed } from '#feed/contract.ts'
import { Entry } from '#feed/web/index.tsx'
import { listMyLearning } from '#learning/contract.ts'
import { listNeeds } from '#need/contract.ts'
import { linkTo, paths } from '#paths'
import { useList, useRead } from '#platform/web/use'
import { listKudos } from '#recognition/contract.ts'
import {
  Avatar,
  Bar,
  Button,
  Card,
  Chip,
  Columns,
  Cover,
  EmptyState,
  ErrorState,
  Link,
  LinkButton,
  List,
  ListRow,
  Page,
  Skeleton,
  Stack,
  useNumber,
} from '#ui'
import { listWaitingReviews } from '#validation/contract.ts'
import { useText } from '../web/text.ts'

/** Home: what to continue, what waits for me, and what concerns me, newest first. */
export function Component() {
  const t = useText()
  return (
    <Page title={t('app.home.title')} isTitleHidden>
      <Columns
        aside={
          <>
            <ToDo />
            <Waiting />
            <Thanks />
          </>
        }
      >
        <Continue />
        <Feed />
      </Columns>
    </Page>
  )
}

function Continue() {
  const t = useText()
  const learning = useRead(
    listMyLearning,
    { query: { state: 'open', limit: 1 } },
    { topics: ['my-learning'] },
  )
  const card = learning.data?.items[0]
  if (learning.isPending) return <Skeleton shape="block" height="190px" />
  if (!card) return null
  const { course, progress, stepId } = card
  const at = Math.min(progress.stepsDone + 1, progress.steps)
  return (
    <Card isFlush className="home-continue">
      <Cover id={course.id} className="home-continue-cover" />
      <div className="home-continue-words">
        <small className="ui-muted">{t('app.home.continue')}</small>
        <h2>{course.title}</h2>
        <p className="ui-muted">
          {t('app.home.step', { at, of: progress.steps, author: course.author.name })}
        </p>
        <Bar label={course.title} value={progress.stepsDone} max={progress.steps} />
        <div className="home-continue-go">
          <LinkButton look="primary" icon={Play} href={linkTo(paths.player, { courseId: course.id, stepId })}>
            {t('app.home.go')}
          </LinkButton>
          <Chip>{t('app.home.left', { minutes: progress.minutesLeft })}</Chip>
        </div>
      </div>
    </Card>
  )
}

function ToDo() {
  const t = useText()
  const reviews = useRead(listWaitingReviews, { query: { limit: 5 } }, { topics: ['reviews'] })
  const mine = useRead(listMyCourses, { query: { limit: 5 } }, { topics: ['my-courses'] })
  const drafts = (mine.data?.items ?? []).filter(({ state }) => state === 'draft').slice(0, 3)
  const waiting = reviews.data?.items ?? []
  return (
    <Card title={t('app.home.todo')}>
      {waiting.length + drafts.length === 0 ? (
        <p className="ui-muted">{t('app.home.todoEmpty')}</p>
      ) : (
        <List>
          {waiting.map(({ id, title, author, minutes }) => (
            <ListRow
              key={id}
              before={<ClipboardCheck size={20} aria-hidden="true" />}
              title={t('app.home.review', { title })}
              text={t('app.home.reviewDetail', { author: author.name, minutes })}
              href={linkTo(paths.review, { reviewId: id })}
            />
          ))}
          {drafts.map(({ id, title }) => (
            <ListRow
              key={id}
              before={<PenLine size={20} aria-hidden="true" />}
              title={t('app.home.draft', { title })}
              text={t('app.home.draftDetail')}
              href={linkTo(paths.editor, { courseId: id })}
            />
          ))}
        </List>
      )}
    </Card>
  )
}

function Waiting() {
  const t = useText()
  const number = useNumber()
  const needs = useRead(listNeeds, { query: { limit: 4 } }, { topics: ['needs'] })
  const items = needs.data?.items ?? []
  return (
    <Card title={t('app.home.waiting')}>
      {items.length === 0 && <p className="ui-muted">{t('app.home.waitingEmpty')}</p>}
      <List>
        {items.map(({ id, title, voices, group }) => (
          <ListRow
            key={id}
            before={
              <span className="home-voices" role="img" aria-label={t('app.home.voices', { count: voices })}>
                <span aria-hidden="true">{number(voices)}</span>
              </span>
            }
            title={title}
            text={group.name}
            href={linkTo(paths.need, { needId: id })}
          />
        ))}
      </List>
      <Link href={paths.ask}>{t('app.home.board')}</Link>
    </Card>
  )
}

function Thanks() {
  const t = useText()
  const kudos = useRead(listKudos, { query: { limit: 2 } }, { topics: ['kudos'] })
  const items = kudos.data?.items ?? []
  if (items.length === 0) return null
  return (
    <Card title={t('app.home.thanks')} tone="warm">
      <Stack gap={12}>
        {items.map(({ id, from, to, reason }) => (
          <div key={id} className="home-thanks">
            <Avatar id={from.id} name={from.name} size="sm" />
            <p>
              {t.rich('app.home.thanksLine', {
                from: from.name,
                to: to.name,
                reason,
                b: (parts) => <strong>{parts}</strong>,
              })}
            </p>
          </div>
        ))}
        <Link href={paths.thanks}>{t('app.home.thanksAll')}</Link>
      </Stack>
    </Card>
  )
}

function Feed() {
  const t = useText()
  const feed = useList(getFeed, {}, { topics: ['feed'] })
  if (feed.isPending) return <Skeleton shape="block" height="380px" />
  if (feed.error)
    return <ErrorState onRetry={() => void feed.refetch()}>{feed.error.problem.detail}</ErrorState>
  if (feed.items.length === 0) {
    const action = (
      <LinkButton look="primary" href={paths.raiseNeed}>
        {t('app.share.need')}
      </LinkButton>
    )
    return (
      <EmptyState title={t('app.home.empty')} action={action}>
        {t('app.home.emptyText')}
      </EmptyState>
    )
  }
  return (
    <section aria-label={t('app.home.feed')} className="home-feed">
      {feed.items.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
      {feed.hasNextPage && (
        <Button isPending={feed.isFetchingNextPage} onPress={() => void feed.fetchNextPage()}>
          {t('app.home.more')}
        </Button>
      )}
    </section>
  )
}
