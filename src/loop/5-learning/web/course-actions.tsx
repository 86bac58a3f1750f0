import { PenLine, Play, RotateCcw, Users } from 'lucide-react'
import { linkTo, paths } from '#paths'
import { LinkButton } from '#ui'
import type { Course, Standing } from './course-types.ts'
import { useText } from './text.ts'

/** To start, go on or look again, as far as one is; and for its author, to see who learned it and to change it. */
export function CourseActions({ course, standing }: { course: Course; standing: Standing | undefined }) {
  const t = useText()
  const at = { courseId: course.id }
  const isDone = Boolean(standing?.progress.completedAt)
  const stepId = isDone ? course.outline[0]?.id : standing?.stepId
  const word = isDone ? 'learning.again' : standing?.started ? 'learning.continue' : 'learning.start'
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
        <LinkButton
          look={isDone ? 'soft' : 'primary'}
          icon={isDone ? RotateCcw : Play}
          href={linkTo(paths.player, { ...at, stepId })}
        >
          {t(word)}
        </LinkButton>
      )}
    </>
  )
}
