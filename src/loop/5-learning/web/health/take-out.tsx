import { mergeCourse, unmergeCourse } from '#course/after.contract.ts'
import { retireCourse, returnCourse } from '#course/contract.ts'
import { useWrite } from '#platform/web/use'
import { ConfirmDialog, sayRefusal, toast } from '#ui'
import { useText } from '../text.ts'

interface Titled {
  id: string
  title: string
}

const topicsOf = ({ id }: Titled) => ['health', 'courses', 'my-courses', `course:${id}`]

interface MergeProps {
  course: Titled
  other: Titled
  onClose: () => void
}

/** Merges a course into another one after asking, with the way back. */
export function Merge({ course, other, onClose }: MergeProps) {
  const t = useText()
  const merge = useWrite(mergeCourse, topicsOf(course))
  const back = useWrite(unmergeCourse, topicsOf(course))
  const params = { courseId: course.id }
  const undo = () =>
    back.mutate({ params }, { onSuccess: () => toast(t('learning.health.back')), onError: sayRefusal })
  const onSuccess = () => {
    onClose()
    toast({ text: t('learning.health.merge.done', { title: course.title }), tone: 'success', undo })
  }
  return (
    <ConfirmDialog
      title={t('learning.health.merge.title', { title: course.title })}
      isOpen
      onOpenChange={onClose}
      action={t('learning.health.do.merge')}
      isPending={merge.isPending}
      onConfirm={() => merge.mutate({ params, body: { into: other.id } }, { onSuccess, onError: sayRefusal })}
    >
      {t('learning.health.merge.text', { other: other.title })}
    </ConfirmDialog>
  )
}

/** Takes a course out of sight after asking, with the way back. */
export function Retire({ course, onClose }: { course: Titled; onClose: () => void }) {
  const t = useText()
  const retire = useWrite(retireCourse, topicsOf(course))
  const back = useWrite(returnCourse, topicsOf(course))
  const params = { courseId: course.id }
  const undo = () =>
    back.mutate({ params }, { onSuccess: () => toast(t('learning.health.back')), onError: sayRefusal })
  const onSuccess = () => {
    onClose()
    toast({ text: t('learning.health.retire.done', { title: course.title }), tone: 'success', undo })
  }
  return (
    <ConfirmDialog
      title={t('learning.health.retire.title', { title: course.title })}
      isOpen
      onOpenChange={onClose}
      action={t('learning.health.do.retire')}
      isDanger
      isPending={retire.isPending}
      onConfirm={() => retire.mutate({ params }, { onSuccess, onError: sayRefusal })}
    >
      {t('learning.health.retire.text')}
    </ConfirmDialog>
  )
}
