import type { CourseCard } from '#course/contract.ts'
import { listCourses } from '#course/contract.ts'
import { linkTo, paths } from '#paths'
import { useList } from '#platform/web/use'
import {
  Bar,
  Button,
  Card,
  Cover,
  EmptyState,
  ErrorState,
  Grid,
  Link,
  LinkButton,
  Page,
  SkeletonCards,
  Stack,
} from '#ui'
import { type LearningCard, listMyLearning } from '../contract.ts'
import { useText } from './text.ts'
import './player.css'

/** What I learn, and everything there is to learn. */
export function Component() {
  const t = useText()
  const mine = useList(listMyLearning, {}, { topics: ['my-learning'] })
  const open = mine.items.filter(({ progress }) => !progress.completedAt)
  const done = mine.items.filter(({ progress }) => progress.completedAt)
  return (
    <Page title={t('learning.learn')} lead={t('learning.learnLead')}>
      <Stack gap={32}>
        <Mine title={t('learning.open')} cards={open} />
        <Catalog />
        <Mine title={t('learning.completed')} cards={done} />
      </Stack>
    </Page>
  )
}

function Mine({ title, cards }: { title: string; cards: LearningCard[] }) {
  const t = useText()
  if (cards.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <Grid>
        {cards.map(({ course, progress, stepId }) => (
          <CourseTile
            key={course.id}
            course={course}
            href={linkTo(paths.player, { courseId: course.id, stepId })}
          >
            <Bar label={course.title} value={progress.stepsDone} max={progress.steps} />
            <small className="ui-muted">
              {t('learning.at', { done: progress.stepsDone, steps: progress.steps })}
            </small>
          </CourseTile>
        ))}
      </Grid>
    </section>
  )
}

function Catalog() {
  const t = useText()
  const courses = useList(listCourses, {}, { topics: ['courses'] })
  if (courses.isPending) return <SkeletonCards />
  if (courses.error)
    return <ErrorState onRetry={() => void courses.refetch()}>{courses.error.problem.detail}</ErrorState>
  if (courses.items.length === 0) {
    const action = (
      <LinkButton look="primary" href={paths.raiseNeed}>
        {t('learning.askNeed')}
      </LinkButton>
    )
    return (
      <EmptyState title={t('learning.none')} action={action}>
        {t('learning.noneText')}
      </EmptyState>
    )
  }
  return (
    <section>
      <h2>{t('learning.catalog')}</h2>
      <Grid>
        {courses.items.map((course) => (
          <CourseTile key={course.id} course={course} href={linkTo(paths.course, { courseId: course.id })} />
        ))}
      </Grid>
      {courses.hasNextPage && (
        <Button isPending={courses.isFetchingNextPage} onPress={() => void courses.fetchNextPage()}>
          {t('learning.more')}
        </Button>
      )}
    </section>
  )
}

function CourseTile({
  course,
  href,
  children,
}: {
  course: CourseCard
  href: string
  children?: React.ReactNode
}) {
  const t = useText()
  const { id, title, author, steps, minutes } = course
  return (
    <Card as="article" isFlush className="learning-card">
      <Cover id={id} className="learning-card-cover" />
      <div className="learning-card-words">
        <h3>
          <Link href={href} isQuiet className="ui-stretched">
            {title}
          </Link>
        </h3>
        <small className="ui-muted">
          {t('learning.by', { author: author.name })} · {t('learning.figures', { steps, minutes })}
        </small>
        {children}
      </div>
    </Card>
  )
}
