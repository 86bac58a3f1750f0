import { Play } from 'lucide-react'
import { listMyLearning } from '#learning/contract.ts'
import { linkTo, paths } from '#paths'
import { useRead } from '#platform/web/use'
import { Bar, Card, Cover, LinkButton, Skeleton } from '#ui'
import { useText } from '../../web/text.ts'

/** What one has begun, last opened first: the first is the card, the next ones stand among what is to do. */
export const useOpenCourses = () =>
  useRead(listMyLearning, { query: { state: 'open', limit: 3 } }, { topics: ['my-learning'] })

/** The course one is in the middle of, and the way to the very step. */
export function Continue() {
  const t = useText()
  const learning = useOpenCourses()
  const card = learning.data?.items[0]
  if (learning.isPending) return <Skeleton shape="block" height="190px" />
  if (!card) return null
  const { course, progress, stepId } = card
  const at = Math.min(progress.stepsDone + 1, progress.steps)
  return (
    <Card isFlush className="home-continue">
      <div className="home-continue-cover">
        <Cover id={course.id} />
        <span className="home-continue-left">{t('app.home.left', { minutes: progress.minutesLeft })}</span>
      </div>
      <div className="home-continue-words">
        <small className="ui-muted">{t('app.home.continue')}</small>
        <h2>{course.title}</h2>
        <p className="ui-muted">
          {t('app.home.step', { at, of: progress.steps, author: course.author.name })}
        </p>
        <Bar label={course.title} value={progress.stepsDone} max={progress.steps} />
        <LinkButton look="primary" icon={Play} href={linkTo(paths.player, { courseId: course.id, stepId })}>
          {t('app.home.go')}
        </LinkButton>
      </div>
    </Card>
  )
}
