import { Eye, PenLine, Play, RotateCcw, Users } from 'lucide-react'
import { linkTo, paths } from '#paths'
import { LinkButton } from '#ui'
import type { Course, Standing } from './course-types.ts'
import { useText } from './text.ts'

/** To start, go on or look again, as far as one is; for its author, to see who learned it, to change it and to look through it. */
export function CourseActions({ course, standing }: { course: Course; standing: Standing | undefined }) {
  const t = useText()
  const at = { courseId: course.id }
  const isDone = Boolean(standing?.progress.completedAt)
  const stepId = isDone ? course.outline[0]?.id : standing?.stepId
  const own = course.can.edit
  const Icon = own ? Eye : isDone ? RotateCcw : Play
  return (
    <>
      {own && (
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
        <LinkButton
          look={isDone || own ? 'soft' : 'primary'}
          icon={Icon}
          href={linkTo(paths.player, { ...at, stepId })}
        >
          {t(own ? 'learning.look' : wordFor(standing))}
        </LinkButton>
      )}
    </>
  )
}

const wordFor = (standing: Standing | undefined) => {
  if (standing?.progress.completedAt) return 'learning.again'
  return standing?.started ? 'learning.continue' : 'learning.start'
}
