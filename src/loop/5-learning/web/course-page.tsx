import { PenLine, Play, Users } from 'lucide-react'
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import type { z } from 'zod'
import { getCourse } from '#course/contract.ts'
import { linkTo, paths } from '#paths'
import { useRead } from '#platform/web/use'
import {
  Card,
  Chip,
  Columns,
  Cover,
  ErrorState,
  Link,
  LinkButton,
  NotFoundState,
  Page,
  Row,
  SkeletonText,
  Stack,
  Time,
} from '#ui'
import { listMyLearning } from '../contract.ts'
import { Reactions } from './reactions.tsx'
import { useText } from './text.ts'
import './player.css'

type Course = z.output<(typeof getCourse)['returns']>

interface CoursePageProps {
  /** What one may do for the author: the page around knows of thanks, a later stage. */
  thanksFor: (course: Course) => ReactNode
}

/** A course before one starts it: what it promises, what is in it, who made it. */
export function CoursePage({ thanksFor }: CoursePageProps) {
  const t = useText()
  const { courseId = '' } = useParams()
  const read = useRead(getCourse, { params: { courseId } }, { topics: [`course:${courseId}`, 'courses'] })
  if (read.isPending) return <SkeletonText lines={6} />
  if (read.error?.problem.status === 404) return <NotFoundState>{t('learning.notFound')}</NotFoundState>
  if (read.error)
    return <ErrorState onRetry={() => void read.refetch()}>{read.error.problem.detail}</ErrorState>
  const course = read.data
  const { steps, minutes } = course
  return (
    <Page
      title={course.title}
      breadcrumbs={[{ label: t('learning.learn'), href: paths.learn }]}
      lead={course.objective}
      actions={<Actions course={course} />}
    >
      <Columns
        aside={
          <Card title={t('learning.outline')}>
            <ol className="learning-outline">
              {course.outline.map(({ id, title }) => (
                <li key={id}>
                  <Link href={linkTo(paths.player, { courseId, stepId: id })} isQuiet>
                    {title}
                  </Link>
                </li>
              ))}
            </ol>
          </Card>
        }
      >
        <div className="learning-cover">
          <Cover id={course.id} />
        </div>
        <Stack gap={12}>
          <Row>
            <Chip>{t('learning.figures', { steps, minutes })}</Chip>
            <Link href={linkTo(paths.member, { memberId: course.author.id })}>
              {t('learning.by', { author: course.author.name })}
            </Link>
            {course.publishedAt && (
              <span className="ui-muted">
                {t.rich('learning.published', { time: <Time at={course.publishedAt} /> })}
              </span>
            )}
          </Row>
          {course.needId && (
            <Link href={linkTo(paths.need, { needId: course.needId })}>{t('learning.needAnswered')}</Link>
          )}
          {course.can.learn && <Reactions courseId={courseId} />}
          {thanksFor(course)}
        </Stack>
      </Columns>
    </Page>
  )
}

function Actions({ course }: { course: Course }) {
  const t = useText()
  const mine = useRead(listMyLearning, { query: { limit: 100 } }, { topics: ['my-learning'] })
  const known = mine.data?.items.find((one) => one.course.id === course.id)
  const stepId = known?.stepId || course.outline[0]?.id
  const word = known?.progress.completedAt ? 'learning.again' : known ? 'learning.continue' : 'learning.start'
  const at = { courseId: course.id }
  return (
    <>
      {course.can.edit && (
        <>
          <LinkButton icon={Users} href={linkTo(paths.courseLearners, at)}>
            {t('learning.insight')}
          </LinkButton>
          <LinkButton icon={PenLine} href={linkTo(paths.editor, at)}>
            {t('learning.edit')}
          </LinkButton>
        </>
      )}
      {course.can.learn && stepId && (
        <LinkButton look="primary" icon={Play} href={linkTo(paths.player, { ...at, stepId })}>
          {t(word)}
        </LinkButton>
      )}
    </>
  )
}
