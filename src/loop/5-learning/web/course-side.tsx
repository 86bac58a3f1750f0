import { Circle, CircleCheck, CircleDot, ShieldCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { linkTo, paths } from '#paths'
import { useList } from '#platform/web/use'
import { Avatar, Bar, Card, Link, List, ListRow, Muted, ShowMore, Stack, Time } from '#ui'
import { listApprovals } from '#validation/contract.ts'
import type { Course, Standing } from './course-types.ts'
import { useText } from './text.ts'

/** The steps with their minutes, and for those who have begun, which are done and where they are. */
export function Outline({ course, standing }: { course: Course; standing: Standing | undefined }) {
  const t = useText()
  const begun = standing?.started ? standing : undefined
  const isDone = (id: string) => begun?.steps.some((step) => step.id === id && step.done) ?? false
  const here = begun && !begun.progress.completedAt ? begun.stepId : null
  return (
    <Card title={t('learning.outline')}>
      {begun && <Progress progress={begun.progress} title={course.title} />}
      <ol className="course-outline">
        {course.outline.map(({ id, title, minutes }) => {
          const state = isDone(id) ? 'done' : id === here ? 'here' : 'open'
          const Icon = { done: CircleCheck, here: CircleDot, open: Circle }[state]
          return (
            <li key={id} data-state={begun ? state : undefined}>
              {begun && <Icon size={18} role="img" aria-label={t(`learning.state.${state}`)} />}
              <Link href={linkTo(paths.player, { courseId: course.id, stepId: id })} isQuiet isAlone>
                {title}
              </Link>
              <Muted>{t('learning.minutes', { minutes })}</Muted>
            </li>
          )
        })}
      </ol>
    </Card>
  )
}

function Progress({ progress, title }: { progress: Standing['progress']; title: string }) {
  const t = useText()
  const { stepsDone, steps, completedAt, minutesLeft } = progress
  return (
    <div className="course-progress">
      <Bar label={title} value={stepsDone} max={steps} tone={completedAt ? 'success' : 'primary'} />
      <Muted>
        {completedAt
          ? t.rich('learning.finishedAt', { time: <Time at={completedAt} isSaid /> })
          : t('learning.atLeft', { done: stepsDone, steps, minutes: minutesLeft })}
      </Muted>
    </div>
  )
}

interface AuthorProps {
  author: Course['author']
  /** Who wrote it before this author looked after it. */
  first: Course['firstAuthor']
  children: ReactNode
}

/** Who made it, or looks after it now, and the way to thank them. */
export function Author({ author, first, children }: AuthorProps) {
  const t = useText()
  return (
    <Card title={t(first ? 'learning.lookedAfterBy' : 'learning.madeBy')}>
      <Stack gap={12}>
        <div className="course-person">
          <Avatar id={author.id} name={author.name} />
          <span>
            <Link href={linkTo(paths.member, { memberId: author.id })} isQuiet>
              {author.name}
            </Link>
            <Muted>{author.title}</Muted>
          </span>
        </div>
        {first && (
          <p className="ui-muted">
            {t.rich('learning.firstBy', {
              name: (
                <Link key="name" href={linkTo(paths.member, { memberId: first.id })}>
                  {first.name}
                </Link>
              ),
            })}
          </p>
        )}
        {children}
      </Stack>
    </Card>
  )
}

/** The peers who read it and stand for it. */
export function Validators({ courseId }: { courseId: string }) {
  const t = useText()
  const list = useList(listApprovals, { params: { courseId } }, { topics: [`course:${courseId}`, 'reviews'] })
  const { items } = list
  if (items.length === 0) return null
  return (
    <Card
      title={t('learning.validatedBy')}
      aside={<ShieldCheck size={20} className="course-shield" aria-hidden="true" />}
    >
      <List>
        {items.map(({ member, at }) => (
          <ListRow
            key={member.id}
            before={<Avatar id={member.id} name={member.name} size="sm" />}
            title={member.name}
            text={
              <>
                {member.title}, <Time at={at} />
              </>
            }
            href={linkTo(paths.member, { memberId: member.id })}
          />
        ))}
      </List>
      <ShowMore list={list} />
    </Card>
  )
}
