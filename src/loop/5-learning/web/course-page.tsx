import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { getCourse } from '#course/contract.ts'
import { linkTo, paths } from '#paths'
import { useRead } from '#platform/web/use'
import {
  Callout,
  Chip,
  Columns,
  Cover,
  ErrorState,
  Link,
  LinkButton,
  NotFoundState,
  Page,
  Row,
  SkeletonPage,
  Time,
} from '#ui'
import { getProgress } from '../contract.ts'
import { CourseActions } from './course-actions.tsx'
import { Author, Outline, Validators } from './course-side.tsx'
import { CourseTalk } from './course-talk.tsx'
import type { Course } from './course-types.ts'
import { Verified } from './health/verified.tsx'
import { Reactions } from './reactions.tsx'
import { useText } from './text.ts'
import './course.css'

interface CoursePageProps {
  /** What one may do for the author: the page around knows of thanks, a later stage. */
  thanksFor: (course: Course) => ReactNode
  /** Who gave something to it: a later stage, too. */
  contributors: (course: Course) => ReactNode
  /** What was given to it and waits for its author. */
  waiting: (course: Course) => ReactNode
}

/** A course before one starts it, in the middle, and afterwards: what it promises, where one is, who stands for it. */
export function CoursePage({ thanksFor, contributors, waiting }: CoursePageProps) {
  const t = useText()
  const { courseId = '' } = useParams()
  const read = useRead(getCourse, { params: { courseId } }, { topics: [`course:${courseId}`, 'courses'] })
  const standing = useRead(
    getProgress,
    { params: { courseId } },
    { topics: ['my-learning', `course:${courseId}`], enabled: read.data?.can.learn ?? false },
  )
  if (read.isPending) return <SkeletonPage />
  if (read.error?.problem.status === 404)
    return (
      <NotFoundState action={<LinkButton href={paths.learn}>{t('learning.toLearn')}</LinkButton>}>
        {t('learning.notFound')}
      </NotFoundState>
    )
  if (read.error) return <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
  const course = read.data
  if (course.can.learn && standing.isPending) return <SkeletonPage />
  return (
    <Page
      title={course.title}
      breadcrumbs={[{ label: t('learning.learn'), href: paths.learn }]}
      lead={course.objective}
      actions={<CourseActions course={course} standing={standing.data} />}
    >
      <Columns
        aside={
          <>
            <Outline course={course} standing={standing.data} />
            <Author author={course.author} first={course.firstAuthor}>
              {thanksFor(course)}
            </Author>
            {course.state === 'published' && contributors(course)}
            {course.state === 'published' && <Validators courseId={courseId} />}
            {course.can.edit && waiting(course)}
          </>
        }
      >
        <div className="course-cover">
          <Cover id={course.id} />
        </div>
        {course.mergedInto && <Merged into={course.mergedInto} />}
        {course.state === 'retired' && !course.mergedInto && <Callout>{t('learning.retired')}</Callout>}
        <Facts course={course} />
        {course.state === 'published' && <Verified courseId={courseId} />}
        {course.can.learn && <Reactions courseId={courseId} />}
        {course.can.learn && <CourseTalk course={course} />}
      </Columns>
    </Page>
  )
}

/** Where its readers are led. */
function Merged({ into }: { into: NonNullable<Course['mergedInto']> }) {
  const t = useText()
  return (
    <Callout title={t('learning.merged')}>
      <Link href={linkTo(paths.course, { courseId: into.id })} isAlone>
        {into.title}
      </Link>
    </Callout>
  )
}

function Facts({ course }: { course: Course }) {
  const t = useText()
  const { steps, minutes, questions, tags, group, needId, publishedAt } = course
  return (
    <div className="course-facts">
      <Row>
        <Chip>{t('learning.figures', { steps, minutes })}</Chip>
        {questions > 0 && <Chip>{t('learning.questions', { count: questions })}</Chip>}
        <Chip>{t(`learning.language.${course.language}`)}</Chip>
        {tags.map((tag) => (
          <Chip key={tag}>{tag}</Chip>
        ))}
      </Row>
      <p className="ui-muted">
        {group.name}
        {publishedAt && <> · {t.rich('learning.published', { time: <Time at={publishedAt} isSaid /> })}</>}
        {needId && (
          <>
            {' · '}
            <Link href={linkTo(paths.need, { needId })}>{t('learning.needAnswered')}</Link>
          </>
        )}
      </p>
    </div>
  )
}
