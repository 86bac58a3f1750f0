import { MessageCircle } from 'lucide-react'
import type { z } from 'zod'
import { linkTo, paths } from '#paths'
import { useList } from '#platform/web/use'
import { Words } from '#talk/web/index.tsx'
import { Avatar, Card, Link, ShowMore, SkeletonRows, Time } from '#ui'
import { listCourseComments } from '../talk.contract.ts'
import type { Course } from './course-types.ts'
import { Standing } from './said.tsx'
import { useText } from './text.ts'

type Comment = z.output<(typeof listCourseComments)['returns']>['items'][number]

/** What was said in the course lately, each leading to the step where it was said. */
export function CourseTalk({ course }: { course: Course }) {
  const t = useText()
  const list = useList(
    listCourseComments,
    { params: { courseId: course.id }, query: { order: 'newest', limit: 10 } },
    { topics: [`talk:${course.id}`] },
  )
  const said = list.items.filter(({ removed }) => !removed)
  return (
    <Card title={t('learning.said')}>
      {list.isPending ? (
        <SkeletonRows rows={3} />
      ) : said.length === 0 ? (
        <p className="ui-muted">{t('learning.saidNothing')}</p>
      ) : (
        <ul className="course-talk">
          {said.map((comment) => (
            <Said key={comment.id} comment={comment} course={course} />
          ))}
        </ul>
      )}
      <ShowMore list={list} />
    </Card>
  )
}

function Said({ comment, course }: { comment: Comment; course: Course }) {
  const t = useText()
  const { author, quote, madeAt, stepId } = comment
  const step = course.outline.find(({ id }) => id === stepId)
  return (
    <li>
      <Avatar id={author.id} name={author.name} size="sm" />
      <div>
        <p className="course-talk-head">
          <strong>{author.name}</strong>{' '}
          <span className="ui-muted">
            <Time at={madeAt} />
          </span>{' '}
          <Standing comment={comment} />
        </p>
        {quote && <blockquote>{quote}</blockquote>}
        <p className="course-talk-words">
          <Words comment={comment} />
        </p>
        {step && (
          <Link
            href={linkTo(paths.player, { courseId: course.id, stepId: step.id })}
            className="course-talk-step"
            isAlone
          >
            <MessageCircle size={14} aria-hidden="true" /> {t('learning.onStep', { title: step.title })}
          </Link>
        )}
      </div>
    </li>
  )
}
